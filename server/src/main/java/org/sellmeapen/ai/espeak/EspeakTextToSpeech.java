package org.sellmeapen.ai.espeak;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechCoverage.NotSpoken;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.VoiceChoice;
import org.sellmeapen.ai.Voices;

/** The offline voice: eSpeak NG by whichever way is there. A formant voice, understandable and unmistakably a machine. */
public final class EspeakTextToSpeech implements TextToSpeech, AutoCloseable {

    /** One for each of {@link Voices#NAMES}, alternately lower and higher. */
    private static final List<String> VARIANTS = List.of("m3", "f2", "m1", "f3", "m7", "f4", "m2", "f5", "m8", "f1");

    private static final int WORDS_A_MINUTE = 165;
    private static final int PITCH = 50;
    private static final int MOST_WAITING = 64;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final List<Way> ways;
    private final Semaphore places;
    private final int mostWaiting;

    /** @param ways those that are there, the best first */
    EspeakTextToSpeech(List<Way> ways, int places) {
        this(ways, places, MOST_WAITING);
    }

    EspeakTextToSpeech(List<Way> ways, int places, int mostWaiting) {
        this.ways = List.copyOf(ways);
        this.places = new Semaphore(places, true);
        this.mostWaiting = mostWaiting;
    }

    @Override
    public String id() {
        return Way.RUNS;
    }

    @Override
    public SpeechCoverage covers(String language) {
        return Tongue.coverage(language);
    }

    @Override
    public SpeechCoverage covers(String language, String text) {
        return Tongue.coverage(language, text);
    }

    @Override
    public void warm() {
        ways.getFirst().warm();
    }

    @Override
    public void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed, InterruptedException {
        if (covers(utterance.language(), utterance.text()) instanceof NotSpoken refused) {
            throw SpeechFailed.lasting(Way.RUNS, refused.code());
        }
        if (utterance.text().length() > LONGEST_TEXT) {
            throw SpeechFailed.lasting(Way.RUNS, "text-too-long");
        }
        Tongue tongue = Tongue.of(utterance.language()).orElseThrow();
        Speakable text = Speakable.of(utterance.text(), tongue.code());
        if (text.isSilent()) {
            return;
        }
        if (!hasPlace()) {
            throw SpeechFailed.passing(Way.RUNS, "too-busy");
        }
        try (Clause clause = begin(order(text, tongue, utterance.voice()))) {
            new SpokenClause(clause, text, sink).speak();
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() throws InterruptedException {
        return places.tryAcquire()
                || (places.getQueueLength() < mostWaiting
                        && places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
    }

    private Clause begin(Order order) throws SpeechFailed, InterruptedException {
        @Nullable SpeechFailed last = null;
        for (Way way : ways) {
            if (!way.isReady() && way != ways.getLast()) {
                way.warm(); // for the next clause; this one is not to wait while there is another way
                continue;
            }
            try {
                return way.begin(order);
            } catch (SpeechFailed e) {
                last = e;
            }
        }
        throw last != null ? last : SpeechFailed.lasting(Way.RUNS, "not-installed");
    }

    private static Order order(Speakable text, Tongue tongue, VoiceChoice voice) {
        int which = Voices.NAMES.indexOf(voice.voice());
        String variant =
                VARIANTS.get(which >= 0 ? which : Math.floorMod(voice.voice().hashCode(), VARIANTS.size()));
        int rate = (int) Math.round(Math.clamp(WORDS_A_MINUTE * voice.rate(), 80, 400));
        int pitch = (int) Math.round(Math.clamp(PITCH * voice.pitch(), 0, 99));
        return new Order(text.text(), tongue, variant, rate, pitch);
    }

    /** For operators. */
    public List<String> ways() {
        return ways.stream().map(Way::name).toList();
    }

    @Override
    public void close() {
        ways.forEach(Way::close);
    }
}
