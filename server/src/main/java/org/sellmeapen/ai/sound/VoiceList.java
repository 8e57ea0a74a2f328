package org.sellmeapen.ai.sound;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.VoiceChoice;
import org.sellmeapen.ai.Voices;

/**
 * A vendor's voices that persons are given in turn. Written {@code voice} for all languages or {@code de:voice} for one,
 * with commas between.
 */
public final class VoiceList {

    private record Voice(String language, String name) {}

    private final List<Voice> voices;

    private VoiceList(List<Voice> voices) {
        this.voices = voices;
    }

    /** @param otherwise what is taken where nothing is written */
    public static VoiceList read(String written, String otherwise) {
        return new VoiceList(Arrays.stream((written.isBlank() ? otherwise : written).split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(VoiceList::voice)
                .toList());
    }

    private static Voice voice(String written) {
        int colon = written.indexOf(':');
        String language = colon < 0 ? "" : written.substring(0, colon).strip();
        return language.matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")
                ? new Voice(
                        language.toLowerCase(Locale.ROOT),
                        written.substring(colon + 1).strip())
                : new Voice("", written);
    }

    public SpeechCoverage covers(String language) {
        return of(language).isEmpty()
                ? new SpeechCoverage.NotSpoken(
                        "language-not-spoken", "The voice set up here does not speak this language.")
                : new SpeechCoverage.Spoken(SpeechCoverage.Quality.FULL);
    }

    /** The one for this person; empty where none speaks the language. */
    public Optional<String> voice(VoiceChoice choice, String language) {
        List<String> there = of(language);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        int which = Voices.NAMES.indexOf(choice.voice());
        return Optional.of(
                which >= 0
                        ? there.get(which % there.size())
                        : there.contains(choice.voice()) ? choice.voice() : there.getFirst());
    }

    /** Those of this very tongue before those of the language before those of all. */
    private List<String> of(String language) {
        String tag = language.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        for (String wanted : new String[] {tag, tag.split("-", 2)[0], ""}) {
            List<String> found = voices.stream()
                    .filter(voice -> voice.language().equals(wanted))
                    .map(Voice::name)
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
