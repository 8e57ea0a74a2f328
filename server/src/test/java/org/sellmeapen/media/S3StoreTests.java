package org.sellmeapen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a bucket in this process that checks signatures as S3 does. */
class S3StoreTests extends RecordingStoreContract {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    private Bucket bucket = new Bucket();

    @BeforeEach
    void bucket() throws IOException {
        bucket.open();
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Override
    RecordingStore store() {
        return store(Bucket.SECRET, Duration.ofSeconds(20));
    }

    private RecordingStore store(String secret, Duration patience) {
        MediaSettings.S3 settings = new MediaSettings.S3(
                bucket.endpoint(), "eu-central-1", "pens", true, "recordings/", Bucket.ACCESS, secret);
        return new S3Store(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), settings, CLOCK, patience);
    }

    @Test
    void theNameBeginsWithThePrefix() throws IOException {
        store().put(NAME, file(10, 1));
        assertThat(bucket.names()).containsExactly("/pens/recordings/" + NAME);
    }

    @Test
    void aWrongKeyIsALastingTrouble() throws IOException {
        Path file = file(10, 1);
        assertThatThrownBy(() -> store("another", Duration.ofSeconds(20)).put(NAME, file))
                .isInstanceOfSatisfying(
                        StoreTrouble.class,
                        trouble -> assertThat(trouble.isPassing()).isFalse())
                .hasMessageContaining("403");
        assertThat(bucket.names()).isEmpty();
    }

    @Test
    void whatWasChangedOnTheWayIsNotTaken() throws IOException {
        Path file = file(100_000, 1);
        bucket.spoil();
        assertThatThrownBy(() -> store().put(NAME, file)).isInstanceOf(StoreTrouble.class);
        assertThat(bucket.names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429, 408})
    void troubleOnItsSidePasses(int status) throws IOException {
        Path file = file(10, 1);
        bucket.answer(status, 4);
        for (Runnable each : new Runnable[] {
            () -> store().put(NAME, file),
            () -> store().length(NAME),
            () -> store().read(NAME, 0, 1),
            () -> store().remove(NAME)
        }) {
            assertThatThrownBy(each::run)
                    .isInstanceOfSatisfying(
                            StoreTrouble.class,
                            trouble -> assertThat(trouble.isPassing()).isTrue());
        }
        store().put(NAME, file);
        assertThat(store().length(NAME)).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 301})
    void aRefusalLasts(int status) throws IOException {
        Path file = file(10, 1);
        bucket.answer(status, 3);
        for (Runnable each : new Runnable[] {
            () -> store().put(NAME, file), () -> store().read(NAME, 0, 1), () -> store().remove(NAME)
        }) {
            assertThatThrownBy(each::run)
                    .isInstanceOfSatisfying(
                            StoreTrouble.class,
                            trouble -> assertThat(trouble.isPassing()).isFalse());
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForTheWhole() throws IOException {
        store().put(NAME, file(10_000, 1));
        bucket.truncate();
        assertThatThrownBy(() -> store().read(NAME, 0, 10_000))
                .isInstanceOfSatisfying(
                        StoreTrouble.class,
                        trouble -> assertThat(trouble.isPassing()).isTrue());
    }

    @Test
    void whoListensIsGivenASecondTry() throws IOException {
        Path file = file(10_000, 1);
        store().put(NAME, file);
        bucket.truncate();
        assertThat(store().source(NAME, 10_000).read(0, 10_000)).isEqualTo(Files.readAllBytes(file));
        bucket.answer(503, 2);
        assertThatThrownBy(() -> store().source(NAME, 10_000).read(0, 10_000)).isInstanceOf(StoreTrouble.class);
    }

    @Test
    void oneThatNeverAnswersIsLeft() throws IOException {
        store().put(NAME, file(10, 1));
        bucket.hang();
        assertThatThrownBy(() -> store(Bucket.SECRET, Duration.ofMillis(200)).read(NAME, 0, 10))
                .isInstanceOfSatisfying(
                        StoreTrouble.class,
                        trouble -> assertThat(trouble.isPassing()).isTrue());
    }

    @Test
    void oneThatStopsInTheMiddleOfAnAnswerIsLeftToo() throws IOException {
        store().put(NAME, file(1000, 1));
        bucket.hangInTheMiddle();
        assertThatThrownBy(() -> store(Bucket.SECRET, Duration.ofMillis(200)).read(NAME, 0, 1000))
                .isInstanceOfSatisfying(
                        StoreTrouble.class,
                        trouble -> assertThat(trouble.isPassing()).isTrue());
    }

    @Test
    void nobodyThereIsAPassingTrouble() {
        bucket.close();
        assertThatThrownBy(() -> store().length(NAME))
                .isInstanceOfSatisfying(
                        StoreTrouble.class,
                        trouble -> assertThat(trouble.isPassing()).isTrue());
    }

    @Test
    void aServerWithoutRangesIsRefused() throws IOException {
        store().put(NAME, file(1000, 1));
        bucket.ignoreRanges();
        assertThatThrownBy(() -> store().read(NAME, 0, 10))
                .isInstanceOf(StoreTrouble.class)
                .hasMessageContaining("ranges");
    }
}
