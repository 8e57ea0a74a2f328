package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sellmeapen.connections.NotAllowedOut;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import org.sellmeapen.simulators.Manner;
import org.sellmeapen.simulators.Simulator;

/** The contract, and what a vendor's ways must not do to it. Every request is checked by the simulator. */
public abstract class VendorLanguageModelContract extends LanguageModelContract {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final PlainWay WAY = new PlainWay();
    private Simulator vendor;

    /** The vendor, as simulators and the catalogue call it. */
    protected abstract String vendorId();

    protected Map<String, String> options() {
        return Map.of();
    }

    protected String modelName() {
        return "some-model";
    }

    @BeforeEach
    void theVendorOpens() throws IOException {
        vendor = Simulator.start(vendorId(), Specifications.folder());
        vendor.says(asked -> asked.schema() == null ? SAID : "{\"quote\": \"„so“\", \"turn\": 3, \"shown\": true}");
    }

    @AfterEach
    void theVendorFoundNothingWrong() throws IOException {
        vendor.close();
        assertThat(vendor.faults())
                .as("what the vendor minds, by " + vendor.grade())
                .isEmpty();
    }

    protected Simulator vendor() {
        return vendor;
    }

    @Override
    protected LanguageModel model() {
        return model(WAY, vendor.base(), new Secret(vendor.key()));
    }

    protected LanguageModel model(Way out, URI base, Secret key) {
        return Providers.language(Purpose.TALK, vendorId(), out, base, key, modelName(), options(), Clock.systemUTC());
    }

    @Override
    protected LanguageModel longModel() {
        vendor.says(_ -> longAnswer());
        return model();
    }

    @Test
    void theVendorIsToldAllThatWasSaid() throws Exception {
        model().answer(asking(), AnswerSink.NONE);
        assertThat(vendor.last().system()).isEqualTo("You sell nothing; you buy.");
        assertThat(vendor.last().said()).containsExactly("Good morning, may I show you a pen?");
        assertThat(vendor.last().mostTokens()).isEqualTo(200);
        assertThat(vendor.last().model()).isEqualTo(modelName());
    }

    @ParameterizedTest
    @EnumSource(names = {"TORN", "NOISY", "DRIP", "GZIP", "THINKING"})
    void howeverItComesTheWordsAreTheSame(Manner manner) throws Exception {
        vendor.behave(manner);
        List<String> words = new ArrayList<>();
        Answer answer = model().answer(asking(), words::add);
        assertThat(answer.text()).isEqualTo(SAID);
        assertThat(String.join("", words)).isEqualTo(SAID);
        assertThat(answer.finish()).isEqualTo(Answer.Finish.END);
        assertThat(answer.usage().isKnown()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"TORN", "NOISY", "THINKING"})
    void howeverItComesTheShapeIsKept(Manner manner) throws Exception {
        vendor.behave(manner);
        assertThat(model().answer(asking().shaped(SHAPE), AnswerSink.NONE).text())
                .isEqualTo("{\"quote\": \"„so“\", \"turn\": 3, \"shown\": true}");
    }

    @Test
    void aWholeAnswerLeavesTheConnectionForTheNextQuestion() throws Exception {
        vendor.behave(Manner.DRIP); // the end of the message comes a little after the last word
        LanguageModel model = model();
        for (int i = 0; i < 5; i++) {
            model.answer(asking(), AnswerSink.NONE);
        }
        assertThat(vendor.connections())
                .as("connections for %d questions, one after the other", vendor.requests())
                .isLessThan(4);
    }

    @Test
    void cachedTokensAreTold() throws Exception {
        assumeTrue(tellsCached(), "this vendor does not tell what it remembered");
        vendor.behave(Manner.NOISY);
        assertThat(model().answer(asking(), AnswerSink.NONE).usage().cachedTokens())
                .isEqualTo(2);
    }

    /** Whether this vendor tells which tokens it had seen before. */
    protected boolean tellsCached() {
        return true;
    }

    @Test
    void aModelThatWillNotSaysSo() throws Exception {
        assumeTrue(tellsRefusals(), "this vendor does not mark a refusal");
        vendor.behave(Manner.REFUSAL);
        Answer answer = model().answer(asking(), AnswerSink.NONE);
        assertThat(answer.finish()).isEqualTo(Answer.Finish.REFUSED);
        assertThat(answer.text()).contains("cannot help");
    }

    /** Whether this vendor marks a refusal as one. */
    protected boolean tellsRefusals() {
        return true;
    }

    @Test
    void aFilterThatStepsInIsARefusal() throws Exception {
        assumeTrue(hasFilter(), "this vendor has no filter");
        vendor.behave(Manner.FILTERED);
        assertThat(model().answer(asking(), AnswerSink.NONE).finish()).isEqualTo(Answer.Finish.REFUSED);
    }

    @Test
    void aPromptThatTheFilterTakesForBadIsBlocked() throws Exception {
        assumeTrue(blocksPrompts(), "this vendor blocks no prompt");
        ModelFailed failed = fails(Manner.BLOCKED);
        assertThat(failed.code()).isEqualTo("blocked");
        assertThat(failed.isPassing()).isFalse();
    }

    /** Whether this vendor stops an answer that it does not want. */
    protected boolean hasFilter() {
        return true;
    }

    /** Whether it refuses a prompt that it does not want. */
    protected boolean blocksPrompts() {
        return hasFilter();
    }

    @ParameterizedTest
    @CsvSource({
        "S400, request-refused, false",
        "S401, key-refused, false",
        "S402, no-credit, false",
        "S403, forbidden, false",
        "S404, not-found, false",
        "S408, timed-out, true",
        "S409, conflict, true",
        "S413, too-large, false",
        "WINDOW, too-large, false",
        "S429, too-busy, true",
        "S429_BARE, too-busy, true",
        "S500, vendor-trouble, true",
        "S503, overloaded, true",
        "S529, overloaded, true",
        "HTML, vendor-trouble, true",
        "PAGE, garbled, true",
        "GARBAGE, garbled, true",
        "S307, not-found, false"
    })
    void refusalsAreUnderstood(Manner manner, String code, boolean passing) throws Exception {
        ModelFailed failed = fails(manner);
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.isPassing()).isEqualTo(passing);
        assertThat(failed.provider()).isEqualTo(model().id());
        assertThat(vendor.requests()).as("asked once, and followed nowhere").isEqualTo(1);
    }

    @Test
    void whenToComeBackIsHeard() throws Exception {
        assertThat(fails(Manner.S429).after()).isEqualTo(Duration.ofSeconds(7));
        assertThat(fails(Manner.S429_DATE).after()).isEqualTo(Duration.ofSeconds(9));
        assertThat(fails(Manner.S429_BARE).after()).isNull();
    }

    @Test
    void aWrongKeyIsRefusedInTheVendorsWordsWithoutTheKey() {
        LanguageModel model = model(WAY, vendor.base(), wrongKey());
        ModelFailed failed = catchThrowableOfType(ModelFailed.class, () -> model.answer(asking(), AnswerSink.NONE));
        assertThat(failed.code()).isEqualTo("key-refused");
        assertThat(failed.isPassing()).isFalse();
        assertThat(failed.vendorWords()).isNotBlank();
        for (String part : wrongKey().value().split(":")) {
            assertThat(failed.vendorWords()).doesNotContain(part);
            assertThat(failed.toString()).doesNotContain(part);
        }
    }

    protected Secret wrongKey() {
        return new Secret("wrong");
    }

    @Test
    void theVendorsWordsArePlainOnes() throws Exception {
        assertThat(fails(Manner.S500).vendorWords()).contains("The simulator refuses with 500.");
        assertThat(fails(Manner.HTML).vendorWords()).isEqualTo("502 Bad Gateway gateway/1.0");
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "CUT", "SHORT", "TRUNCATED"})
    void anAnswerThatBreaksOffIsNoAnswer(Manner manner) {
        vendor.behave(manner);
        StringBuilder words = new StringBuilder();
        ModelFailed failed = catchThrowableOfType(
                ModelFailed.class,
                () -> model().answer(asking(), more -> {
                    words.append(more);
                    vendor.heard();
                }));
        assertThat(failed.isPassing()).isTrue();
        assertThat(failed.code())
                .isIn(manner == Manner.ERROR ? List.of("vendor-trouble", "overloaded") : List.of("cut-off", "garbled"));
        assertThat(SAID).startsWith(words.toString());
        assertThat(words).isNotEmpty();
    }

    @Test
    void cancelledInTheMiddleTheConnectionIsClosed() throws Exception {
        vendor.behave(Manner.HANG);
        cancelledWhileItHangs();
    }

    @Test
    void cancelledBeforeTheFirstWordTheConnectionIsClosed() throws Exception {
        vendor.behave(Manner.SILENT);
        cancelledWhileItHangs();
    }

    private void cancelledWhileItHangs() throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread thread = Thread.startVirtualThread(() -> {
            try {
                model().answer(asking(), AnswerSink.NONE);
                ended.complete(null);
            } catch (Throwable e) {
                ended.complete(e);
            }
        });
        assertThat(vendor.hangs(SOON)).isTrue();
        thread.interrupt();
        assertThat(ended.get(SOON.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                .isInstanceOf(InterruptedException.class);
        assertThat(vendor.sawClose(SOON))
                .as("the vendor sees that nobody listens")
                .isTrue();
    }

    @Test
    void interruptedInTheMiddleTheConnectionIsClosed() throws Exception {
        vendor.says(_ -> longAnswer().repeat(4_000));
        Prompt prompt = Prompt.of("", "Go on.", 1_000_000);
        catchThrowableOfType(
                InterruptedException.class,
                () -> model().answer(prompt, _ -> Thread.currentThread().interrupt()));
        assertThat(vendor.sawClose(SOON)).isTrue();
    }

    @Test
    void whatMayNotGoOutDoesNot() throws Exception {
        Way shut = new Way() {
            @Override
            public HttpResponse<InputStream> send(HttpRequest request) throws IOException {
                throw new NotAllowedOut("host-not-allowed", request.uri().getHost());
            }

            @Override
            public CompletableFuture<WebSocket> open(
                    URI address,
                    Map<String, String> headers,
                    List<String> subprotocols,
                    Duration connectWithin,
                    WebSocket.Listener listener) {
                return CompletableFuture.failedFuture(new NotAllowedOut("host-not-allowed", address.getHost()));
            }
        };
        LanguageModel model = model(shut, vendor.base(), new Secret(vendor.key()));
        ModelFailed failed = catchThrowableOfType(ModelFailed.class, () -> model.answer(asking(), AnswerSink.NONE));
        assertThat(failed.code()).isEqualTo("not-allowed-out");
        assertThat(failed.isPassing()).isFalse();
        assertThat(vendor.requests()).isZero();
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + port + vendor.base().getPath());
        LanguageModel model = model(WAY, nobody, new Secret(vendor.key()));
        ModelFailed failed = catchThrowableOfType(ModelFailed.class, () -> model.answer(asking(), AnswerSink.NONE));
        assertThat(failed.code()).isEqualTo("unreachable");
        assertThat(failed.isPassing()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"S400", "ERROR", "CUT", "TRUNCATED", "GARBAGE"})
    void failuresQuoteNothingThatWasSaidAndNoKey(Manner manner) throws Exception {
        for (Throwable e = fails(manner); e != null; e = e.getCause()) {
            assertThat(e.toString()).doesNotContain("a pen", "Grüß", vendor.key());
        }
    }

    private ModelFailed fails(Manner manner) throws Exception {
        vendor.behave(manner);
        ModelFailed failed =
                catchThrowableOfType(ModelFailed.class, () -> model().answer(asking(), _ -> vendor.heard()));
        assertThat(failed).as("it fails").isNotNull();
        return failed;
    }
}
