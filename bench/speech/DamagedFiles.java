import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.sellmeapen.audio.Decoder;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.kernel.Problem;
import org.sellmeapen.speech.Speech;

/**
 * Arguments: FOLDER COUNT [SEED]. Damages recordings of every format and hands each to the decoder and the arithmetic: what
 * comes back is a report or a refusal, within the time limit, and nothing is left. Leaves with 1 where that is not so.
 */
class DamagedFiles {

    private static final List<String> NAMES = List.of("a.wav", "a.mp3", "a.m4a", "a.ogg", "a.opus", "a.flac", "a.webm", "a.aiff", "a.aac");
    private static final long LONGEST_MS = 30_000;

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        Random dice = new Random(arguments.length > 2 ? Long.parseLong(arguments[2]) : 20_26);
        Decoder decoder = new Decoder();
        Path program = decoder.program().orElse(null);
        List<byte[]> whole = originals(folder, program);
        Map<String, Integer> ends = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        long slowest = 0;
        Speech speech = Speech.byLevelAlone();
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            byte[] damaged = damaged(whole.get(i % whole.size()), dice);
            Path file = Files.write(folder.resolve("damaged"), damaged);
            long from = System.nanoTime();
            String end;
            try (SampleStream samples = decoder.open(file)) {
                speech.measure(samples, null, "en");
                end = "measured";
            } catch (Problem refused) {
                end = refused.code();
                if (refused.detail().contains(folder.toString())) {
                    wrong.add(i + ": the refusal names the file");
                }
            } catch (Throwable bug) {
                end = "BUG " + bug;
                wrong.add(i + ": " + bug);
            }
            ends.merge(end, 1, Integer::sum);
            long ms = (System.nanoTime() - from) / 1_000_000;
            slowest = Math.max(slowest, ms);
            if (ms > LONGEST_MS) {
                wrong.add(i + ": took " + ms + " ms");
            }
        }
        Thread.sleep(500);
        long left = ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count();
        if (left > 0) {
            wrong.add(left + " processes are left");
        }
        try (var files = Files.list(folder)) {
            long others = files.filter(f -> !f.getFileName().toString().equals("damaged") && !NAMES.contains(f.getFileName().toString())).count();
            if (others > 0) {
                wrong.add(others + " files are left");
            }
        }
        System.out.printf(
                "%d damaged files of %d formats in %.0f s, the slowest %d ms: %s%n",
                count, whole.size(), (System.nanoTime() - begun) / 1e9, slowest, ends);
        wrong.forEach(System.out::println);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private static List<byte[]> originals(Path folder, Path program) throws Exception {
        Path wav = folder.resolve("a.wav");
        new ProcessBuilder("espeak-ng", "-w", wav.toString(), "Good morning. How do you sign your contracts today?")
                .inheritIO()
                .start()
                .waitFor();
        List<byte[]> whole = new ArrayList<>(List.of(Files.readAllBytes(wav)));
        for (String name : program == null ? List.<String>of() : NAMES.subList(1, NAMES.size())) {
            List<String> command = new ArrayList<>(
                    List.of(program.toString(), "-y", "-nostdin", "-loglevel", "error", "-i", wav.toString()));
            if (name.endsWith("ogg")) {
                command.addAll(List.of("-c:a", "flac"));
            }
            command.add(folder.resolve(name).toString());
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().put("LD_LIBRARY_PATH", program.toAbsolutePath().getParent().toString());
            if (builder.start().waitFor() != 0) {
                throw new IOException("cannot make " + name);
            }
            whole.add(Files.readAllBytes(folder.resolve(name)));
        }
        return whole;
    }

    private static byte[] damaged(byte[] whole, Random dice) {
        byte[] file = whole.clone();
        int head = Math.min(512, file.length);
        switch (dice.nextInt(6)) {
            case 0:
                return Arrays.copyOf(file, dice.nextInt(file.length));
            case 1:
                return flipped(file, file.length, 1 + dice.nextInt(60), dice);
            case 2:
                return flipped(file, head, 1 + dice.nextInt(10), dice);
            case 3: // lengths, rates and counts at their bounds
                int[] bounds = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1, 0xFFFF};
                for (int n = 0; n < 4; n++) {
                    int at = dice.nextInt(head - 4);
                    int bound = bounds[dice.nextInt(bounds.length)];
                    for (int k = 0; k < 4; k++) {
                        file[at + k] = (byte) (bound >> 8 * k);
                    }
                }
                return file;
            case 4: // a piece comes twice
                int from = dice.nextInt(file.length);
                int length = dice.nextInt(file.length - from);
                byte[] longer = Arrays.copyOf(file, file.length + length);
                System.arraycopy(file, from, longer, from + length, file.length - from);
                return longer;
            default: // a header before noise
                for (int i = head; i < file.length; i++) {
                    file[i] = (byte) dice.nextInt();
                }
                return file;
        }
    }

    private static byte[] flipped(byte[] file, int within, int times, Random dice) {
        for (int i = 0; i < times; i++) {
            file[dice.nextInt(within)] ^= (byte) (1 << dice.nextInt(8));
        }
        return file;
    }
}
