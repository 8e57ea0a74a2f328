package org.sellmeapen.roleplay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.roleplay.Heard.Clarity;
import org.sellmeapen.roleplay.Mind.Selling;
import org.sellmeapen.roleplay.PersonHeard.Does;
import org.sellmeapen.roleplay.PersonHeard.Said;
import org.sellmeapen.roleplay.ScriptIndex.About;
import org.sellmeapen.roleplay.ScriptIndex.Target;

/**
 * Hears the person in the buyer's chair sentence by sentence: what is stated, what is only asked, what was wished for.
 * The analyser is one witness; where the person's words are plain, they decide. {@link Sense} says what it comes to.
 */
final class SellerEar {

    /** The sign of an obstacle that was plainly named, not only guessed at. */
    static final String OBJECTS = "objects";

    private static final Set<String> UNTOLD = Set.of("conditions", "bids", "requests", "withholds");

    private static final double SURE = 0.6;
    private static final double ABOUT = 0.9;
    private static final double PLAINLY = 2;
    /** A day in a sentence as short as this belongs to the proposal beside it. */
    private static final int SHORT = 5;

    private static final int ALONE = 7;
    private static final int FEW = 3;

    private final ActAnalyser analyser;

    SellerEar(ActAnalyser analyser) {
        this.analyser = analyser;
    }

    PersonHeard hear(String said, ScriptIndex index, Mind mind, Selling selling) {
        LanguagePack pack = index.pack();
        PersonSigns known = pack.personSigns();
        String text = known.spoken(said);
        Words words = Words.of(text);
        List<Said> sentences =
                Words.sentences(text).stream().map(one -> said(one, known)).toList();
        Set<String> signs = new HashSet<>();
        sentences.forEach(one -> signs.addAll(one.signs()));
        if (pack.cuesIn(words).contains("rude")) {
            signs.add("rude");
        }
        List<ActReading> acts = words.count() == 0 ? List.of() : analyser.read(Speaker.BUYER, text, mind.lastWords);
        Map<String, String> fits = fits(sentences, index);
        Map<String, Double> subjects = subjects(sentences, words, index);
        Act plainly = named(sentences, fits, known, selling);
        if (plainly != null) {
            signs.add(OBJECTS);
        }
        PersonHeard heard = new PersonHeard(
                words,
                Does.TELLS,
                sentences,
                Set.copyOf(signs),
                acts,
                plainly != null ? plainly : guessed(sentences, acts, selling),
                List.copyOf(subjects.keySet()),
                subjects.entrySet().stream()
                        .filter(one -> one.getValue() >= PLAINLY)
                        .map(Map.Entry::getKey)
                        .toList(),
                fits,
                day(sentences, pack, selling),
                thing(sentences, signs, known));
        Does odd = odd(text, heard, index);
        return heard.as(odd != null ? odd : Sense.of(heard, selling, index, mind.lastWords));
    }

    private static Said said(String sentence, PersonSigns known) {
        String plain = known.plain(sentence);
        boolean asks = known.asks(sentence, plain);
        return new Said(sentence, plain, Words.of(sentence), asks, known.in(sentence, asks));
    }

    /** Silence, nonsense, orders and rudeness come before any sense. */
    private static @Nullable Does odd(String text, PersonHeard heard, ScriptIndex index) {
        LanguagePack pack = index.pack();
        Set<String> cues = pack.cuesIn(heard.words());
        if (heard.words().count() == 0 && text.indexOf('?') >= 0) {
            return Does.IS_CONFUSED;
        }
        Clarity clarity = Ear.clarity(text, heard.words(), cues, index);
        if (heard.words().count() == 0) {
            return clarity == Clarity.SILENCE ? Does.STAYS_SILENT : Does.MAKES_NO_SENSE;
        }
        if (clarity == Clarity.COMMAND || heard.shows("orders")) {
            return Does.GIVES_ORDERS;
        }
        if (heard.shows("rude")) {
            return Does.IS_RUDE;
        }
        boolean says = heard.signs().stream().anyMatch(sign -> !sign.equals("gibberish") && !sign.equals("negative"));
        if (says || heard.when() != null || heard.objection() != null) {
            return null;
        }
        boolean mashed = heard.shows("gibberish") && heard.words().count() <= FEW;
        boolean word = heard.words().count() == 1 && !mashed; // whoever answers in one word has answered
        return mashed || (clarity == Clarity.NONSENSE && heard.acts().isEmpty() && !word) ? Does.MAKES_NO_SENSE : null;
    }

    /** Only what is stated is told; what is asked about, wished for or kept back is not. */
    private static Map<String, String> fits(List<Said> sentences, ScriptIndex index) {
        PersonSigns known = index.pack().personSigns();
        Map<String, String> fits = new LinkedHashMap<>();
        Map<String, Boolean> denied = new HashMap<>();
        for (Said one : sentences) {
            if (!one.asks() && one.signs().stream().noneMatch(UNTOLD::contains)) {
                index.find(About.STEP, one.words()).keySet().stream()
                        .map(Target::id)
                        .sorted()
                        .forEach(step -> {
                            String words = Quote.of(one.text(), step, index);
                            if (!denied.computeIfAbsent(words, quote -> known.denies(known.plain(quote)))) {
                                fits.putIfAbsent(step, words);
                            }
                        });
            }
        }
        return fits;
    }

    private static Map<String, Double> subjects(List<Said> sentences, Words words, ScriptIndex index) {
        String asking = sentences.stream().filter(Said::asks).map(Said::text).collect(Collectors.joining(" "));
        Map<String, Double> subjects = new LinkedHashMap<>();
        index.subjects(asking.isEmpty() ? words : Words.of(asking)).entrySet().stream()
                .filter(entry -> entry.getKey().about() == About.TOPIC && entry.getValue() >= ABOUT)
                .sorted(Map.Entry.<Target, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().id()))
                .forEach(entry -> subjects.put(entry.getKey().id(), entry.getValue()));
        return subjects;
    }

    /** What is plainly said counts, unless it is the answer to what was asked. */
    private static @Nullable Act named(
            List<Said> sentences, Map<String, String> fits, PersonSigns known, Selling selling) {
        boolean askedWhat = selling.awaits == Selling.Awaits.DOUBT;
        Act named = sentences.stream()
                .filter(one -> !one.asks())
                .map(one -> known.objection(one.plain(), selling.isExploring(), askedWhat))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElse(null);
        return selling.isExploring() && fits.containsKey(selling.lastStep) ? null : named;
    }

    /** What the analyser guesses does not beat an answer that is waited for. */
    private static @Nullable Act guessed(List<Said> sentences, List<ActReading> acts, Selling selling) {
        return selling.isExploring() || sentences.stream().anyMatch(Said::asks)
                ? null
                : acts.stream()
                        .filter(reading -> reading.act().isObjection() && reading.confidence() >= SURE)
                        .max(Comparator.comparingDouble(ActReading::confidence))
                        .map(ActReading::act)
                        .orElse(null);
    }

    /** A day counts where a meeting is proposed or was asked for, or stands alone; a dated one before a vague one. */
    private static @Nullable String day(List<Said> sentences, LanguagePack pack, Selling selling) {
        boolean wanted = selling.awaits == Selling.Awaits.STEP
                || selling.awaits == Selling.Awaits.DATE
                || selling.awaits == Selling.Awaits.DECISION;
        boolean answering = selling.awaits == Selling.Awaits.ANSWER && selling.isExploring();
        boolean proposed = sentences.stream().anyMatch(one -> one.signs().contains("proposes_step"));
        PersonSigns known = pack.personSigns();
        String best = null;
        for (Said one : sentences) {
            boolean here = one.signs().contains("proposes_step")
                    || (!one.asks() && one.signs().contains("puts_off"))
                    || (wanted && (!one.asks() || one.words().count() < SHORT));
            boolean alone = (proposed || !one.asks()) && one.words().count() <= ALONE;
            String day = here || alone ? known.day(one.text(), pack) : null;
            boolean precise = day != null && day.indexOf(' ') > 0;
            if (!here && !proposed && !precise && (answering || one.words().count() > SHORT)) {
                day = null; // "Monday" alone may be the answer to what was asked; "Monday at ten" hardly is
            }
            if (day != null && (best == null || (known.isVague(best) && !known.isVague(day)))) {
                best = day;
            }
        }
        return best;
    }

    private static @Nullable String thing(List<Said> sentences, Set<String> signs, PersonSigns known) {
        String kind = signs.contains("conditions") ? "conditions" : "requests";
        return sentences.stream()
                .filter(one -> one.signs().contains(kind))
                .map(one -> known.inShort(kind, one.plain()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElse(null);
    }
}
