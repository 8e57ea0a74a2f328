package org.sellmeapen.coaching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sellmeapen.speech.SpeechFinding;

/**
 * Which of many findings are told: three at most, by size x reliability x practice. What went well in a drill lately counts
 * half, because it is on its way; what is unusual even for this person counts half as much again, because it is news.
 * Two findings with one exercise would be one task said twice.
 */
final class Choice {

    static final int MOST = 3;

    private static final double ON_ITS_WAY = 0.5;
    private static final double NEWS = 1.5;

    static final String FORMULA =
            "size x reliability x practice: size = distance from the norm / norm, of interruptions how many a minute of"
                    + " one's own talk; reliability = 1 heard, 0.8 recognised,"
                    + " 0.5 estimated; practice = 0.5 after a drill that went well in the last 14 days, else 1.5 where it is"
                    + " outside one's own last ten sessions in that language, else 1";

    private Choice() {}

    record Chosen(SpeechFinding finding, double practice) {

        double rank() {
            return finding.size() * finding.reliability() * practice;
        }
    }

    /**
     * @param usual by figure, where it is known
     * @param onTheirWay kinds of drills that went well lately
     */
    static List<Chosen> of(
            List<SpeechFinding> findings, Map<String, OwnRange> usual, Set<String> onTheirWay, Drillbook drills) {
        List<Chosen> ranked = findings.stream()
                .map(finding -> new Chosen(finding, practice(finding, usual, onTheirWay, drills)))
                .sorted(Comparator.comparingDouble(Chosen::rank).reversed())
                .toList();
        List<Chosen> told = new ArrayList<>();
        Set<String> exercises = new HashSet<>();
        for (Chosen chosen : ranked) {
            if (told.size() < MOST
                    && exercises.add(drills.suiting(chosen.finding().what()).kind())) {
                told.add(chosen);
            }
        }
        return told;
    }

    private static double practice(
            SpeechFinding finding, Map<String, OwnRange> usual, Set<String> onTheirWay, Drillbook drills) {
        if (onTheirWay.contains(drills.suiting(finding.what()).kind())) {
            return ON_ITS_WAY;
        }
        OwnRange own = usual.get(finding.figure());
        return own != null && (finding.value() < own.low() || finding.value() > own.high()) ? NEWS : 1;
    }
}
