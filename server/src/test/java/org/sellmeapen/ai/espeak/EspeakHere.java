package org.sellmeapen.ai.espeak;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sellmeapen.ai.espeak.EspeakInstallation.Wanted;

/** eSpeak NG as this machine has it; tests that need it are skipped where it has none. */
final class EspeakHere {

    static final Path FOLDER = Path.of("../voice-espeak").toAbsolutePath().normalize();

    private EspeakHere() {}

    static EspeakTextToSpeech node() {
        Optional<EspeakTextToSpeech> found = installation(Wanted.NODE).find();
        assumeTrue(found.isPresent(), "skipped: no Node, or no package; `node voice-espeak/install.mjs` fetches it");
        return found.orElseThrow();
    }

    static EspeakTextToSpeech binary() {
        Optional<EspeakTextToSpeech> found = installation(Wanted.BINARY).find();
        assumeTrue(found.isPresent(), "skipped: no espeak-ng on the PATH; `apt-get install espeak-ng` brings it");
        return found.orElseThrow();
    }

    static String nodeProgram() {
        node();
        return "node";
    }

    private static EspeakInstallation installation(Wanted wanted) {
        return new EspeakInstallation(List.of(FOLDER), System.getenv().getOrDefault("PATH", ""), wanted, 2);
    }
}
