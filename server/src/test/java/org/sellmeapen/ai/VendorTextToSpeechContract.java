package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sellmeapen.ai.SpeechProvider.Gift;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import org.sellmeapen.simulators.Manner;
import org.sellmeapen.simulators.SoundSimulator;

/** The contract, and what a vendor's ways must not do to a mouth. Every request is checked by the simulator. */
public abstract class VendorTextToSpeechContract extends TextToSpeechContract {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SENTENCE = "Good morning, what do you write with today?";

    private final PlainWay way = new PlainWay();
    private final TurnedTime time = new TurnedTime();
    private SoundSimulator vendor;

    /** The vendor, as simulators and the catalogue call it. */
    protected abstract String vendorId();

    protected Map<String, String> options() {
        return Map.of();
    }

    @BeforeEach
    void theVendorOpens() throws IOException {
        vendor = SoundSimulator.start(vendorId(), Specifications.folder());
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
        return SpeechProviders.mouths().stream()
                .filter(one -> one.id().equals(vendorId()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected TextToSpeech voice() {
        return voice(way, vendor.base(), new Secret(vendor.key()));
    }

    protected TextToSpeech voice(Way out, URI base, Secret key) {
        return SpeechProviders.mouth(
                vendorId(), out, base, key, "", options(), new SpeechProviders.Hands(time, Clock.systemUTC()));
    }

    @Test
    void theVendorIsGivenTheTextToTheLetter() throws Exception {
        speak("Tom & Jerry <b>\"say\"</b> it's 5 < 7.");
        assertThat(String.join("", vendor.texts())).isEqualTo("Tom & Jerry <b>\"say\"</b> it's 5 < 7.");
    }

    @Test
    void whatIsNoCharacterIsLeftOutOfTheText() throws Exception {
        speak("Good\u0007 morn\uD83Ding.");
        assertThat(vendor.texts()).containsExactly("Good  morn ing.");
    }

    @Test
    void whatHoldsNoWordIsNotAskedFor() throws Exception {
        speak(" ... ");
        assertThat(vendor.asked()).isEmpty();
    }

    @Test
    void aLongTextIsSpokenWhole() throws Exception {
        String most = "Seven words make up this little line. ".repeat(200).substring(0, longest());
        Heard heard = speak(most);
        assertThat(String.join("", vendor.texts())).isEqualTo(most);
        assertThat(heard.ms()).isCloseTo(most.length() * 30, within(5));
    }

    private static int longest() {
        return TextToSpeech.LONGEST_TEXT;
    }

    @Test
    void wordsAreToldWhereTheCatalogueSaysSo() throws Exception {
        Heard heard = speak("Well, four hundred pens is a lot.");
        if (!provider().gives(Gift.WORD_TIMES)) {
            assertThat(heard.words).isEmpty();
            return;
        }
        assertThat(heard.words.stream()
                        .map(word -> "Well, four hundred pens is a lot.".substring(word.from(), word.to())))
                .containsExactly("Well,", "four", "hundred", "pens", "is", "a", "lot.");
        assertThat(heard.words.get(1).atMs()).isEqualTo(6 * 30);
    }

    @ParameterizedTest
    @EnumSource(names = {"TORN", "NOISY", "DRIP", "GZIP"})
    void howeverItComesTheSoundIsTheSame(Manner manner) throws Exception {
        short[] plain = speak(SENTENCE).samples();
        vendor.behave(manner);
        assertThat(speak(SENTENCE).samples()).isEqualTo(plain);
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
        "PAGE, garbled, true",
        "GARBAGE, garbled, true",
        "S307, not-found, false"
    })
    void refusalsAreUnderstood(Manner manner, String code, boolean passing) {
        SpeechFailed failed = fails(manner, new Heard());
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.isPassing()).isEqualTo(passing);
        assertThat(failed.provider()).isEqualTo(vendorId());
        assertThat(vendor.asked()).as("asked once, and followed nowhere").hasSize(1);
    }

    @Test
    void whenToComeBackIsHeard() {
        assertThat(fails(Manner.S429, new Heard()).after()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aWrongKeyIsRefusedInTheVendorsWordsWithoutTheKey() {
        TextToSpeech voice = voice(way, vendor.base(), wrongKey());
        SpeechFailed failed = catchThrowableOfType(
                SpeechFailed.class, () -> voice.speak(new Utterance(SENTENCE, "en", PLAIN), new Heard()));
        assertThat(failed.code()).isEqualTo("key-refused");
        assertThat(failed.isPassing()).isFalse();
        assertThat(failed.vendorWords()).isNotBlank();
        for (String part : wrongKey().value().split(":")) {
            assertThat(failed.vendorWords()).doesNotContain(part);
            assertThat(failed.toString()).doesNotContain(part);
        }
    }

    protected Secret wrongKey() {
        return new Secret("wrong-key-0123456789");
    }

    @Test
    void aConnectionThatBreaksIsToldAfterWhatCame() {
        breaksOff(Manner.CUT, List.of("cut-off", "garbled"));
    }

    @Test
    void anEndInTheMiddleOfAPieceIsNoticed() {
        breaksOff(Manner.TRUNCATED, List.of("cut-off", "garbled"));
    }

    @Test
    void anEndInGoodOrderBeforeTheEndIsNoticed() {
        breaksOff(Manner.SHORT, List.of("cut-off", "garbled"));
    }

    @Test
    void anErrorInTheMiddleIsUnderstood() {
        breaksOff(Manner.ERROR, List.of("vendor-trouble"));
    }

    private void breaksOff(Manner manner, List<String> codes) {
        assumeTrue(tellsOf(manner), "this vendor's sound just ends, and nothing tells that it does");
        Heard heard = new Heard();
        SpeechFailed failed = fails(manner, heard);
        assertThat(failed.isPassing()).isTrue();
        assertThat(failed.code()).isIn(codes);
        assertThat(heard.ms()).isLessThan(SENTENCE.length() * 30);
    }

    /** Whether it can be told that the sound was not whole. */
    protected boolean tellsOf(Manner manner) {
        return manner == Manner.CUT;
    }

    @ParameterizedTest
    @EnumSource(names = {"HANG", "SILENT"})
    void cancelledWhileTheVendorStallsTheConnectionIsClosed(Manner manner) throws Exception {
        vendor.behave(manner);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread thread = Thread.startVirtualThread(() -> {
            try {
                speak(SENTENCE);
                ended.complete(null);
            } catch (Throwable e) {
                ended.complete(e);
            }
        });
        assertThat(vendor.hangs(SOON)).isTrue();
        thread.interrupt();
        assertThat(ended.get(SOON.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(vendor.sawClose(SOON))
                .as("the vendor sees that nobody listens")
                .isTrue();
    }

    @Test
    void whatMayNotGoOutDoesNot() {
        TextToSpeech voice = voice(new ShutWay(), vendor.base(), new Secret(vendor.key()));
        SpeechFailed failed = catchThrowableOfType(
                SpeechFailed.class, () -> voice.speak(new Utterance(SENTENCE, "en", PLAIN), new Heard()));
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
        TextToSpeech voice = voice(way, URI.create("http://127.0.0.1:" + port), new Secret(vendor.key()));
        SpeechFailed failed = catchThrowableOfType(
                SpeechFailed.class, () -> voice.speak(new Utterance(SENTENCE, "en", PLAIN), new Heard()));
        assertThat(failed.code()).isEqualTo("unreachable");
        assertThat(failed.isPassing()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"S400", "CUT", "GARBAGE"})
    void failuresQuoteNothingThatWasSaidAndNoKey(Manner manner) {
        for (Throwable e = fails(manner, new Heard()); e != null; e = e.getCause()) {
            assertThat(e.toString()).doesNotContain("morning", vendor.key());
        }
    }

    private SpeechFailed fails(Manner manner, Heard heard) {
        vendor.behave(manner);
        SpeechFailed failed = catchThrowableOfType(
                SpeechFailed.class, () -> voice().speak(new Utterance(SENTENCE, "en", PLAIN), heard));
        assertThat(failed).as("it fails").isNotNull();
        return failed;
    }
}
