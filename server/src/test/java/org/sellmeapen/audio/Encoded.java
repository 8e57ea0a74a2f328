package org.sellmeapen.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Recordings in other formats, made by the very program that decodes them. */
public final class Encoded {

    /** A live WebM is written into a pipe: its header knows no length and no index follows. */
    public static final List<String> NAMES =
            List.of("x.mp3", "x.m4a", "x.ogg", "x.opus", "x.flac", "x.webm", "live.webm", "x.aac", "x.aiff");

    private final Path program;
    private final Path folder;

    public Encoded(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    public Path as(String name, Path wav) {
        Path file = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of("-i", wav.toString()));
        switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "opus", "webm" -> words.addAll(List.of("-c:a", "libopus"));
            case "ogg" -> words.addAll(List.of("-c:a", "flac", "-f", "ogg"));
            default -> {}
        }
        if (name.startsWith("live")) {
            words.addAll(List.of("-live", "1", "-f", "webm"));
        }
        words.add(file.toString());
        run(words);
        return file;
    }

    Path video(String name, Path wav) {
        Path file = folder.resolve(name);
        run(List.of(
                "-f",
                "lavfi",
                "-i",
                "color=c=blue:s=64x64:r=5:d=4",
                "-i",
                wav.toString(),
                "-c:v",
                "mpeg4",
                "-shortest",
                file.toString()));
        return file;
    }

    Path silentVideo(String name) {
        Path file = folder.resolve(name);
        run(List.of("-f", "lavfi", "-i", "color=c=blue:s=64x64:r=5:d=2", "-c:v", "mpeg4", file.toString()));
        return file;
    }

    private void run(List<String> words) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-y", "-loglevel", "error", "-nostdin"));
        command.addAll(words);
        try {
            ProcessBuilder builder =
                    DecodedStream.bare(command, program.toAbsolutePath().getParent());
            Process process = builder.inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " left with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
