package org.sellmeapen.ai;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which ear there is. The front door to {@link SpeechToText}. Thread-safe. */
public final class Hearing implements AutoCloseable {

    /** Who understands a language here, or why nobody does. */
    public sealed interface Ear {

        record Listens(SpeechToText ear) implements Ear {}

        /**
         * @param code stable, kebab-case; the pages translate {@code voice.<code>}
         * @param sentence the same in plain English
         */
        record Deaf(String code, String sentence) implements Ear {}
    }

    private static final Ear.Deaf NONE = new Ear.Deaf(
            "no-ear",
            "No speech recognition is set up here. One can type, or let the browser recognise; an operator can name a"
                    + " recognition server with SELLMEAPEN_EAR and SELLMEAPEN_EAR_URL.");
    private static final Ear.Deaf OTHER_LANGUAGE =
            new Ear.Deaf("language-not-understood", "The speech recognition set up here does not know this language.");

    private final @Nullable SpeechToText ear;
    private final List<String> languages;
    private final boolean local;
    private final Clock clock;

    private Hearing(@Nullable SpeechToText ear, boolean local, List<String> languages, Clock clock) {
        this.ear = ear;
        this.local = local;
        this.languages = languages.stream().map(Hearing::primary).toList();
        this.clock = clock;
    }

    /**
     * @param local whether what is said stays in the house
     * @param languages those it understands; empty when it is all
     */
    public static Hearing with(SpeechToText ear, boolean local, List<String> languages, Clock clock) {
        return new Hearing(ear, local, languages, clock);
    }

    public static Hearing withNone(Clock clock) {
        return new Hearing(null, true, List.of(), clock);
    }

    /** @param language BCP 47 */
    public Ear ear(String language) {
        if (ear == null) {
            return NONE;
        }
        return languages.isEmpty() || languages.contains(primary(language)) ? new Ear.Listens(ear) : OTHER_LANGUAGE;
    }

    /** Whether what is said stays in the house. */
    public boolean isLocal() {
        return local;
    }

    /** Lets the ear hear a clip whose words are known. Takes as long as the ear does, a minute at most. */
    public EarSelfTest.Report selfTest() throws InterruptedException {
        return switch (ear("en")) {
            case Ear.Listens(SpeechToText listens) -> EarSelfTest.bundled(clock).run(listens);
            case Ear.Deaf(String code, String sentence) -> EarSelfTest.Report.notRun(code, sentence);
        };
    }

    private static String primary(String language) {
        return language.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    @Override
    public void close() throws Exception {
        if (ear instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
