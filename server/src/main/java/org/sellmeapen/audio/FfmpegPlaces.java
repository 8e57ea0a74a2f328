package org.sellmeapen.audio;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for {@code ffmpeg}: the one an operator names, the one of the machine (which its distribution keeps patched),
 * the one that comes with us.
 *
 * @param named by the operator, who then gets no other
 * @param path the PATH
 * @param cache where ours is unpacked to, once
 */
record FfmpegPlaces(@Nullable Path named, String path, Path cache) {

    /** Names the unpacked folder: another version is another folder. */
    private static final String VERSION = "7.1.1-1.5.12";

    /** What the program needs of the archive, and what it wants it to be called. */
    private static final List<List<String>> LIBRARIES = List.of(
            List.of("libavdevice.so.61"),
            List.of("libavfilter.so.10"),
            List.of("libavformat.so.61"),
            List.of("libavcodec.so.61"),
            List.of("libavutil.so.59"),
            List.of("libswresample.so.5"),
            List.of("libswscale.so.8"),
            List.of("libdrm.so.2"),
            List.of("libva.so", "libva.so.2"),
            List.of("libva-drm.so", "libva-drm.so.2"),
            List.of("libasound.so.2"),
            List.of("libbcm_host.so"),
            List.of("libvcos.so"),
            List.of("libvchiq_arm.so"));

    static FfmpegPlaces ofThisMachine() {
        String named = System.getenv("SELLMEAPEN_FFMPEG");
        String path = System.getenv("PATH");
        String cache = System.getenv("XDG_CACHE_HOME");
        Path folder = cache == null || cache.isBlank()
                ? Path.of(System.getProperty("user.home", "."), ".cache")
                : Path.of(cache);
        return new FfmpegPlaces(
                named == null || named.isBlank() ? null : Path.of(named),
                path == null ? "" : path,
                folder.resolve("sellmeapen"));
    }

    /** Programs to try, the best first. */
    List<Path> programs() {
        if (named != null) {
            return List.of(named);
        }
        List<Path> found = new ArrayList<>();
        Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "ffmpeg"))
                .filter(Path::isAbsolute)
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(found::add);
        bundled().ifPresent(found::add);
        return found;
    }

    private Optional<Path> bundled() {
        String machine = switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "linux-x86_64";
            case "aarch64", "arm64" -> "linux-arm64";
            default -> null;
        };
        String inside = "/org/bytedeco/ffmpeg/" + machine + "/";
        if (machine == null || FfmpegPlaces.class.getResource(inside + "ffmpeg") == null) {
            return Optional.empty();
        }
        Path folder = cache.resolve("ffmpeg-" + VERSION + "-" + machine);
        Path program = folder.resolve("ffmpeg");
        if (Files.isExecutable(program)) {
            return Optional.of(program);
        }
        try {
            unpack(inside, folder);
            return Optional.of(program);
        } catch (IOException nowhereToUnpack) {
            return Optional.empty();
        }
    }

    /** Beside its place first, so that nobody ever finds half of it. */
    private void unpack(String inside, Path folder) throws IOException {
        Files.createDirectories(cache);
        Path draft = Files.createTempDirectory(
                cache, "ffmpeg-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            for (List<String> library : LIBRARIES) {
                copy(inside + library.getFirst(), draft.resolve(library.getLast()));
            }
            copy(inside + "ffmpeg", draft.resolve("ffmpeg"));
            Files.setPosixFilePermissions(draft.resolve("ffmpeg"), PosixFilePermissions.fromString("rwx------"));
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException somebodyWasFaster) {
            remove(draft);
        } catch (AtomicMoveNotSupportedException e) {
            remove(draft);
            throw e;
        } catch (IOException e) {
            remove(draft);
            if (!Files.isExecutable(folder.resolve("ffmpeg"))) {
                throw e;
            }
        }
    }

    private static void copy(String resource, Path to) throws IOException {
        try (InputStream in = FfmpegPlaces.class.getResourceAsStream(resource)) {
            if (in != null) {
                Files.copy(in, to);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
