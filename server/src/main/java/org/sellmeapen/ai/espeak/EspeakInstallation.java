package org.sellmeapen.ai.espeak;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks where eSpeak NG is.
 *
 * @param folders where {@code voice-espeak/} may lie with its package, the best first
 * @param path the PATH on which {@code node} and {@code espeak-ng} are looked for
 */
public record EspeakInstallation(List<Path> folders, String path, Wanted wanted, int workers) {

    public enum Wanted {
        AUTO,
        NODE,
        BINARY
    }

    /** What an operator is told when there is none. */
    public static final String REMEDY =
            "There is no offline voice. Install Debian's package espeak-ng, or Node 20 or newer"
                    + " and run `npm ci` in a copy of voice-espeak/ that SELLMEAPEN_VOICE_DIR names.";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(15);
    private static final Path PACKAGE = Path.of("node_modules", "@echogarden", "espeak-ng-emscripten", "espeak-ng.js");

    public Optional<EspeakTextToSpeech> find() {
        List<Way> ways = new ArrayList<>();
        if (wanted != Wanted.BINARY) {
            folder().ifPresent(folder -> program("node")
                    .ifPresent(node -> ways.add(new WorkerPool(new WorkerPool.Settings(
                            WorkerPool.node(node), folder, workers, PATIENCE, STARTS_WITHIN)))));
        }
        if (wanted != Wanted.NODE) {
            program("espeak-ng").ifPresent(program -> ways.add(new PerClause(program, PATIENCE)));
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(new EspeakTextToSpeech(ways, workers));
    }

    private Optional<Path> folder() {
        return folders.stream()
                .filter(folder -> Files.isRegularFile(folder.resolve("worker.mjs"))
                        && Files.isRegularFile(folder.resolve(PACKAGE)))
                .findFirst();
    }

    private Optional<String> program(String name) {
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Path::isAbsolute)
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
