package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.scoring.Judge;
import org.sellmeapen.scoring.NotAvailable;
import org.sellmeapen.scoring.Observations;
import org.sellmeapen.scoring.Rubric;
import org.sellmeapen.scoring.ScoringContext;
import org.sellmeapen.scoring.Shows;

/**
 * The judge that ships: words, acts and the shape of a conversation, no model. Deterministic and thread-safe. It knows
 * some languages by their words; in others it goes by shape alone and says so.
 */
public final class BuiltInJudge implements Judge {

    static final int MOST_TURNS = 2_000;

    private static final String NAME = "built-in@1";
    private static final int MOST_CHARACTERS = 400_000;
    private static final int LONGEST_TURN = 20_000;
    private static final int LITTLE = 40;
    private static final int SAMPLE = 600;
    private static final List<String> LANGUAGES = List.of("en", "es", "de");

    private final ActAnalyser acts;
    private final Map<String, Cues> packs;
    private final Noise noise;
    private final Care care;
    private final Weighing weighing;

    private BuiltInJudge(ActAnalyser acts, Map<String, Cues> packs, Noise noise, Care care, Weighing weighing) {
        this.acts = acts;
        this.packs = Map.copyOf(packs);
        this.noise = noise;
        this.care = care;
        this.weighing = weighing;
    }

    public static BuiltInJudge shipped(ActAnalyser acts) {
        return with(acts, Care.shipped(), Weighing.shipped());
    }

    static BuiltInJudge with(ActAnalyser acts, Care care, Weighing weighing) {
        Map<String, Cues> packs = new HashMap<>();
        LANGUAGES.forEach(code -> packs.put(code, Cues.load(code)));
        return new BuiltInJudge(acts, packs, new Noise(Cues.load("noise")), care, weighing);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Observations observe(Transcript transcript, Rubric rubric, ScoringContext context) {
        List<NotAvailable> notAvailable = new ArrayList<>();
        Script script = read(transcript, notAvailable);
        Notes notes = new Notes();
        Ending ending = new Ending(Outcome.UNDECIDED, -1, "");
        boolean nobody = script.rep.stream().allMatch(line -> line.sentences.isEmpty())
                || script.buyer.stream().allMatch(line -> line.sentences.isEmpty());
        if (nobody) {
            notAvailable.add(
                    new NotAvailable("criteria", "One side says nothing, so there is no conversation to judge."));
            rubric.criteria().forEach(criterion -> notes.noOccasion.add(criterion.id()));
        } else {
            ending = look(script, rubric, context, notes);
        }
        int words = script.lines.stream().mapToInt(line -> line.words).sum();
        Set<String> blurred = new HashSet<>();
        if (!nobody && script.lines.stream().anyMatch(line -> line.cues.known())) {
            rubric.criteria().stream()
                    .filter(criterion -> Settling.settle(criterion, notes, weighing, script))
                    .forEach(criterion -> blurred.add(criterion.id()));
        }
        if (words < LITTLE || script.lines.stream().noneMatch(line -> line.cues.known())) {
            rubric.criteria().stream()
                    .filter(criterion -> !notes.measured.containsKey(criterion.id()))
                    .forEach(criterion -> blurred.add(criterion.id()));
        }
        if (!nobody && words < LITTLE) {
            notes.noOccasion.add("stayed_honest_no_pressure");
            notAvailable.add(new NotAvailable("certainty", "There are only " + words + " words to judge by."));
        }
        boolean decided = ending.decidingTurn() >= 0;
        return new Observations(
                notes.seen,
                notes.measured,
                notes.noOccasion,
                blurred,
                notes.searched,
                ending.outcome(),
                decided ? ending : null,
                notAvailable);
    }

    /** What is seen and counted before anything is settled; the ground the weights are fitted on. */
    Notes notes(Transcript transcript, Rubric rubric, ScoringContext context) {
        Notes notes = new Notes();
        look(read(transcript, new ArrayList<>()), rubric, context, notes);
        return notes;
    }

    private static Ending look(Script script, Rubric rubric, ScoringContext context, Notes notes) {
        if (rubric.seat() == Seat.BUYER) {
            Spotting.look(script, context, notes);
            return Closing.look(script, new Notes());
        }
        Opening.look(script, notes);
        Discovery.look(script, notes);
        Sums.look(script, notes);
        Deciding.look(script, notes);
        Positioning.look(script, notes);
        Proving.look(script, notes);
        Objections.look(script, notes);
        Manner.look(script, notes);
        Ending ending = Closing.look(script, notes);
        if (script.lines.stream().noneMatch(line -> line.cues.known())) {
            // Without the words of the language a missing sign proves nothing.
            notes.seen.removeIf(one -> one.shows() == Shows.CHANCE_MISSED || one.shows() == Shows.CONTRADICTS);
            Set<String> found = new HashSet<>(notes.measured.keySet());
            found.remove("stayed_honest_no_pressure");
            notes.seen.forEach(one -> found.add(one.criterion()));
            rubric.criteria().stream()
                    .map(Rubric.Criterion::id)
                    .filter(id -> !found.contains(id))
                    .forEach(notes.noOccasion::add);
        }
        return ending;
    }

    Script read(Transcript transcript, List<NotAvailable> notAvailable) {
        Cues cues = cues(transcript);
        if (!cues.known()) {
            notAvailable.add(new NotAvailable(
                    "certainty",
                    "The built-in judge does not know the words of the language \"" + transcript.language()
                            + "\"; it went by the shape of the conversation and is unsure of nearly everything."));
        }
        List<Line> lines = new ArrayList<>();
        Map<Speaker, String> said = new HashMap<>();
        int characters = 0;
        boolean cut = false;
        for (Turn turn : transcript.turns()) {
            boolean full = characters >= MOST_CHARACTERS || lines.size() >= MOST_TURNS;
            boolean tooLong = turn.text().length() > LONGEST_TURN;
            cut |= full || tooLong;
            String text = full ? "" : tooLong ? turn.text().substring(0, LONGEST_TURN) : turn.text();
            characters += text.length();
            lines.add(line(turn, lines.size(), text, cues, said));
        }
        if (cut) {
            notAvailable.add(new NotAvailable(
                    "whole_conversation",
                    "It is longer than the built-in judge reads (" + MOST_TURNS + " turns, " + MOST_CHARACTERS
                            + " characters, " + LONGEST_TURN + " in one turn); the rest counted as words only."));
        }
        Script script = new Script(lines);
        script.lean = care.lean(script);
        return script;
    }

    private Line line(Turn turn, int at, String text, Cues cues, Map<Speaker, String> said) {
        List<Sentence> all = Sentence.of(text);
        boolean[] addressed = noise.among(all);
        List<Sentence> kept = new ArrayList<>();
        List<Sentence> announced = new ArrayList<>();
        List<Sentence> cut = new ArrayList<>();
        StringBuilder heard = new StringBuilder();
        for (int k = 0; k < addressed.length; k++) {
            Sentence sentence = all.get(k);
            if (addressed[k]) {
                cut.add(sentence);
            } else if (noise.announces(sentence)) {
                announced.add(sentence);
            } else {
                kept.add(sentence);
                heard.append(heard.isEmpty() ? "" : " ").append(text, sentence.start(), sentence.end());
            }
        }
        String words = heard.toString();
        // The analyser knows one language so far; its guesses in another would only mislead.
        List<ActReading> readings = words.isEmpty() || !cues.language().equals("en")
                ? List.of()
                : acts.read(turn.speaker(), words, said.get(turn.speaker().other()));
        if (!words.isEmpty()) {
            said.put(turn.speaker(), words);
        }
        return new Line(turn, at, cues, kept, announced, cut, readings);
    }

    /** The stated language, unless its everyday words are hardly there and another known language's are. */
    private Cues cues(Transcript transcript) {
        String stated =
                Locale.forLanguageTag(transcript.language().replace('_', '-')).getLanguage();
        Map<String, Integer> hits = new HashMap<>();
        int words = 0;
        for (Turn turn : transcript.turns()) {
            for (Token token : words < SAMPLE ? Words.of(start(turn.text())) : List.<Token>of()) {
                words++;
                packs.values().stream()
                        .filter(pack -> pack.common().contains(token.word()))
                        .forEach(pack -> hits.merge(pack.language(), 1, Integer::sum));
            }
        }
        String likeliest = LANGUAGES.stream()
                .max(Comparator.comparingInt(code -> hits.getOrDefault(code, 0)))
                .orElse("en");
        int most = hits.getOrDefault(likeliest, 0);
        boolean told = packs.containsKey(stated) && 2 * hits.getOrDefault(stated, 0) >= most;
        boolean unstated = stated.isEmpty() || stated.equals("und") || packs.containsKey(stated);
        String code = told || words < LITTLE ? stated : unstated && most >= 0.2 * words ? likeliest : stated;
        return packs.getOrDefault(code, Cues.NONE);
    }

    private static String start(String text) {
        return text.length() <= SAMPLE ? text : text.substring(0, SAMPLE);
    }
}
