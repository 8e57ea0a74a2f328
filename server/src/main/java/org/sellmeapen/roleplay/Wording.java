package org.sellmeapen.roleplay;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Turn;

/**
 * Lets a model word what the mind decided. Every clause is held against the {@link Guard} before anybody sees it. The first
 * bad or late one ends the model's part: before it was heard at all the built-in words take its place, afterwards the turn
 * ends there, with whatever must still be said in the built-in words. Thread-safe; blocks.
 */
public final class Wording {

    /** Takes the clauses as they may be shown or spoken, on the calling thread. Joined by spaces they are the turn. */
    @FunctionalInterface
    public interface Clauses {
        Clauses NONE = _ -> true;

        /** Whether more is wanted; where not, the answer ends with this clause. */
        boolean clause(String clause);
    }

    /** How long one waits: for the first clause, for more words after it, for all of it. */
    public record Patience(Duration first, Duration next, Duration whole) {
        public static final Patience USUAL =
                new Patience(Duration.ofMillis(1_500), Duration.ofMillis(2_500), Duration.ofSeconds(12));
    }

    private static final String INTERRUPTED = "interrupted";

    private final InstantSource time;
    private final ActAnalyser analyser;

    public Wording(InstantSource time, ActAnalyser analyser) {
        this.time = time;
        this.analyser = analyser;
    }

    /** Those that {@link #knows}, of two letters. */
    public static Set<String> languages() {
        return GuardLists.shipped().languages();
    }

    /** Whether there is something to say in that language when a model's words are no good. */
    public static boolean knows(String language) {
        return GuardLists.shipped().pardon(language) != null;
    }

    /**
     * @param model absent: the built-in words
     * @param language that is spoken
     * @param soFar up to and with the person's last turn
     */
    public Worded word(
            @Nullable LanguageModel model,
            Cue cue,
            String language,
            List<Turn> soFar,
            long seed,
            Patience patience,
            Clauses clauses)
            throws InterruptedException {
        Direction direction = cue.direction();
        Take take = new Take(cue, language, soFar.isEmpty(), clauses, time.millis(), Traces.NONE);
        if (model == null || direction.points().isEmpty()) {
            return take.builtIn(model == null ? "no-model" : "nothing-to-say");
        }
        if (direction.ends() != null && take.isAtHome()) {
            // The sentence that decides is quoted to the letter ever after.
            return take.builtIn("decides");
        }
        Prompt prompt = Prompting.write(cue, language, soFar, seed);
        return take.from(model, prompt, patience);
    }

    /** Decides on what was understood, and puts it on record; told once, on the calling thread. */
    @FunctionalInterface
    public interface Mind {
        Cue hear(Understood understood);
    }

    /**
     * Understands the person's last turn and words the answer to it, in one call. The mind decides as soon as the turn is
     * understood, and the words that follow are held against what it decided. Where it decided to end the conversation, or the
     * words were no good from the first, a second call words exactly what was decided.
     *
     * <p>What a question might earn now is in that call's prompt, and a model that lies about what it told, or lets something
     * slip, knows it. {@link Nearest} says how little that is, {@link Secrets} and {@link Traces} what of it is noticed in the
     * words at once; the call for the next turn asks what these words let slip, and what is owned up to with a quote counts as
     * told from then on. What remains possible: such a model tells one of at most three facts, none of which the mind would
     * refuse to whoever asked for it in the right way, in a paraphrase without its figures, dates, names and loan words, and
     * denies it in the next turn too, or there is no next turn. Then the record holds as not disclosed what was said. And it
     * may own up to what it did not tell, with a quote of its own last words that says something else: no code knows that.
     */
    public Interpreted interpret(
            LanguageModel model,
            Offer offer,
            String language,
            List<Turn> soFar,
            long seed,
            Patience patience,
            Mind mind,
            Clauses clauses)
            throws InterruptedException {
        long begun = time.millis();
        Speaker person = offer.direction().seat().person();
        StringBuilder line = new StringBuilder();
        Take take = null;
        Cue cue = null;
        String fault = null;
        Answer answer = null;
        ClauseCutter cutter = new ClauseCutter();
        Interpreting asked = Interpreting.of(offer, language, soFar);
        try (Listening listening = Listening.to(model, asked.prompt(seed))) {
            while (fault == null && answer == null) {
                Listening.News news = listening.next(left(patience, begun, take != null && take.isHeard()));
                switch (news) {
                    case Listening.Words words -> line.append(words.text());
                    case Listening.Whole whole -> answer = whole.answer();
                    case Listening.Failure failure -> fault = failure.code();
                    case Listening.Late _ -> fault = "too-late";
                }
                int end = line.indexOf("\n", Math.max(0, line.indexOf("{")));
                if (take == null && end >= 0) {
                    Optional<Understood> understood = asked.understood(line.substring(0, end), person);
                    if (understood.isEmpty()) {
                        return new Interpreted.NotUnderstood(Interpreted.Why.NOT_UNDERSTOOD);
                    }
                    cue = mind.hear(understood.get());
                    take = new Take(cue, language, false, clauses, begun, asked.traces(cue));
                    if (cue.direction().ends() != null) {
                        break;
                    }
                    fault = untrue(understood.get(), cue.direction().told());
                    if (fault != null) {
                        break;
                    }
                    fault = take.goOn(cutter, line.substring(end + 1));
                } else if (take != null && news instanceof Listening.Words words && fault == null) {
                    fault = take.goOn(cutter, words.text());
                }
            }
        }
        if (take == null || cue == null) {
            return new Interpreted.NotUnderstood(Interpreted.Why.of(
                    fault != null
                            ? fault
                            : answer != null && answer.finish() == Answer.Finish.REFUSED
                                    ? "refused"
                                    : "not-understood"));
        }
        if (cue.direction().ends() == null && fault == null && answer != null) {
            fault = take.last(cutter.rest(), answer);
        }
        if (!take.isHeard() && !INTERRUPTED.equals(fault)) {
            // Nothing is said of an ending before its words are there: the asking to say it again would end nothing.
            boolean ends = cue.direction().ends() != null;
            Worded exactly = word(model, cue, language, soFar, seed, patience, ends ? Clauses.NONE : clauses);
            if (ends && exactly.by() == Worded.By.BUILT_IN) {
                return new Interpreted.NotUnderstood(Interpreted.Why.of(exactly.why()));
            }
            if (ends) {
                clauses.clause(exactly.text());
            }
            return new Interpreted.Answered(exactly.after(line.toString(), fault));
        }
        return new Interpreted.Answered(take.finished(model, answer, fault, line.toString(), Interpreting.VERSION));
    }

    /** Words that tell what the mind keeps to itself, or keep what it tells, are not the mind's. */
    private static @Nullable String untrue(Understood understood, Set<String> told) {
        Set<String> tells = understood.tells();
        return !told.containsAll(tells)
                ? Guard.Fault.GIVES_AWAY.code()
                : !tells.containsAll(told) ? "left-out" : !understood.asked().containsAll(tells) ? "unasked" : null;
    }

    private Duration left(Patience patience, long begun, boolean heard) {
        Duration gone = Duration.ofMillis(time.millis() - begun);
        Duration whole = patience.whole().minus(gone);
        // The line that is understood comes before the first clause.
        Duration part =
                heard ? patience.next() : patience.first().multipliedBy(2).minus(gone);
        return part.compareTo(whole) < 0 ? part : whole;
    }

    /** One answer in the making. */
    private final class Take {
        private final Cue cue;
        private final String language;
        private final boolean opens;
        private final Clauses clauses;
        private final Guard guard;
        private final long begun;
        private final List<String> good = new ArrayList<>();
        private int firstMs;

        Take(Cue cue, String language, boolean opens, Clauses clauses, long begun, Traces traces) {
            this.cue = cue;
            this.opens = opens;
            this.language = language;
            this.clauses = clauses;
            this.guard = new Guard(cue, language, analyser, traces);
            this.begun = begun;
        }

        Worded from(LanguageModel model, Prompt prompt, Patience patience) throws InterruptedException {
            ClauseCutter cutter = new ClauseCutter();
            StringBuilder raw = new StringBuilder();
            String fault = null;
            Answer answer = null;
            try (Listening listening = Listening.to(model, prompt)) {
                while (fault == null && answer == null) {
                    Listening.News news = listening.next(left(patience));
                    switch (news) {
                        case Listening.Words words -> {
                            raw.append(words.text());
                            fault = letThrough(cutter.add(words.text()));
                        }
                        case Listening.Whole whole -> {
                            answer = whole.answer();
                            fault = last(cutter.rest(), whole.answer());
                        }
                        case Listening.Failure failure -> fault = failure.code();
                        case Listening.Late _ -> fault = "too-late";
                    }
                }
            }
            return finished(model, answer, fault, raw.toString(), Prompting.VERSION);
        }

        boolean isHeard() {
            return !good.isEmpty();
        }

        @Nullable
        String goOn(ClauseCutter cutter, String words) {
            return letThrough(cutter.add(words));
        }

        private Duration left(Patience patience) {
            Duration gone = Duration.ofMillis(time.millis() - begun);
            Duration whole = patience.whole().minus(gone);
            Duration part = good.isEmpty() ? patience.first().minus(gone) : patience.next();
            return part.compareTo(whole) < 0 ? part : whole;
        }

        @Nullable
        String last(String rest, Answer answer) {
            return switch (answer.finish()) {
                case END, STOP -> rest.isEmpty() ? null : letThrough(List.of(rest));
                case LENGTH -> good.isEmpty() ? "ran-out" : "too-long";
                case REFUSED -> "refused";
            };
        }

        private @Nullable String letThrough(List<String> next) {
            for (String clause : next) {
                String spoken = good.isEmpty() ? unquoted(bare(clause)) : bare(clause);
                if (spoken.isEmpty() && !clause.isBlank()) {
                    continue;
                }
                Optional<Guard.Fault> fault = guard.check(spoken, String.join(" ", good));
                if (fault.isPresent()) {
                    return fault.get().code();
                }
                if (!say(spoken)) {
                    return INTERRUPTED;
                }
            }
            return null;
        }

        private boolean say(String clause) {
            if (good.isEmpty()) {
                firstMs = (int) (time.millis() - begun);
            }
            good.add(clause);
            return clauses.clause(clause);
        }

        Worded finished(
                LanguageModel model, @Nullable Answer answer, @Nullable String fault, String raw, String version) {
            boolean byModel = !good.isEmpty();
            boolean mended = false;
            String why = fault;
            if (!byModel) {
                own();
                why = fault == null ? "empty" : fault;
            } else if (!INTERRUPTED.equals(fault)) {
                for (Direction.Point point : cue.direction().points()) {
                    if (point.matters() && !guard.conveys(String.join(" ", good), point)) {
                        mended = true;
                        say(point.text());
                    }
                }
                why = fault == null && mended ? "left-out" : fault;
            }
            Worded.By by = !byModel ? Worded.By.BUILT_IN : mended ? Worded.By.BOTH : Worded.By.MODEL;
            return new Worded(
                    text(by),
                    by,
                    why,
                    answer == null ? model.id() : answer.provider(),
                    answer == null ? null : answer.model(),
                    version,
                    raw,
                    answer == null ? Answer.Usage.UNKNOWN : answer.usage(),
                    firstMs,
                    (int) (time.millis() - begun));
        }

        Worded builtIn(String why) {
            own();
            return Worded.builtIn(text(Worded.By.BUILT_IN), why);
        }

        private String text(Worded.By by) {
            return by == Worded.By.BUILT_IN && isAtHome() ? cue.direction().text() : String.join(" ", good);
        }

        private boolean isAtHome() {
            return GuardLists.primary(language)
                    .equals(GuardLists.primary(cue.direction().language()));
        }

        /** Our own words; in a language we have none for, a greeting, or the asking to say it again. */
        private void own() {
            Direction direction = cue.direction();
            if (isAtHome()) {
                ClauseCutter cutter = new ClauseCutter();
                cutter.add(direction.text()).forEach(this::say);
                String rest = cutter.rest();
                if (!rest.isEmpty()) {
                    say(rest);
                }
            } else {
                GuardLists lists = GuardLists.shipped();
                String words = opens ? lists.greeting(language) : lists.pardon(language);
                say(words == null ? direction.text() : words);
            }
        }

        /** Models like to put their name before what they say, at the beginning and again in the middle of it. */
        private String bare(String clause) {
            String name = cue.direction().part().split(",", 2)[0];
            String text = clause.strip();
            for (String label : List.of(name + ":", name.split(" ", 2)[0] + ":", "Buyer:", "Seller:")) {
                if (text.startsWith(label)) {
                    text = text.substring(label.length()).strip();
                }
            }
            return text;
        }

        /** Or to put it all in quotation marks. */
        private static String unquoted(String clause) {
            return clause.replaceAll("^[\"“„«]+|[\"”“»]+$", "").strip();
        }
    }
}
