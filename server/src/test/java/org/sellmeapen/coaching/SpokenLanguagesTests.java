package org.sellmeapen.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.speech.Measured;
import org.sellmeapen.speech.Speech;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whoever speaks two languages is not faster in one for being slower in the other. */
class SpokenLanguagesTests extends HouseTest {

    @Autowired
    Analyses analyses;

    private OrganisationId organisation;
    private Member rep;

    @BeforeEach
    void somebodySpeaks() {
        organisation = organisation("Speakers of two languages");
        rep = member(organisation, Role.TRAINEE);
    }

    @Test
    void whatIsUsualIsToldPerLanguage() {
        spoken("en", 160, 170, 180);
        spoken("de", 100, 110, 120, 130);
        assertThat(usual("en")).satisfies(range -> {
            assertThat(range.sessions()).isEqualTo(3);
            assertThat(range.mean()).isCloseTo(170, within(0.01));
        });
        assertThat(usual("de")).satisfies(range -> {
            assertThat(range.sessions()).isEqualTo(4);
            assertThat(range.mean()).isCloseTo(115, within(0.01));
        });
        assertThat(usual("fr")).isNull();
    }

    @Test
    void aTrendIsOfOneLanguageAndTellsTheOthers() {
        spoken("en", 160, 170, 180);
        spoken("de", 100, 110, 120, 130);
        spoken("en", 165);
        Caller program = program(rep);
        JsonNode most = program.get("/api/v1/speech-trends").body();
        assertThat(most.path("language").asString()).as("used alike, and last").isEqualTo("en");
        assertThat(most.path("sessions").asInt()).isEqualTo(4);
        assertThat(pace(most)).isBetween(160.0, 180.0);
        assertThat(most.path("languages").size()).isEqualTo(2);
        assertThat(most.path("languages").get(1).path("language").asString()).isEqualTo("de");
        assertThat(most.path("languages").get(1).path("sessions").asInt()).isEqualTo(4);
        assertThat(most.path("figures").size()).isEqualTo(1);
        assertThat(most.path("not_measured").toString())
                .contains("fillers_per_minute", "clarity_score")
                .doesNotContain("words_per_minute");
        JsonNode german = program.get("/api/v1/speech-trends?language=de").body();
        assertThat(german.path("language").asString()).isEqualTo("de");
        assertThat(german.path("sessions").asInt()).isEqualTo(4);
        assertThat(pace(german)).isBetween(100.0, 130.0);
        JsonNode none = program.get("/api/v1/speech-trends?language=fr").body();
        assertThat(none.path("sessions").asInt()).isZero();
        assertThat(none.path("figures").size()).isZero();
        assertThat(none.path("languages").size()).isEqualTo(2);
        assertThat(none.path("not_measured").size()).isZero();
        assertThat(program.get("/api/v1/speech-trends?language=%3Bdrop").status())
                .isEqualTo(400);
    }

    @Test
    void anOverviewTellsOfEachPersonTheLanguageTheySpokeMost() {
        spoken("en", 160, 170);
        spoken("de", 100, 110, 120);
        JsonNode row = program(member(organisation, Role.OWNER))
                .get("/api/v1/speech-overview")
                .body()
                .path("rows")
                .get(0);
        assertThat(row.path("language").asString()).isEqualTo("de");
        assertThat(row.path("sessions").asInt()).isEqualTo(3);
        assertThat(row.path("figures").get(0).path("mean").asDouble()).isEqualTo(110);
    }

    private OwnRange usual(String language) {
        return OrganisationScope.within(
                organisation,
                () -> transactions.execute(_ -> analyses.usual(
                                rep.id().value(), language, CLOCK.instant().plusSeconds(1))
                        .get("words_per_minute")));
    }

    private static double pace(JsonNode trends) {
        JsonNode pace = trends.path("figures").get(0);
        assertThat(pace.path("name").asString()).isEqualTo("words_per_minute");
        return pace.path("weeks").get(0).path("mean").asDouble();
    }

    private void spoken(String language, double... paces) {
        for (double pace : paces) {
            CLOCK.forward(Duration.ofMinutes(1));
            Measured nothing = nothing();
            Analyses.Analysis analysis = new Analyses.Analysis(
                    UUID.randomUUID(),
                    rep.id().value(),
                    language,
                    CLOCK.instant(),
                    UUID.randomUUID(),
                    60,
                    new Measured(nothing.report(), nothing.timeline(), List.of(), Map.of("words_per_minute", pace)),
                    List.of());
            OrganisationScope.within(
                    organisation,
                    () -> transactions.execute(_ -> {
                        analyses.keep(organisation, analysis);
                        return true;
                    }));
        }
    }

    private static Measured nothing() {
        try {
            return Speech.byLevelAlone().measured(new Silence(), null, "en", null);
        } catch (IOException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    private static final class Silence implements SampleStream {
        @Override
        public int rate() {
            return 16_000;
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public int read(float[] into) {
            return 0;
        }

        @Override
        public void close() {}
    }
}
