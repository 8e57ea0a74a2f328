package org.sellmeapen.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Opens recordings of any format that is read: WAV by itself, the others through {@code ffmpeg}, a process of its own that
 * may not write, not reach a network, and not use more than its share; files come from strangers. Thread-safe.
 */
public final class Decoder {

    private static final int TRIED_FOR_S = 10;

    /** No decoder of pictures: those of a video are never looked at. */
    private static final String CODECS = "mp3,mp3float,mp2,mp2float,aac,aac_latm,opus,libopus,vorbis,flac,alac,"
            + "pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_f64le,pcm_u8,pcm_s16be,pcm_s24be,pcm_s32be,pcm_f32be,"
            + "pcm_mulaw,pcm_alaw,adpcm_ms,adpcm_ima_wav,gsm_ms,gsm";

    private final FfmpegPlaces places;
    private final DecoderCaps caps;
    private @Nullable Optional<Shell> found;

    public Decoder() {
        this(FfmpegPlaces.ofThisMachine(), DecoderCaps.USUAL);
    }

    Decoder(FfmpegPlaces places, DecoderCaps caps) {
        this.places = places;
        this.caps = caps;
    }

    /**
     * @param program the one that decodes
     * @param noNetwork whether it runs where there is none
     */
    record Shell(Path program, boolean noNetwork) {}

    /** Which program decodes; empty where only WAV is read. */
    public Optional<Path> program() {
        return shell().map(Shell::program);
    }

    /**
     * @throws NotAudio where it is no recording, or a broken one; also while it is read
     * @throws FormatNotRead where it is one in a format that is not read
     * @throws DecoderMissing where it is not WAV and nothing here decodes it
     */
    public SampleStream open(Path file) throws IOException {
        Container container = Recordings.container(file);
        if (Files.size(file) > caps.bytes()) {
            throw new RecordingTooLarge(caps.bytes());
        }
        if (container == Container.WAV) {
            try {
                return Recordings.open(file);
            } catch (FormatNotRead compressed) {
                if (shell().isEmpty()) {
                    throw compressed;
                }
            }
        }
        String demuxer = container.demuxer();
        if (demuxer == null) {
            throw new FormatNotRead("This is " + container.words() + ".");
        }
        if (container == Container.OGG && OggEnd.isCutOff(file)) {
            throw new NotAudio("This " + container.words() + " file is cut off.");
        }
        Shell shell = shell().orElseThrow(() -> new DecoderMissing(container.words()));
        return new DecodedStream(container, command(shell, demuxer, file), library(shell.program()), caps);
    }

    private List<String> command(Shell shell, String demuxer, Path file) {
        List<String> command = new ArrayList<>(capped(shell));
        command.addAll(List.of("-nostdin", "-hide_banner", "-nostats", "-loglevel", "info", "-threads", "1"));
        command.addAll(List.of("-protocol_whitelist", "file", "-codec_whitelist", CODECS, "-f", demuxer));
        command.addAll(List.of("-i", "file:" + file.toAbsolutePath()));
        command.addAll(List.of("-map", "0:a:0", "-vn", "-sn", "-dn", "-t", String.valueOf(caps.seconds())));
        command.addAll(List.of("-map_metadata", "-1", "-bitexact", "-c:a", "pcm_f32le", "-f", "wav", "pipe:1"));
        return command;
    }

    /** Limits are set by the shell that then becomes the program: one process, so that killing it kills all. */
    private List<String> capped(Shell shell) {
        String limits = "ulimit -c 0; ulimit -f 0; ulimit -n 32; ulimit -v %d; ulimit -t %d; exec \"$@\""
                .formatted(caps.memoryMib() * 1_024L, caps.cpu().toSeconds());
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", limits, "decode"));
        if (shell.noNetwork()) {
            command.addAll(List.of("unshare", "-r", "-n", "--"));
        }
        command.add(shell.program().toString());
        return command;
    }

    private static Path library(Path program) {
        Path folder = program.toAbsolutePath().getParent();
        return folder == null ? program : folder;
    }

    private synchronized Optional<Shell> shell() {
        if (found == null) {
            boolean noNetwork = runs(List.of("unshare", "-r", "-n", "--", "true"), Path.of("/"));
            found = places.programs().stream()
                    .map(program -> new Shell(program, noNetwork))
                    .filter(shell -> {
                        List<String> command = new ArrayList<>(capped(shell));
                        command.add("-version");
                        return runs(command, library(shell.program()));
                    })
                    .findFirst();
        }
        return found;
    }

    private static boolean runs(List<String> command, Path library) {
        try {
            ProcessBuilder builder = DecodedStream.bare(command, library);
            Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(TRIED_FOR_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
