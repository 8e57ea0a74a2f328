package org.sellmeapen.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.knowledge.Passage;
import org.sellmeapen.scoring.builtin.Hygiene;

/**
 * Judges with a model's eyes: it says what it sees, and code holds every word of that against the transcript. Whatever it
 * cannot or may not say comes from the built-in judge, which looks at every conversation too: what is measured, what the
 * model passed over, and all of it where the model failed, where nothing of it stands or where it is further off than a judge
 * may be. No text of the model's own
 * reaches a card. Thread-safe; blocks.
 */
public final class ModelJudge implements Judge {

    /** Points of 100 between the two judges from which on a person should look. */
    static final double APART = 20;

    /** From here on it is the model that is doubted. */
    static final double TOO_FAR = 35;

    /** About six thousand tokens of a transcript at a time. */
    private static final int WINDOW = 24_000;

    private static final int OVERLAP = 8;

    private final LanguageModel model;
    private final Judge builtIn;

    private final Predicate<String> admitted;

    private final PrintedMatter printed;

    public ModelJudge(LanguageModel model, Judge builtIn) {
        this(model, builtIn, _ -> true, PrintedMatter.NONE);
    }

    /** @param admitted whether a judge of that name may judge; asked once it is known who answers */
    ModelJudge(LanguageModel model, Judge builtIn, Predicate<String> admitted, PrintedMatter printed) {
        this.printed = printed;
        this.model = model;
        this.builtIn = builtIn;
        this.admitted = admitted;
    }

    @Override
    public String name() {
        return builtIn.name();
    }

    @Override
    public Observations observe(Transcript transcript, Rubric rubric, ScoringContext context) {
        Observations ours = builtIn.observe(transcript, rubric, context);
        Looked looked = new Looked();
        Hygiene clean = Hygiene.of(transcript);
        // What code measures it measures; nobody is asked for an opinion on it.
        List<Rubric.Criterion> asked = rubric.criteria().stream()
                .filter(one -> !ours.measured().containsKey(one.id()))
                .toList();
        boolean nobody = ours.notAvailable().stream().anyMatch(one -> one.name().equals("criteria"));
        if (nobody || asked.isEmpty()) {
            return ours.madeBy(looked.made(builtIn.name(), "nothing-to-see", List.of(), null, false));
        }
        Integer total = total(ours, transcript, rubric);
        try {
            looked.printed.addAll(printed.about(transcript));
            for (List<Turn> window : windows(clean.transcript().turns())) {
                looked.at(model.answer(JudgePrompt.of(rubric, asked, window, looked.printed), AnswerSink.NONE));
            }
        } catch (ModelFailed why) {
            return ours.madeBy(looked.made(builtIn.name(), why.code(), List.of(), total, false));
        } catch (NotUnderstood _) {
            return ours.madeBy(looked.made(builtIn.name(), "garbled", List.of(), total, false));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ours.madeBy(looked.made(builtIn.name(), "interrupted", List.of(), total, false));
        }
        if (!admitted.test(looked.name())) {
            return ours.madeBy(looked.made(builtIn.name(), "not-compared", List.of(), total, false));
        }
        return weighed(looked, ours, clean, transcript, rubric, asked, total);
    }

    private Observations weighed(
            Looked looked,
            Observations ours,
            Hygiene clean,
            Transcript transcript,
            Rubric rubric,
            List<Rubric.Criterion> asked,
            @Nullable Integer total) {
        List<Observation> standing = QuoteCheck.kept(looked.seen, transcript, rubric).stream()
                .filter(one -> clean.transcript().turns().get(one.turn()).text().contains(one.quote()))
                .filter(one -> QuoteCheck.saysSomething(
                        one.quote(), transcript.turns().get(one.turn()).text()))
                .filter(one -> !Refuting.refutes(one, transcript))
                .distinct()
                .toList();
        looked.dropped += looked.seen.size() - standing.size();
        Observations theirs = new Observations(
                standing,
                ours.measured(),
                looked.noOccasion(standing, ours, clean.suspicious()),
                Set.of(),
                ours.searched(),
                ours.outcome(),
                null,
                List.of());
        List<String> filled = new ArrayList<>();
        List<Observation> seen = new ArrayList<>();
        Set<String> noOccasion = new HashSet<>();
        Set<String> blurred = new HashSet<>();
        Set<String> askedIds = asked.stream().map(Rubric.Criterion::id).collect(Collectors.toSet());
        for (Rubric.Criterion criterion : rubric.criteria()) {
            String id = criterion.id();
            boolean silent = standing.stream().noneMatch(one -> one.criterion().equals(id))
                    && !theirs.noOccasion().contains(id);
            boolean lifted = clean.suspicious()
                    && share(theirs, criterion, transcript, rubric) > share(ours, criterion, transcript, rubric);
            boolean fill = !askedIds.contains(id) || silent || lifted;
            if (fill && askedIds.contains(id)) {
                filled.add(id);
            }
            Observations from = fill ? ours : theirs;
            from.seen().stream().filter(one -> one.criterion().equals(id)).forEach(seen::add);
            if (from.noOccasion().contains(id)) {
                noOccasion.add(id);
            }
            if (fill && ours.blurred().contains(id)) {
                blurred.add(id);
            }
        }
        Ending told = clean.suspicious() ? null : looked.ending(transcript);
        if (told == null && filled.size() == asked.size()) {
            return ours.madeBy(looked.made(builtIn.name(), "nothing-stood", List.of(), total, false));
        }
        Observations both = new Observations(
                seen,
                ours.measured(),
                noOccasion,
                blurred,
                ours.searched(),
                told == null ? ours.outcome() : told.outcome(),
                told == null ? ours.ending() : told,
                ours.notAvailable());
        Integer theirTotal = total(both, transcript, rubric);
        double apart = Math.max(
                apart(both, ours, transcript, rubric),
                theirTotal == null || total == null ? 0 : Math.abs(theirTotal - total));
        if (apart > TOO_FAR) {
            return ours.madeBy(looked.made(builtIn.name(), "too-far-apart", List.of(), total, true));
        }
        return both.madeBy(looked.made(looked.name(), null, filled, total, apart > APART));
    }

    /** Of the points of 100 that both could give. */
    private static double apart(Observations one, Observations other, Transcript transcript, Rubric rubric) {
        double apart = 0;
        double weight = 0;
        for (Rubric.Criterion criterion : rubric.criteria()) {
            double difference = share(one, criterion, transcript, rubric) - share(other, criterion, transcript, rubric);
            apart += difference * criterion.weight();
            weight += criterion.weight();
        }
        return weight == 0 ? 0 : 100 * Math.abs(apart) / weight;
    }

    private static double share(Observations all, Rubric.Criterion criterion, Transcript transcript, Rubric rubric) {
        return Arithmetic.share(verdict(all, criterion, transcript, rubric));
    }

    private static Verdict verdict(Observations all, Rubric.Criterion criterion, Transcript transcript, Rubric rubric) {
        List<Observation> seen = QuoteCheck.kept(all.seen(), transcript, rubric).stream()
                .filter(one -> one.criterion().equals(criterion.id()))
                .toList();
        return criterion.rule().apply(Tally.of(seen, all, criterion.id()));
    }

    private static @Nullable Integer total(Observations all, Transcript transcript, Rubric rubric) {
        return Arithmetic.total(rubric.criteria().stream()
                .map(one -> new Arithmetic.Line(verdict(all, one, transcript, rubric), one.weight(), false, 0))
                .toList());
    }

    /** Stretches of a long call; each begins with the last turns of the one before. */
    static List<List<Turn>> windows(List<Turn> turns) {
        List<List<Turn>> windows = new ArrayList<>();
        int from = 0;
        while (from < turns.size()) {
            int to = from;
            int length = 0;
            while (to < turns.size()
                    && (to == from || length + turns.get(to).text().length() <= WINDOW)) {
                length += turns.get(to).text().length();
                to++;
            }
            windows.add(turns.subList(from, to));
            if (to == turns.size()) {
                break;
            }
            from = Math.max(from + 1, to - OVERLAP);
        }
        return windows;
    }

    private static final class NotUnderstood extends Exception {}

    /** What the model saw in all windows. */
    private final class Looked {
        private final List<Observation> seen = new ArrayList<>();
        private final List<JudgeAnswer> answers = new ArrayList<>();
        private final List<Passage> printed = new ArrayList<>();
        private @Nullable Answer last;
        private final List<Answer.Cost> costs = new ArrayList<>();
        private boolean unpriced;
        private int inputTokens;
        private int outputTokens;
        private int dropped;

        void at(Answer answer) throws NotUnderstood {
            last = answer;
            boolean known = answer.usage().isKnown() && inputTokens >= 0;
            inputTokens = known ? inputTokens + answer.usage().inputTokens() : -1;
            outputTokens = known ? outputTokens + answer.usage().outputTokens() : -1;
            Answer.Cost cost = answer.cost();
            if (cost == null) {
                unpriced = true;
            } else {
                costs.add(cost);
            }
            JudgeAnswer told = JudgeAnswer.of(answer.text()).orElseThrow(NotUnderstood::new);
            answers.add(told);
            seen.addAll(told.seen());
            dropped += told.misshapen();
        }

        /**
         * Only where no window saw anything of it, and nor did ours: a place that bears on it was an occasion. Where somebody
         * speaks to the judge, only what ours finds none for either; whatever is not observed lifts what is left.
         */
        Set<String> noOccasion(List<Observation> standing, Observations ours, boolean suspicious) {
            Set<String> none = new LinkedHashSet<>();
            answers.forEach(answer -> none.addAll(answer.noOccasion()));
            answers.forEach(answer -> none.retainAll(answer.noOccasion()));
            standing.forEach(one -> none.remove(one.criterion()));
            ours.seen().forEach(one -> none.remove(one.criterion()));
            if (suspicious) {
                none.retainAll(ours.noOccasion());
            }
            return none;
        }

        /** The last window's, where the buyer's own words stand for it. */
        @Nullable
        Ending ending(Transcript transcript) {
            JudgeAnswer answer = answers.getLast();
            Optional<Outcome> outcome = answer.outcome();
            int turn = answer.decidingTurn();
            boolean stands = outcome.isPresent()
                    && turn >= 0
                    && turn < transcript.turns().size()
                    && transcript.turns().get(turn).speaker() == Speaker.BUYER
                    && !answer.decidingQuote().isBlank()
                    && transcript.turns().get(turn).text().contains(answer.decidingQuote());
            return stands ? new Ending(outcome.get(), turn, answer.decidingQuote()) : null;
        }

        String name() {
            Answer answer = last;
            if (answer == null) {
                return model.id();
            }
            // The same name on another server may be anybody.
            String where = answer.setting() == null ? "" : "@" + answer.setting();
            return answer.provider() + "/" + answer.model() + where + "+" + JudgePrompt.VERSION;
        }

        Made made(
                String judge, @Nullable String fellBack, List<String> filled, @Nullable Integer total, boolean review) {
            return new Made(
                    judge,
                    fellBack,
                    JudgePrompt.VERSION,
                    inputTokens,
                    outputTokens,
                    unpriced || costs.isEmpty()
                            ? null
                            : costs.stream().mapToLong(Answer.Cost::micros).sum() / 1_000_000.0,
                    unpriced || costs.isEmpty() ? null : costs.getLast().pricesAsOf(),
                    dropped,
                    filled,
                    total,
                    printed.stream().map(Passage::named).distinct().toList(),
                    review);
        }
    }
}
