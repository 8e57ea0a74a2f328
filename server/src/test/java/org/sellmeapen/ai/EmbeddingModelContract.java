package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.simulators.Manner;
import org.sellmeapen.simulators.Simulator;

/** What everybody may rely on who has vectors made, whichever vendor makes them. */
public abstract class EmbeddingModelContract {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final PlainWay WAY = new PlainWay();
    private Simulator vendor;

    protected abstract String vendorId();

    protected String modelName() {
        return "some-model";
    }

    /** In how many requests so many texts travel. */
    protected int requestsFor(int texts) {
        return 1;
    }

    protected String wrongKey() {
        return "wrong";
    }

    @BeforeEach
    void theVendorOpens() throws IOException {
        vendor = Simulator.start(vendorId(), Specifications.folder());
    }

    @AfterEach
    void theVendorFoundNothingWrong() throws IOException {
        vendor.close();
        assertThat(vendor.faults())
                .as("what the vendor minds, by " + vendor.grade())
                .isEmpty();
    }

    private EmbeddingModel model() {
        return model(vendor.key());
    }

    private EmbeddingModel model(String key) {
        return Providers.embedding(
                vendorId(), WAY, vendor.base(), new Secret(key), modelName(), Map.of(), InstantSource.system());
    }

    @Test
    void everyTextHasItsVectorOfLengthOne() throws Exception {
        List<float[]> vectors =
                model().embed(List.of("price", "Preis – 価格", "zzz")).vectors();
        assertThat(vectors).hasSize(3).allSatisfy(vector -> {
            double square = 0;
            for (float number : vector) {
                square += number * number;
            }
            assertThat(Math.sqrt(square)).isCloseTo(1, within(1e-5));
            assertThat(vector).hasSameSizeAs(vectors.getFirst());
        });
        assertThat(vectors.get(0)).isNotEqualTo(vectors.get(1));
    }

    @Test
    void theOrderIsThatOfTheTexts() throws Exception {
        List<String> texts = List.of("aaaa", "bbbb", "abab", "cccc");
        List<float[]> together = model().embed(texts).vectors();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i))
                    .isEqualTo(model().embed(List.of(texts.get(i))).vectors().getFirst());
        }
    }

    @Test
    void ninetySixGoAtOnceAndNoMoreAndNoneEmpty() throws Exception {
        assertThat(model().embed(Collections.nCopies(96, "pen")).vectors()).hasSize(96);
        assertThatThrownBy(() -> model().embed(Collections.nCopies(97, "pen")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model().embed(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model().embed(List.of("pen", ""))).isInstanceOf(IllegalArgumentException.class);
        assertThat(vendor.requests()).isEqualTo(requestsFor(96));
    }

    @Test
    void whatTheVendorCountedIsTold() throws Exception {
        Embedded embedded = model().embed(List.of("pen", "ink"));
        assertThat(embedded.isCounted()).isTrue();
        assertThat(embedded.inputTokens()).isPositive();
    }

    @Test
    void itSaysWhichModelMadeThem() {
        assertThat(model().id()).isEqualTo(vendorId());
        assertThat(model().model()).isEqualTo(vendorId() + "/" + modelName());
    }

    @ParameterizedTest
    @CsvSource({
        "S400, request-refused, false",
        "S401, key-refused, false",
        "S404, not-found, false",
        "S429, too-busy, true",
        "S500, vendor-trouble, true",
        "S503, overloaded, true",
        "HTML, vendor-trouble, true",
        "PAGE, garbled, true"
    })
    void refusalsAreUnderstood(Manner manner, String code, boolean passing) {
        vendor.behave(manner);
        ModelFailed failed = catchThrowableOfType(ModelFailed.class, () -> model().embed(List.of("pen")));
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.isPassing()).isEqualTo(passing);
        assertThat(failed.provider()).isEqualTo(vendorId());
    }

    @Test
    void aWrongKeyIsRefused() {
        ModelFailed failed =
                catchThrowableOfType(ModelFailed.class, () -> model(wrongKey()).embed(List.of("pen")));
        assertThat(failed.code()).isEqualTo("key-refused");
        assertThat(failed.vendorWords()).isNotBlank().doesNotContain(wrongKey());
    }

    @Test
    void cancelledTheConnectionIsClosed() throws Exception {
        vendor.behave(Manner.SILENT);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread thread = Thread.startVirtualThread(() -> {
            try {
                model().embed(List.of("pen"));
                ended.complete(null);
            } catch (Throwable e) {
                ended.complete(e);
            }
        });
        assertThat(vendor.hangs(SOON)).isTrue();
        thread.interrupt();
        assertThat(ended.get(SOON.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(vendor.sawClose(SOON)).isTrue();
    }
}
