package org.sellmeapen.ai;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which voice there is. The front door to {@link TextToSpeech}. Thread-safe. */
public final class Speaking implements AutoCloseable {

    /** Who speaks a language here, or why nobody does. */
    public sealed interface Mouth {

        record Speaks(TextToSpeech voice, SpeechCoverage.Quality quality) implements Mouth {}

        /**
         * @param code stable, kebab-case; the pages translate {@code voice.<code>}
         * @param sentence the same in plain English
         */
        record Silent(String code, String sentence) implements Mouth {}
    }

    private final @Nullable TextToSpeech voice;
    private final Mouth.Silent otherwise;
    private final List<String> about;
    private final boolean local;

    private final @Nullable Speaking behind;

    private Speaking(
            @Nullable TextToSpeech voice,
            Mouth.Silent otherwise,
            boolean local,
            List<String> about,
            @Nullable Speaking behind) {
        this.voice = voice;
        this.behind = behind;
        this.local = local;
        this.otherwise = otherwise;
        this.about = List.copyOf(about);
    }

    /**
     * @param local whether what is spoken stays in the house
     * @param about what an operator is told of it, a line each
     */
    public static Speaking with(TextToSpeech voice, boolean local, List<String> about) {
        return new Speaking(voice, new Mouth.Silent("language-not-spoken", ""), local, about, null);
    }

    public static Speaking withNone(String code, String sentence) {
        return new Speaking(null, new Mouth.Silent(code, sentence), true, List.of(sentence), null);
    }

    /** The same, and another that speaks where this one cannot. */
    Speaking with(Speaking other) {
        return new Speaking(voice, otherwise, local, about, other);
    }

    /** Who speaks where this one cannot. */
    public Optional<Speaking> behind() {
        return Optional.ofNullable(behind);
    }

    /** @param language BCP 47 */
    public Mouth mouth(String language) {
        TextToSpeech there = voice;
        if (there == null) {
            return otherwise;
        }
        return switch (there.covers(language)) {
            case SpeechCoverage.Spoken spoken -> new Mouth.Speaks(there, spoken.quality());
            case SpeechCoverage.NotSpoken refused -> new Mouth.Silent(refused.code(), refused.sentence());
        };
    }

    /** Whether what is spoken stays in the house. */
    public boolean isLocal() {
        return local;
    }

    /** Makes the voice ready, where there is one; returns at once. Worth calling when somebody is about to talk. */
    public void warm() {
        if (voice != null) {
            voice.warm();
        }
    }

    /** For operators, a line each. */
    public List<String> about() {
        return about;
    }

    @Override
    public void close() throws Exception {
        if (voice instanceof AutoCloseable closeable) {
            closeable.close();
        }
        if (behind != null) {
            behind.close();
        }
    }
}
