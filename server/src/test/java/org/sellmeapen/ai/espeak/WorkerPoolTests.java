package org.sellmeapen.ai.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.ai.Heard;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.VoiceChoice;

/** Workers that misbehave, played by a script, and real ones that are killed. */
@Timeout(60)
class WorkerPoolTests {

    private static final Path BAD =
            Path.of("src/test/resources/voice/bad-worker.mjs").toAbsolutePath();
    private static final Order ORDER = new Order("Hello.", Tongue.of("en").orElseThrow(), "m3", 165, 50);
    private static final Utterance SENTENCE = new Utterance(
            "That is more than I wanted to spend, and I would have to ask my partner first.",
            "en",
            new VoiceChoice("voice-1", 1, 1));

    @TempDir
    private Path folder;

    private final List<WorkerPool> pools = new ArrayList<>();

    @AfterEach
    void close() {
        pools.forEach(WorkerPool::close);
    }

    private WorkerPool pool(String how, int behavesFrom, Duration patience) {
        assumeTrue(hasNode(), "skipped: no Node on the PATH");
        List<String> command =
                List.of("node", BAD.toString(), how, folder.resolve("count").toString(), String.valueOf(behavesFrom));
        WorkerPool pool = new WorkerPool(new WorkerPool.Settings(command, folder, 1, patience, Duration.ofSeconds(20)));
        pools.add(pool);
        return pool;
    }

    private static boolean hasNode() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "node")));
    }

    private static List<Piece> pieces(Clause clause) throws Exception {
        List<Piece> pieces = new ArrayList<>();
        try (clause) {
            do {
                pieces.add(clause.next());
            } while (!(pieces.getLast() instanceof Piece.End));
        }
        return pieces;
    }

    private static void isWhole(List<Piece> pieces) {
        int expected = 1_000;
        int phonemes = 0;
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Samples(short[] samples) -> {
                    for (short sample : samples) {
                        assertThat(sample).isEqualTo((short) expected++);
                    }
                }
                case Piece.Phoneme phoneme -> assertThat(phoneme.atMs()).isEqualTo(100 * phonemes++);
                case Piece.Word _, Piece.End _ -> {}
            }
        }
        assertThat(expected).isEqualTo(1_000 + 22_050);
        assertThat(phonemes).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dies-midway",
                "writes-garbage",
                "huge-frame",
                "negative-frame",
                "half-a-sample",
                "no-json",
                "odd-event",
                "of-another-order",
                "greets-again"
            })
    void aWorkerThatMisbehavesIsReplacedAndTheClauseGoesOnWhereItWas(String how) throws Exception {
        WorkerPool pool = pool(how, 2, Duration.ofSeconds(20));
        isWhole(pieces(pool.begin(ORDER)));
        assertThat(pool.started()).isEqualTo(2);
    }

    @Test
    void oneThatHangsIsTakenForDeadAfterAWhile() throws Exception {
        WorkerPool pool = pool("hangs", 2, Duration.ofMillis(1_500));
        isWhole(pieces(pool.begin(ORDER)));
        assertThat(pool.started()).isEqualTo(2);
    }

    @Test
    void whatFailsTwiceHasFailed() throws Exception {
        WorkerPool pool = pool("dies-midway", 3, Duration.ofSeconds(20));
        SpeechFailed failed = catchThrowableOfType(SpeechFailed.class, () -> pieces(pool.begin(ORDER)));
        assertThat(failed.code()).isEqualTo("vendor-trouble");
        assertThat(failed.isPassing()).isTrue();
        isWhole(pieces(pool.begin(ORDER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dies-at-once", "greets-wrongly"})
    void whatDoesNotStartIsNotInstalled(String how) {
        WorkerPool pool = pool(how, 99, Duration.ofSeconds(20));
        SpeechFailed failed = catchThrowableOfType(SpeechFailed.class, () -> pool.begin(ORDER));
        assertThat(failed.code()).isEqualTo("not-installed");
    }

    @Test
    void aProgramThatIsNotThereIsNotInstalled() {
        WorkerPool pool = new WorkerPool(new WorkerPool.Settings(
                List.of("no-such-program"), folder, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        SpeechFailed failed = catchThrowableOfType(SpeechFailed.class, () -> pool.begin(ORDER));
        assertThat(failed.code()).isEqualTo("not-installed");
    }

    @Test
    void aWorkerIsKeptAndUsedAgain() throws Exception {
        WorkerPool pool = pool("behaves", 0, Duration.ofSeconds(20));
        for (int i = 0; i < 5; i++) {
            isWhole(pieces(pool.begin(ORDER)));
        }
        assertThat(pool.started()).isEqualTo(1);
    }

    @Test
    void oneThatWasCancelledSpeaksTheNextClauseWhole() throws Exception {
        WorkerPool pool = pool("behaves", 0, Duration.ofSeconds(20));
        Clause cancelled = pool.begin(ORDER);
        cancelled.next();
        cancelled.close();
        isWhole(pieces(pool.begin(ORDER)));
        assertThat(pool.started()).isEqualTo(1);
    }

    @Test
    void theCloseOfThePoolLeavesNoProcess() throws Exception {
        WorkerPool pool = pool("behaves", 0, Duration.ofSeconds(20));
        pieces(pool.begin(ORDER));
        ProcessHandle process = ProcessHandle.of(pool.idlePids().getFirst()).orElseThrow();
        pool.close();
        process.onExit().get(20, TimeUnit.SECONDS);
    }

    @Test
    void realWorkersThatAreKilledBetweenClausesAreNotMissed() throws Exception {
        try (EspeakTextToSpeech voice = EspeakHere.node()) {
            voice.speak(SENTENCE, new Heard());
            ProcessHandle.current().descendants().forEach(WorkerPoolTests::killNode);
            Heard heard = new Heard();
            voice.speak(SENTENCE, heard);
            assertThat(heard.ms()).isGreaterThan(2_000);
        }
    }

    @Test
    void aRealWorkerThatIsKilledMidwayIsNotMissedEither() throws Exception {
        try (EspeakTextToSpeech voice = EspeakHere.node()) {
            Heard whole = new Heard();
            voice.speak(SENTENCE, whole);
            Heard heard = new Heard() {
                @Override
                public void audio(short[] samples, int from, int length) {
                    super.audio(samples, from, length);
                    if (chunks == 3) {
                        ProcessHandle.current().descendants().forEach(WorkerPoolTests::killNode);
                    }
                }
            };
            voice.speak(SENTENCE, heard);
            assertThat(heard.ms()).isBetween(whole.ms() - 60, whole.ms() + 60);
            assertThat(heard.words).hasSameSizeAs(whole.words);
        }
    }

    private static void killNode(ProcessHandle process) {
        if (process.info().command().orElse("").endsWith("node")) {
            process.destroyForcibly();
        }
    }

    /** What happens when a server is killed: its end of the pipe is closed, whatever the worker is doing. */
    @Test
    void aRealWorkerEndsItselfWhenNobodyListensAnyMore() throws IOException, Exception {
        EspeakHere.node().close();
        Process worker = new ProcessBuilder(WorkerPool.node("node"))
                .directory(EspeakHere.FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(worker.getInputStream().read()).isEqualTo('H');
        worker.getOutputStream()
                .write(("{\"id\":1,\"text\":\"" + "and so on ".repeat(2_000)
                                + "\",\"voice\":\"en-us\",\"rate\":165,\"pitch\":50}\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        worker.getOutputStream().flush();
        worker.getInputStream().readNBytes(50_000);
        worker.getOutputStream().close(); // its standard output stays open and unread
        assertThat(worker.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
}
