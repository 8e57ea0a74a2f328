package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sellmeapen.ai.SpeechProvider.Gift;
import org.sellmeapen.ai.sound.Multipart;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import org.sellmeapen.simulators.Manner;
import org.sellmeapen.simulators.SoundSimulator;

/** The contract, and what a vendor's ways must not do to an ear. Every request and message is checked by the simulator. */
public abstract class VendorSpeechToTextContract extends SpeechToTextContract {

    protected static final Duration SOON = Duration.ofSeconds(10);

    protected final TurnedTime time = new TurnedTime();
    private final PlainWay way = new PlainWay();
    private SoundSimulator vendor;

    /** The vendor, as simulators and the catalogue call it. */
    protected abstract String vendorId();

    /** Empty for the usual one. */
    protected String model() {
        return "";
    }

    /** Whether partial texts come of that model. */
    protected boolean partials() {
        return provider().gives(Gift.PARTIALS);
    }

    @BeforeEach
    void theVendorOpens() throws IOException {
        vendor = SoundSimulator.start(vendorId(), Specifications.folder());
        vendor.understands((turn, ms) -> turn == 0 || ms > 1_500 ? FIRST : SECOND);
    }

    @AfterEach
    void theVendorFoundNothingWrong() throws IOException {
        way.close();
        vendor.close();
        assertThat(vendor.faults())
                .as("what the vendor minds, by " + vendor.grade())
                .isEmpty();
    }

    protected SoundSimulator vendor() {
        return vendor;
    }

    protected SpeechProvider provider() {
        return SpeechProviders.ears().stream()
                .filter(one -> one.id().equals(vendorId()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected SpeechToText ear() {
        return ear(way, vendor.base(), new Secret(vendor.key()));
    }

    protected SpeechToText ear(Way out, URI base, Secret key) {
        return SpeechProviders.ear(
                vendorId(), out, base, key, model(), Map.of(), new SpeechProviders.Hands(time, Clock.systemUTC()));
    }

    private SpeechFailed failure(SpeechToText ear) throws Exception {
        try (Transcribing stream = ear.open(new TranscriptionWish("en", RATE), told)) {
            say(stream, 500);
            stream.endOfUtterance();
            turnUntilAnswered();
            return told.failure();
        }
    }

    /** A socket that broke is noticed when something is said to it, which happens in time. */
    protected void turnUntilAnswered() throws InterruptedException {
        while (!told.isTold()) {
            time.turn(Duration.ofMillis(25));
        }
    }

    protected SpeechFailed fails(Manner manner) throws Exception {
        vendor.behave(manner);
        return failure(ear());
    }

    @Test
    void partialTextsComeWhereTheCatalogueSaysSo() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 2_000);
            stream.endOfUtterance();
            told.text();
        }
        assertThat(ear().streams()).isEqualTo(partials());
        assertThat(told.partials.isEmpty()).isEqualTo(!partials());
        assertThat(told.partials).allSatisfy(partial -> {
            assertThat(partial.last()).isFalse();
            assertThat(partial.text()).startsWith("good");
        });
    }

    @Test
    void wordsOfTheSecondUtteranceCountFromItsOwnBeginning() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 2_000);
            stream.endOfUtterance();
            told.text();
            stream.nextUtterance();
            say(stream, 1_000);
            stream.endOfUtterance();
            List<RecognisedWord> words = told.text().words();
            assertThat(words).extracting(RecognisedWord::text).containsExactly(SECOND.split(" "));
            assertThat(words.getFirst().startMs()).isLessThan(60);
            assertThat(words.getLast().endMs()).isBetween(900, 1_000);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TORN", "NOISY", "DRIP", "GZIP"})
    void howeverItComesTheTextIsTheSame(Manner manner) throws Exception {
        vendor.behave(manner);
        try (Transcribing stream = open()) {
            say(stream, 2_000);
            stream.endOfUtterance();
            Recognised text = told.text();
            assertThat(text.text()).isEqualTo(FIRST);
            assertThat(text.words()).extracting(RecognisedWord::text).containsExactly(FIRST.split(" "));
        }
    }

    @Test
    void soundAtAnotherRateIsHeardAsLong() throws Exception {
        try (Transcribing stream = ear().open(new TranscriptionWish("en", 24_000), told)) {
            for (int i = 0; i < 100; i++) {
                stream.audio(new short[480], 0, 480);
            }
            stream.endOfUtterance();
            Recognised text = told.text();
            assertThat(text.audioMs()).isEqualTo(2_000);
            assertThat(text.text()).isEqualTo(FIRST);
            assertThat(text.words().getLast().endMs()).isBetween(1_900, 2_000);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "S400, request-refused, false",
        "S401, key-refused, false",
        "S402, no-credit, false",
        "S403, forbidden, false",
        "S404, not-found, false",
        "S408, timed-out, true",
        "S413, too-large, false",
        "S429, too-busy, true",
        "S500, vendor-trouble, true",
        "S503, overloaded, true",
        "HTML, vendor-trouble, true",
        "GARBAGE, garbled, true",
        "S307, not-found, false"
    })
    void refusalsAreUnderstood(Manner manner, String code, boolean passing) throws Exception {
        SpeechFailed failed = fails(manner);
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.isPassing()).isEqualTo(passing);
        assertThat(failed.provider()).isEqualTo(vendorId());
    }

    @Test
    void aPageInsteadOfAnAnswerIsNone() throws Exception {
        assertThat(fails(Manner.PAGE).code()).isIn("garbled", "not-found", "vendor-trouble", "cut-off");
    }

    @Test
    void whenToComeBackIsHeard() throws Exception {
        assertThat(fails(Manner.S429).after()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aWrongKeyIsRefused() throws Exception {
        SpeechFailed failed = failure(ear(way, vendor.base(), new Secret("wrong-key-0123456789")));
        assertThat(failed.code()).isEqualTo("key-refused");
        assertThat(failed.isPassing()).isFalse();
        assertThat(failed.toString() + failed.vendorWords()).doesNotContain("wrong-key");
        if (!ear().streams()) { // of a socket that was refused the client keeps no word
            assertThat(failed.vendorWords()).contains("Incorrect API key");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "TRUNCATED"})
    void anAnswerThatBreaksOffIsNone(Manner manner) throws Exception {
        SpeechFailed failed = fails(manner);
        assertThat(failed.isPassing()).isTrue();
        assertThat(failed.code()).isIn("cut-off", "garbled");
    }

    @Test
    void whoAsksAgainAfterAFailureIsAnsweredInFull() throws Exception {
        vendor.behave(Manner.CUT);
        try (Transcribing stream = open()) {
            say(stream, 1_000);
            stream.endOfUtterance();
            turnUntilAnswered();
            assertThat(told.failure().isPassing()).isTrue();
            vendor.behave(Manner.FINE);
            say(stream, 1_000);
            stream.endOfUtterance();
            Recognised text = told.text();
            assertThat(text.text()).isEqualTo(FIRST);
            assertThat(text.audioMs()).isEqualTo(2_000);
            assertThat(text.words().getLast().endMs()).isBetween(1_900, 2_000);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HANG", "SILENT"})
    void theCloseReallyClosesTheConnection(Manner manner) throws Exception {
        vendor.behave(manner);
        assumeTrue(
                manner != Manner.SILENT || !ear().streams(), "a socket that does not open is given up by its time-out");
        Transcribing stream = open();
        say(stream, 1_000);
        stream.endOfUtterance();
        assertThat(vendor.hangs(SOON)).isTrue();
        stream.close();
        assertThat(vendor.sawClose(SOON)).isTrue();
        assertThat(told.waiting()).isZero();
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUp() throws Exception {
        vendor.behave(Manner.HANG);
        try (Transcribing stream = open()) {
            say(stream, 1_400);
            stream.endOfUtterance();
            assertThat(vendor.hangs(SOON)).isTrue();
            turnUntilAnswered();
            if (!ear().streams()) { // what is said to a socket may have no answer, where nobody spoke
                assertThat(told.failure().code()).isEqualTo("timed-out");
                assertThat(vendor.sawClose(SOON)).isTrue();
            }
        }
    }

    @Test
    void whatMayNotGoOutDoesNot() throws Exception {
        SpeechFailed failed = failure(ear(new ShutWay(), vendor.base(), new Secret(vendor.key())));
        assertThat(failed.code()).isEqualTo("not-allowed-out");
        assertThat(failed.isPassing()).isFalse();
        assertThat(vendor.asked()).isEmpty();
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        SpeechFailed failed = failure(ear(way, URI.create("http://127.0.0.1:" + port), new Secret(vendor.key())));
        assertThat(failed.code()).isEqualTo("unreachable");
        assertThat(failed.isPassing()).isTrue();
    }

    @Test
    void aWholeRecordingIsHeardWhereTheCatalogueSaysSo() throws Exception {
        var files = SpeechProviders.files(
                vendorId(),
                way,
                vendor.base(),
                new Secret(vendor.key()),
                model(),
                Map.of(),
                new SpeechProviders.Hands(time, Clock.systemUTC()));
        assertThat(files.isPresent()).isEqualTo(provider().gives(Gift.FILES));
        if (files.isPresent()) {
            Recognised text = files.get().transcribe(Multipart.wav(new short[2 * RATE], RATE), "audio/wav", "en");
            assertThat(text.text()).isEqualTo(FIRST);
            assertThat(text.words()).extracting(RecognisedWord::text).containsExactly(FIRST.split(" "));
            assertThat(text.audioMs()).isBetween(1_900, 2_000);
        }
    }
}
