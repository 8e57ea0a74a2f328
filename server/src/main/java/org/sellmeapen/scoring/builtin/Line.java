package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Turn;

/** One turn as the judge reads it: its sentences without what is addressed to a judge, its words, numbers and acts. */
final class Line {

    private static final int STEM = 5;

    final int at;
    final Turn turn;
    final Cues cues;
    final List<Sentence> sentences;

    /** Sentences that only announce; a plan announced early is still a plan, anything else is not evidence. */
    final List<Sentence> announced;

    /** What was cut; looked at only for pressure, which may not hide behind a command to the judge. */
    final List<Sentence> noise;

    final List<ActReading> acts;
    final int words;
    final int noiseWords;
    final boolean cutOff;
    final Set<String> stems = new HashSet<>();
    final List<Double> numbers = new ArrayList<>();

    private final Map<String, Optional<Sentence>> heard = new HashMap<>();

    @Nullable
    Line before;

    @Nullable
    Line after;

    Line(
            Turn turn,
            int at,
            Cues cues,
            List<Sentence> sentences,
            List<Sentence> announced,
            List<Sentence> noise,
            List<ActReading> acts) {
        this.at = at;
        this.turn = turn;
        this.cues = cues;
        this.sentences = sentences;
        this.announced = announced;
        this.noise = noise;
        this.words = Words.count(turn.text());
        this.noiseWords = Stream.concat(noise.stream(), announced.stream())
                .mapToInt(one -> Words.count(one.text().substring(one.start(), one.end())))
                .sum();
        this.acts = acts;
        this.cutOff = !sentences.isEmpty() && breaksOff(sentences.getLast());
        for (Sentence sentence : sentences) {
            for (Token token : sentence.tokens()) {
                String stem = stem(token);
                if (stem != null) {
                    stems.add(stem);
                }
            }
            cues.numbers().in(sentence.tokens()).forEach(found -> numbers.add(found.value()));
        }
    }

    private static boolean breaksOff(Sentence last) {
        String said = last.text().substring(last.start(), last.end());
        return said.endsWith("...") || said.endsWith("\u2026") || said.endsWith("--") || said.endsWith("\u2014");
    }

    boolean rep() {
        return turn.speaker() == Speaker.REP;
    }

    boolean buyer() {
        return turn.speaker() == Speaker.BUYER;
    }

    boolean has(String cue) {
        return with(cue) != null;
    }

    int count(String cue) {
        Phrases phrases = cues.of(cue);
        return has(cue) ? sentences.stream().mapToInt(phrases::count).sum() : 0;
    }

    /** The first sentence with one of the phrases. */
    @Nullable
    Sentence with(String cue) {
        return heard.computeIfAbsent(cue, this::search).orElse(null);
    }

    private Optional<Sentence> search(String cue) {
        Phrases phrases = cues.of(cue);
        return sentences.stream().filter(phrases::in).findFirst();
    }

    boolean asks() {
        return sentences.stream().anyMatch(sentence -> Questions.asks(sentence, cues));
    }

    /** Words of the sentences that count. */
    int tokens() {
        return sentences.stream().mapToInt(sentence -> sentence.tokens().size()).sum();
    }

    /** How sure the analyser is that this turn does one of these, 0 where it is not or it abstains. */
    double act(Act... wanted) {
        double most = 0;
        for (int k = 0; k < acts.size(); k++) {
            for (Act act : wanted) {
                if (acts.get(k).act() == act) {
                    most = Math.max(most, acts.get(k).confidence() * (k == 0 ? 1 : 0.7));
                }
            }
        }
        return most;
    }

    /** How sure the analyser is that this is the main thing the turn does. */
    double main(Act... wanted) {
        return !acts.isEmpty() && List.of(wanted).contains(acts.getFirst().act())
                ? acts.getFirst().confidence()
                : 0;
    }

    int shared(Set<String> others) {
        int shared = 0;
        for (String stem : stems) {
            shared += others.contains(stem) ? 1 : 0;
        }
        return shared;
    }

    @Nullable
    String stem(Token token) {
        String word = token.word();
        int from = word.length() > 2 && word.charAt(1) == '\'' ? 2 : 0;
        String bare = word.endsWith("'s") ? word.substring(from, word.length() - 2) : word.substring(from);
        if (bare.length() < 3
                || cues.common().contains(word)
                || cues.common().contains(bare)
                || cues.numbers().isNumber(bare)) {
            return null;
        }
        if (bare.length() == 3 && !cues.known()) {
            return null;
        }
        String single = bare.length() > 4 && bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare;
        return single.length() > STEM ? single.substring(0, STEM) : single;
    }
}
