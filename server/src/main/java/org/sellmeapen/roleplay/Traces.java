package org.sellmeapen.roleplay;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sellmeapen.scenarios.HiddenFact;

/**
 * What a fact leaves behind in another language than its own, beside the figures and names that {@link Secrets} knows: its
 * months and days of the week, and its loan words, two of them, since one may be chance. Of facts whose words somebody was
 * given who is not to tell them. What the person said gives nothing away, and neither does what anybody may know.
 */
final class Traces {

    static final Traces NONE = new Traces(List.of(), "");

    private static final int ENOUGH = 2;
    private static final int LONG = 5;

    private record Trace(List<String> words, Set<String> dates) {}

    private final List<Trace> traces;
    private final String language;

    private Traces(List<Trace> traces, String language) {
        this.traces = traces;
        this.language = language;
    }

    /**
     * @param given ids of the facts whose words were given
     * @param said by the person
     */
    static Traces of(Collection<String> given, Cue cue, String language, String said) {
        Confines confines = cue.confines();
        String ours = GuardLists.primary(cue.direction().language());
        String theirs = GuardLists.primary(language);
        if (theirs.equals(ours)) {
            return NONE;
        }
        List<String> open = Stream.concat(Sounds.words(confines.open()).stream(), Sounds.words(said).stream())
                .distinct()
                .filter(word -> !Sounds.isLatin(word) || word.length() >= LONG)
                .toList();
        Set<String> openDates = new HashSet<>(DateNames.in(confines.open(), ours));
        openDates.addAll(DateNames.in(said, theirs));
        List<Trace> traces = confines.undisclosed().stream()
                .filter(fact -> given.contains(fact.id()))
                .map(fact -> {
                    Set<String> dates = new HashSet<>(DateNames.in(told(fact), ours));
                    dates.removeAll(openDates);
                    List<String> own = words(fact, confines.pack());
                    List<String> known = Sounds.shared(own, open);
                    return new Trace(
                            own.stream().filter(word -> !known.contains(word)).toList(), dates);
                })
                .toList();
        return new Traces(traces, theirs);
    }

    private static String told(HiddenFact fact) {
        return String.join("\n", fact.lines()) + "\n" + fact.gist();
    }

    /** Its longer words, each once. */
    static List<String> words(HiddenFact fact, LanguagePack pack) {
        Set<String> seen = new HashSet<>();
        return Sounds.words(told(fact)).stream()
                .filter(word -> word.length() >= LONG)
                .filter(word -> {
                    String stem = Words.stem(word);
                    return !pack.stop().contains(stem) && !pack.isCommon(stem) && seen.add(stem);
                })
                .toList();
    }

    boolean in(String text) {
        if (traces.isEmpty()) {
            return false;
        }
        List<String> said = Sounds.words(text);
        Set<String> dates = DateNames.in(text, language);
        return traces.stream()
                .anyMatch(trace -> trace.dates().stream().anyMatch(dates::contains)
                        || Sounds.shared(trace.words(), said).size() >= ENOUGH);
    }
}
