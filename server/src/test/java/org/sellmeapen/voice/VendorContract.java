package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.RealtimeUsage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.connections.Exit;
import org.sellmeapen.connections.NotAllowedOut;
import tools.jackson.databind.JsonNode;

/** What every speech-to-speech vendor's leg does, whatever the vendor does. */
public abstract class VendorContract {

    private static EventLoopGroup threads;

    @BeforeAll
    static void open() {
        threads = Transport.threads(1);
    }

    @AfterAll
    static void shut() {
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    VendorSimulator vendor;
    final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    final BlockingQueue<SpeechFailed> lost = new LinkedBlockingQueue<>();
    final BlockingQueue<byte[]> sound = new LinkedBlockingQueue<>();
    Vendor leg;
    private EventLoop thread;

    final Vendor.Told ears = new RecordedTold(told, sound, lost);

    /** Of this vendor at that address, with the key {@code secret-key}. */
    abstract RelaySettings settings(String url);

    /** At which the microphone is asked for where nobody else stands in the order. */
    abstract int upRate();

    final WrittenDeparture written = new WrittenDeparture();
    private Exit exit = _ -> written;

    final CountedUse use = new CountedUse();

    /** What it says when it is ready to listen. */
    abstract void letsIn() throws Exception;

    abstract void checkSettings(JsonNode first);

    abstract String base64Of(JsonNode message);

    abstract String heard(String text);

    abstract String began();

    abstract String sound(String base64);

    abstract String words(String text);

    abstract String ended();

    /** The same, with {@link #usage()} in it. */
    abstract String endedWithUsage();

    abstract RealtimeUsage usage();

    @BeforeEach
    void simulate() throws IOException {
        vendor = new VendorSimulator();
        thread = threads.next();
    }

    @AfterEach
    void hangUp() throws Exception {
        if (leg != null) {
            on(leg::close);
        }
        vendor.close();
    }

    final void on(Runnable what) throws Exception {
        thread.submit(what).get(5, TimeUnit.SECONDS);
    }

    final void calls(int port) throws Exception {
        calls(port, RealtimeModel.USUALLY_WITHIN);
    }

    private void calls(int port, Duration within) throws Exception {
        NettyLoop loop = new NettyLoop(thread, Executors.newVirtualThreadPerTaskExecutor());
        RealtimeModel set = settings("ws://127.0.0.1:" + port).model(exit);
        RealtimeModel model = new RealtimeModel(
                set.provider(), set.base(), set.key(), set.model(), set.voice(), set.options(), within, exit, use);
        VendorCall call = new VendorCall("You play Ada.", "en-GB", 1_500, true, upRate(), "voice-1");
        on(() -> leg = new VendorDoor(new SecureRandom()).open(model, call, loop, ears));
    }

    final void ready() throws Exception {
        calls(vendor.port());
        vendor.awaitConnected();
        letsIn();
        tells("ready");
    }

    final void tells(String what) throws InterruptedException {
        assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo(what);
    }

    final SpeechFailed isLost() throws InterruptedException {
        SpeechFailed why = lost.poll(5, TimeUnit.SECONDS);
        assertThat(why).isNotNull();
        return why;
    }

    @Test
    void itSaysWhoItIsAndHowItWantsToBeSpokenTo() throws Exception {
        ready();
        assertThat(vendor.requests.take()).contains("secret-key").doesNotContain("OpenAI-Beta");
    }

    @Test
    void theMicrophoneArrivesAsItIsWhateverTheSize() throws Exception {
        ready();
        Random chance = new Random(7);
        for (int bytes : new int[] {2, 4, 6, 94, 640, 960, 962, 4_800}) {
            byte[] pcm = new byte[bytes];
            chance.nextBytes(pcm);
            ByteBuf frame = Unpooled.wrappedBuffer(pcm);
            on(() -> leg.audio(frame));
            assertThat(Base64.getDecoder().decode(base64Of(vendor.hears()))).isEqualTo(pcm);
        }
    }

    @Test
    void aReplyIsToldInOrderAndItsSoundHandedOnAsItIs() throws Exception {
        ready();
        byte[] pcm = new byte[4_801 / 2 * 2];
        new Random(3).nextBytes(pcm);
        vendor.say(began());
        vendor.say(sound(Base64.getEncoder().encodeToString(pcm)));
        vendor.sayInPieces(sound(Base64.getEncoder().encodeToString(pcm)));
        vendor.say(words("Well \"then\"."));
        vendor.say(ended());
        tells("began null");
        tells("words Well \"then\".");
        tells("ended WHOLE");
        assertThat(sound.take()).isEqualTo(pcm);
        assertThat(sound.take()).isEqualTo(pcm);
    }

    @Test
    void whatWasHeardIsTold() throws Exception {
        ready();
        vendor.say(heard("What does it cost?"));
        vendor.say(began());
        vendor.say(sound("AAAA"));
        String first = told.poll(5, TimeUnit.SECONDS);
        while (first != null && !first.startsWith("heard")) {
            first = told.poll(5, TimeUnit.SECONDS);
        }
        assertThat(first).isEqualTo("heard What does it cost?");
    }

    @Test
    void whatMakesNoSenseIsLeftAside() throws Exception {
        ready();
        vendor.say("no json at all {{{");
        vendor.say("{\"type\":\"something.quite.new\",\"serverNews\":{\"a\":[1,{\"b\":\"\\\"}\"}]}}");
        vendor.say("[]");
        vendor.say("{}");
        vendor.say(began());
        vendor.say(sound("*** no base64 ***"));
        vendor.sayBinary(sound("AAAA"));
        vendor.say(ended());
        tells("began null");
        tells("ended WHOLE");
        assertThat(sound.take()).hasSize(2);
        assertThat(lost).isEmpty();
    }

    @Test
    void aRefusedKeyIsNotTriedAgain() throws Exception {
        vendor.refusal = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno";
        calls(vendor.port());
        SpeechFailed why = isLost();
        assertThat(why.code()).isEqualTo("key-refused");
        assertThat(why.isPassing()).isFalse();
    }

    @Test
    void whoIsBusyIsLeftAloneAsLongAsTheyAsk() throws Exception {
        vendor.refusal = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 3\r\nContent-Length: 0\r\n\r\n";
        calls(vendor.port());
        SpeechFailed why = isLost();
        assertThat(why.isPassing()).isTrue();
        assertThat(why.after()).hasSeconds(3);
    }

    @Test
    void aRedirectionIsNotFollowed() throws Exception {
        vendor.refusal = "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n";
        calls(vendor.port());
        assertThat(isLost().isPassing()).isFalse();
    }

    @Test
    void anAnswerThatIsNoHttpIsALostLeg() throws Exception {
        vendor.refusal = "SSH-2.0-whatever\r\n\r\n";
        calls(vendor.port());
        assertThat(isLost().isPassing()).isTrue();
    }

    @Test
    void nobodyAtHomeIsToldOnce() throws Exception {
        int free;
        try (ServerSocket gone = new ServerSocket(0)) {
            free = gone.getLocalPort();
        }
        calls(free);
        assertThat(isLost().code()).isEqualTo("unreachable");
        on(leg::close);
        assertThat(lost).isEmpty();
        assertThat(written.ends.poll(5, TimeUnit.SECONDS)).isFalse();
        assertThat(written.sent).hasValue(0);
    }

    @Test
    void aVendorThatHangsUpInTheMiddleIsToldAsCutOff() throws Exception {
        ready();
        vendor.say(began());
        vendor.say(sound("AAAA"));
        assertThat(sound.poll(5, TimeUnit.SECONDS)).isNotNull();
        vendor.hangUp();
        assertThat(isLost().code()).isEqualTo("cut-off");
        assertThat(written.ends.poll(5, TimeUnit.SECONDS)).as("it broke off").isFalse();
    }

    @Test
    void aBrokenFrameEndsTheLeg() throws Exception {
        ready();
        vendor.raw(new byte[] {(byte) 0xF3, 1, 0});
        assertThat(isLost().isPassing()).isTrue();
    }

    @Test
    void whoClosedItHearsNothingMore() throws Exception {
        ready();
        on(leg::close);
        vendor.hangUp();
        on(() -> {});
        assertThat(lost).isEmpty();
    }

    @Test
    void whatMayNotLeaveDoesNotAndIsNotTriedAgain() throws Exception {
        exit = address -> {
            throw new NotAllowedOut("host-not-allowed", address.getHost());
        };
        calls(vendor.port());
        SpeechFailed why = isLost();
        assertThat(why.code()).isEqualTo("not-allowed-out");
        assertThat(why.isPassing()).isFalse();
        assertThat(vendor.requests).isEmpty();
    }

    @Test
    void whatGoesEitherWayIsCountedAndItsEndTold() throws Exception {
        ready();
        long before = written.sent.get();
        long came = written.received.get();
        assertThat(before).isPositive();
        assertThat(came).isPositive();
        ByteBuf frame = Unpooled.wrappedBuffer(new byte[640]);
        on(() -> leg.audio(frame));
        vendor.hears();
        assertThat(written.sent.get() - before).isEqualTo(vendor.lengths.getLast());
        vendor.say(began());
        tells("began null");
        assertThat(written.received.get() - came).isEqualTo(began().length());
        on(leg::close);
        assertThat(written.ends.poll(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nobodyAtHomeStandsOnTheListAsFailed() throws Exception {
        vendor.refusal = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
        calls(vendor.port());
        isLost();
        assertThat(written.ends.poll(5, TimeUnit.SECONDS)).isFalse();
        assertThat(use.how).containsExactly("vendor-trouble");
    }

    @Test
    void aRefusalIsToldInTheVendorsWords() throws Exception {
        String words = "{\"error\":{\"message\":\"That key is of no use.\"}}";
        vendor.refusal = "HTTP/1.1 401 Unauthorized\r\nContent-Length: " + words.length() + "\r\n\r\n" + words;
        calls(vendor.port());
        SpeechFailed why = isLost();
        assertThat(why.vendorWords()).isEqualTo("That key is of no use.");
        assertThat(why).hasMessageNotContaining("of no use");
        assertThat(written.sent).hasValue(0);
        assertThat(written.received).hasValue(words.length());
    }

    @Test
    void whoDoesNotTakeTheCallInTimeIsLost() throws Exception {
        calls(vendor.port(), Duration.ofMillis(200));
        vendor.awaitConnected();
        assertThat(isLost().code()).isEqualTo("timed-out");
        assertThat(use.how).containsExactly("timed-out");
    }

    @Test
    void whatAnAnswerTookIsTold() throws Exception {
        ready();
        assertThat(use.how).containsExactly("worked");
        vendor.say(began());
        vendor.say(sound("AAAA"));
        vendor.say(endedWithUsage());
        tells("began null");
        tells("ended WHOLE");
        assertThat(use.took).containsExactly(usage());
    }

    @Test
    void whereTheCapIsReachedTheAnswerIsTheLast() throws Exception {
        ready();
        use.more = false;
        vendor.say(began());
        vendor.say(sound("AAAA"));
        vendor.say(endedWithUsage());
        tells("began null");
        tells("ended WHOLE");
        assertThat(isLost().code()).isEqualTo("budget-spent");
        assertThat(written.ends.poll(5, TimeUnit.SECONDS)).isTrue();
    }

    /** Whether this message makes the vendor answer. */
    abstract boolean asksForAnAnswer(JsonNode message);

    @Test
    void anAnswerIsAskedForWhenItsPriceIsSetAside() throws Exception {
        ready();
        use.more = false;
        on(() -> leg.typed("Hello."));
        on(() -> leg.instruct("Stay calm."));
        assertThat(use.answers).isEqualTo(1);
        List<JsonNode> before = heardUpTo("Stay calm.");
        assertThat(before).noneMatch(this::asksForAnAnswer);

        use.waiting.getFirst().run();
        on(() -> leg.instruct("Stay warm."));
        assertThat(heardUpTo("Stay warm.")).filteredOn(this::asksForAnAnswer).hasSize(1);
        vendor.say(began());
        vendor.say(ended());
        tells("began null");
        tells("ended WHOLE");
        assertThat(use.answers).isEqualTo(1);
    }

    @Test
    void thePriceOfAnAnswerThatNobodyAskedForIsSetAsideWhenItBegins() throws Exception {
        ready();
        vendor.say(began());
        vendor.say(ended());
        tells("began null");
        tells("ended WHOLE");
        assertThat(use.answers).isEqualTo(1);
    }

    private List<JsonNode> heardUpTo(String words) throws InterruptedException {
        List<JsonNode> heard = new ArrayList<>();
        do {
            heard.add(vendor.hears());
        } while (!heard.getLast().toString().contains(words));
        return heard;
    }
}
