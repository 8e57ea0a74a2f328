package org.sellmeapen.ai.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.PlainWay;
import org.sellmeapen.ai.ShutWay;
import org.sellmeapen.ai.SpeechProviders;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.SpeechToTextContract;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.TurnedTime;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;

/** As an organisation names it, through the one way out. */
@DisplayName("Vosk")
class VoskByTheWayTests extends SpeechToTextContract {

    private final PlainWay way = new PlainWay();
    private final TurnedTime time = new TurnedTime();
    private VoskServer server;

    @BeforeEach
    void start() throws IOException {
        int[] finals = {0};
        server = new VoskServer(new VoskServer.Mind() {
            @Override
            public String answer(int message, int samplesMs) {
                return "{\"partial\" : \"good\"}";
            }

            @Override
            public String last(int samplesMs) {
                return """
                        {"result" : [{"conf" : 0.9, "end" : 0.4, "start" : 0.1, "word" : "one"}], "text" : "%s"}""".formatted(finals[0]++ == 0 ? FIRST : SECOND);
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        way.close();
        server.close();
    }

    @Override
    protected SpeechToText ear() {
        return ear(way);
    }

    private SpeechToText ear(Way out) {
        SpeechProviders.Hands hands = new SpeechProviders.Hands(time, Clock.systemUTC());
        return SpeechProviders.ear("vosk", out, URI.create(server.url()), Secret.NONE, "", Map.of(), hands);
    }

    @Test
    void whatMayNotGoOutDoesNot() throws Exception {
        try (Transcribing stream = ear(new ShutWay()).open(new TranscriptionWish("en", RATE), told)) {
            say(stream, 500);
            stream.endOfUtterance();
            assertThat(told.failure().code()).isEqualTo("not-allowed-out");
        }
        assertThat(server.lines).isEmpty();
    }
}
