import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Many callers of the pipeline on one thread: microphone frames in real time, and what a page says of speech. Measures
 * from the end of speech that was told to the first sound of the answer; what the server adds is that less the policy's
 * own waiting, which the server tells beside.
 *
 * <p>Arguments: measure URLS HOW_MANY SECONDS [WARM_SECONDS [activity: browser|server]]
 */
final class Callers {

    static final int RATE = 16_000;
    static final int FRAME = RATE / 50 * 2;
    static final long FRAME_NS = 20_000_000;
    static final int SPEECH_FRAMES = 100;
    static final int TURN_FRAMES = 350;

    private final Selector selector = Selector.open();
    private final ByteBuffer read = ByteBuffer.allocateDirect(1 << 18);
    private final List<One> all = new ArrayList<>();
    private final List<Double> waits = new ArrayList<>();
    private final List<Double> added = new ArrayList<>();
    private final List<Double> late = new ArrayList<>();
    private final byte[] speech = sound(4_000);
    private final byte[] silence = sound(3);
    private final boolean tells;
    private long measureFrom = Long.MAX_VALUE;
    private long measureTo = Long.MAX_VALUE;
    private int asked;
    private int closes;
    private int troubles;
    private long framesDown;

    private Callers(boolean tells) throws IOException {
        this.tells = tells;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> urls = Files.readAllLines(Path.of(arguments[1]));
        int howMany = Integer.parseInt(arguments[2]);
        int warm = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 7;
        Callers callers = new Callers(arguments.length < 6 || arguments[5].equals("browser"));
        callers.enter(urls.subList(0, howMany));
        callers.talk(warm, Integer.parseInt(arguments[3]));
        callers.report(howMany);
    }

    private static byte[] sound(int loudness) {
        byte[] pcm = new byte[FRAME];
        Random chance = new Random(5);
        for (int k = 0; k < FRAME; k += 2) {
            int v = (int) (chance.nextGaussian() * loudness);
            pcm[k] = (byte) v;
            pcm[k + 1] = (byte) (v >> 8);
        }
        return pcm;
    }

    private final class One {
        final SocketChannel channel;
        final SelectionKey key;
        final String request;
        final ArrayDeque<ByteBuffer> out = new ArrayDeque<>();
        byte[] in = new byte[8_192];
        int have;
        boolean shaken;
        boolean ready;
        boolean gone;
        int seq;
        long frames;
        long endOfSpeech = -1;
        double firstAudio = -1;
        int turn = -1;
        boolean playing;

        One(String line) throws IOException {
            String[] words = line.split(" ");
            URI url = URI.create(words[0]);
            request = "GET " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: " + words[1] + "\r\n\r\n";
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            key = channel.register(selector, SelectionKey.OP_CONNECT, this);
        }

        void send(ByteBuffer bytes) {
            try {
                if (out.isEmpty()) {
                    channel.write(bytes);
                }
                if (bytes.hasRemaining()) {
                    out.add(bytes);
                    key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                }
            } catch (IOException hungUp) {
                leave();
            }
        }

        void frame(int opcode, byte[] payload) {
            ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
            frame.put((byte) (0x80 | opcode));
            if (payload.length < 126) {
                frame.put((byte) (0x80 | payload.length));
            } else {
                frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
            }
            send(frame.putInt(0).put(payload).flip());
        }

        void say(String rest) {
            frame(1, ("{\"v\":1,\"seq\":" + ++seq + "," + rest + "}").getBytes(StandardCharsets.UTF_8));
        }

        void leave() {
            if (!gone) {
                gone = true;
                closes++;
                try {
                    channel.close();
                } catch (IOException already) {
                    // it is gone either way
                }
            }
        }

        void take(ByteBuffer more) {
            if (in.length < have + more.remaining()) {
                in = Arrays.copyOf(in, Math.max(in.length * 2, have + more.remaining()));
            }
            int length = more.remaining();
            more.get(in, have, length);
            have += length;
            int at = 0;
            while (!gone) {
                if (!shaken) {
                    String head = new String(in, 0, have, StandardCharsets.US_ASCII);
                    int end = head.indexOf("\r\n\r\n");
                    if (end < 0) {
                        break;
                    }
                    if (!head.startsWith("HTTP/1.1 101")) {
                        System.err.println("refused: " + head.lines().findFirst().orElse(""));
                        leave();
                        return;
                    }
                    shaken = true;
                    at = end + 4;
                    continue;
                }
                if (have - at < 2) {
                    break;
                }
                int size = in[at + 1] & 127;
                int header = size == 126 ? 4 : 2;
                if (have - at < header) {
                    break;
                }
                if (size == 126) {
                    size = (in[at + 2] & 255) << 8 | in[at + 3] & 255;
                }
                if (have - at < header + size) {
                    break;
                }
                message(in[at] & 15, at + header, size);
                at += header + size;
            }
            System.arraycopy(in, at, in, 0, have - at);
            have -= at;
        }

        void message(int opcode, int from, int size) {
            switch (opcode) {
                case 2 -> heard();
                case 1 -> told(new String(in, from, size, StandardCharsets.UTF_8));
                case 8 -> leave();
                case 9 -> frame(10, Arrays.copyOfRange(in, from, from + size));
                default -> {}
            }
        }

        void heard() {
            framesDown++;
            long now = System.nanoTime();
            if (endOfSpeech > 0 && firstAudio < 0) {
                firstAudio = (now - endOfSpeech) / 1e6;
            }
            if (!playing && turn >= 0) {
                playing = true;
                say("\"type\":\"playing\",\"turn\":" + turn + ",\"from_ms\":0,\"at_ms\":" + frames * 20);
            }
        }

        void told(String json) {
            if (json.contains("\"type\":\"ready\"")) {
                ready = true;
                say("\"type\":\"hello\",\"activity\":\"browser\",\"ear\":\"server\",\"headphones\":true");
            } else if (json.contains("\"type\":\"clause\"") && !json.contains("\"turn\":" + turn + ",")) {
                turn = number(json, "\"turn\":");
                playing = false;
            } else if (json.contains("\"type\":\"latency\"") && endOfSpeech > 0 && firstAudio >= 0 && !json.contains("playing_ms")) {
                if (endOfSpeech >= measureFrom && endOfSpeech < measureTo) {
                    waits.add(firstAudio);
                    added.add(firstAudio - number(json, "\"waited_ms\":"));
                }
                endOfSpeech = -1;
            } else if (json.contains("\"type\":\"trouble\"") || json.contains("\"type\":\"stepped_down\"")) {
                troubles++;
            } else if (json.contains("\"type\":\"said\"")) {
                // it is heard when it has sounded; the next turn begins later than that
                say("\"type\":\"played\",\"turn\":" + number(json, "\"turn\":") + ",\"at_ms\":" + frames * 20);
            }
        }

        void tick(long now, int phase) {
            if (gone) {
                return;
            }
            if (tells && phase == 0) {
                endOfSpeech = -1;
                firstAudio = -1;
                say("\"type\":\"speech\",\"state\":\"started\",\"at_ms\":" + frames * 20);
            }
            if (phase == SPEECH_FRAMES) {
                endOfSpeech = now;
                firstAudio = -1;
                if (now >= measureFrom && now < measureTo) {
                    asked++;
                }
                if (tells) {
                    say("\"type\":\"speech\",\"state\":\"stopped\",\"at_ms\":" + frames * 20);
                }
            }
            frame(2, phase < SPEECH_FRAMES ? speech : silence);
            frames++;
        }
    }

    private static int number(String json, String key) {
        int at = json.indexOf(key) + key.length();
        int end = at;
        while (end < json.length() && Character.isDigit(json.charAt(end))) {
            end++;
        }
        return end == at ? 0 : Integer.parseInt(json.substring(at, end));
    }

    private void enter(List<String> urls) throws IOException {
        long until = System.nanoTime() + 60_000_000_000L;
        for (String url : urls) {
            all.add(new One(url));
            poll(4);
        }
        while (all.stream().anyMatch(one -> !one.ready && !one.gone) && System.nanoTime() < until) {
            poll(5);
        }
        System.err.printf(
                "%d of %d are ready%n", all.stream().filter(one -> one.ready).count(), all.size());
    }

    private void talk(int warm, int seconds) throws IOException {
        long base = System.nanoTime() + 50_000_000;
        measureFrom = base + warm * 1_000_000_000L;
        measureTo = measureFrom + seconds * 1_000_000_000L;
        int n = all.size();
        for (long c = 0; ; c++) {
            long due = base + c / n * FRAME_NS + c % n * FRAME_NS / n;
            // who ended a speech in the last second is waited for
            if (due >= measureTo + 3_000_000_000L) {
                return;
            }
            long now = System.nanoTime();
            while (now < due) {
                poll(due - now > 2_000_000 ? (due - now) / 1_000_000 : 0);
                now = System.nanoTime();
            }
            if (now >= measureFrom && now < measureTo) {
                late.add((now - due) / 1e6);
            }
            int who = (int) (c % n);
            all.get(who).tick(now, (int) ((c / n + (long) who * TURN_FRAMES / n) % TURN_FRAMES));
            if ((c & 15) == 0) {
                poll(0);
            }
        }
    }

    private void poll(long ms) throws IOException {
        if (ms <= 0) {
            selector.selectNow();
        } else {
            selector.select(ms);
        }
        for (var keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
            SelectionKey key = keys.next();
            keys.remove();
            One one = (One) key.attachment();
            try {
                if (key.isConnectable()) {
                    one.channel.finishConnect();
                    key.interestOps(SelectionKey.OP_READ);
                    one.send(ByteBuffer.wrap(one.request.getBytes(StandardCharsets.US_ASCII)));
                }
                if (key.isReadable()) {
                    read.clear();
                    if (one.channel.read(read) < 0) {
                        one.leave();
                        continue;
                    }
                    one.take(read.flip());
                }
                if (!one.gone && key.isWritable()) {
                    while (!one.out.isEmpty()) {
                        one.channel.write(one.out.peek());
                        if (one.out.peek().hasRemaining()) {
                            break;
                        }
                        one.out.remove();
                    }
                    if (one.out.isEmpty()) {
                        key.interestOps(SelectionKey.OP_READ);
                    }
                }
            } catch (IOException | java.nio.channels.CancelledKeyException hungUp) {
                one.leave();
            }
        }
    }

    private void report(int howMany) {
        System.out.printf(
                Locale.ROOT,
                "| %d | %d of %d | %s | %s | %d | %d | %s |%n",
                howMany,
                added.size(),
                asked,
                spread(waits),
                spread(added),
                closes,
                troubles,
                spread(late));
        System.err.println("frames of the counterpart's voice: " + framesDown);
    }

    private static String spread(List<Double> ms) {
        if (ms.isEmpty()) {
            return "-";
        }
        double[] sorted = ms.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                Locale.ROOT, "%.1f / %.1f", sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)]);
    }
}
