package org.sellmeapen.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.media.BeginRecording;
import org.sellmeapen.media.Channel;
import org.sellmeapen.media.Media;
import org.sellmeapen.media.Recorder;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.voice.Mind;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From what an ear wrote down in the room to what is told of it afterwards. */
class HesitationsTests extends HouseTest {

    private static final int FRAME = 480;
    private static final int TIMES = 7;

    /** What is said in the sound, with a hesitation that an ear may have written down. */
    private static final String SENTENCE =
            "Um, good morning, thank you for taking the time today, may I ask you two questions first? ";

    @Autowired
    Media media;

    @Autowired
    Mind mind;

    private OrganisationId organisation;
    private Member rep;
    private Caller program;

    @BeforeEach
    void somebodyRehearses() {
        organisation = organisation("Speakers");
        rep = member(organisation, Role.TRAINEE);
        program = program(rep);
    }

    @Test
    void fillersOfAnEarThatWritesThemDownAreCounted() {
        JsonNode told = spoken(SENTENCE.repeat(TIMES), true, 0.62);
        assertThat(told.path("report").path("filler_word_count").asInt())
                .as(told.toString())
                .isEqualTo(TIMES);
        assertThat(told.path("figures").path("fillers_per_minute").asDouble()).isPositive();
        assertThat(told.path("timeline").path("fillers").size()).isEqualTo(TIMES);
        assertThat(told.path("report").path("words_per_minute_estimated").asBoolean())
                .isFalse();
    }

    @Test
    void ofAnyOtherEarNoneIsCountedAndTheReasonIsTold() {
        JsonNode told = spoken(SENTENCE.repeat(TIMES), false, null);
        JsonNode report = told.path("report");
        assertThat(report.has("filler_word_count")).as(report.toString()).isFalse();
        assertThat(told.path("figures").has("fillers_per_minute")).isFalse();
        assertThat(told.path("timeline").path("fillers").size()).isZero();
        assertThat(why(report, "fillers_per_minute")).startsWith("not-verbatim");
        assertThat(report.path("words_per_minute_estimated").asBoolean(true)).isFalse();
        assertThat(why(report, "parts.clarity.recognised_words")).isEqualTo("the recogniser tells no confidence");
    }

    @Test
    void howSureTheEarWasStandsInClarity() {
        JsonNode told = spoken(SENTENCE.repeat(TIMES), true, 0.62);
        JsonNode part = told.path("report").path("parts").path("clarity").get(3);
        assertThat(part.path("of").asString()).isEqualTo("word_confidence");
        assertThat(part.path("value").asDouble()).isCloseTo(0.62, within(0.001));
        assertThat(part.path("points").asDouble()).isBetween(0.1, 14.9);
    }

    @Test
    void wordsThatAreNotThoseOfTheSoundAreNotCounted() {
        JsonNode report = spoken(SENTENCE, true, 0.9).path("report");
        assertThat(report.path("words_per_minute_estimated").asBoolean()).isTrue();
        assertThat(report.path("words_per_minute_estimated_because").asString()).contains("does not fit the sound");
        assertThat(report.has("filler_word_count")).isFalse();
        assertThat(why(report, "filler_word_count")).contains("does not fit the sound");
    }

    private static String why(JsonNode report, String figure) {
        for (JsonNode absent : report.path("not_available")) {
            if (absent.path("name").asString().equals(figure)) {
                return absent.path("reason").asString();
            }
        }
        return "";
    }

    /** One turn aloud, as an ear heard it, over so much sound; then it is over and measured. */
    private JsonNode spoken(String text, boolean verbatim, @Nullable Double sureness) {
        UUID session =
                UUID.fromString(program.post("/api/v1/sessions", "{\"scenario_id\":\"classic-pen\",\"level\":\"easy\"}")
                        .body()
                        .path("id")
                        .asString());
        short[] sound = SpokenSound.said(TIMES, 0.6);
        var caller = new org.sellmeapen.voice.Caller(organisation, rep.id(), session, null);
        mind.enter(caller);
        Mind.Span span = new Mind.Span(0, 1_000L * sound.length / SpokenSound.RATE);
        mind.hear(caller, new Mind.Said("1", text, span, false, verbatim, sureness));
        record(session, sound);
        assertThat(program.post("/api/v1/sessions/" + session + "/end", "{}").status())
                .isLessThan(300);
        return measured(session);
    }

    private void record(UUID session, short[] sound) {
        OrganisationScope.within(organisation, rep.id(), () -> {
            var id = transactions.execute(_ -> media.begin(new BeginRecording(session, rep.id(), "rehearsal", 90)));
            try (Recorder recorder = media.open(id)) {
                for (int at = 0; at + FRAME <= sound.length; at += FRAME) {
                    short[] frame = new short[FRAME];
                    System.arraycopy(sound, at, frame, 0, FRAME);
                    recorder.write(Channel.REP, at, frame, 0, FRAME);
                    recorder.write(Channel.BUYER, at, new short[FRAME], 0, FRAME);
                    if (at % (3 * SpokenSound.RATE) == 0) {
                        LockSupport.parkNanos(120_000_000); // the disk keeps pace with people, not with tests
                    }
                }
            }
            return true;
        });
    }

    private JsonNode measured(UUID session) {
        String path = "/api/v1/sessions/" + session + "/speech";
        for (long end = System.nanoTime() + 60_000_000_000L; ; ) {
            JsonNode now = program.get(path).body();
            if (now.path("state").asString().equals("measured")) {
                return now;
            }
            assertThat(System.nanoTime())
                    .as("not measured within a minute: " + now)
                    .isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
