package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.console.Output;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** {@code person erase}, at a running server and on its folder. */
class PersonEraseTests extends HouseTest {

    @Autowired
    ApplicationContext rooms;

    private OrganisationId organisation;
    private Member owner;
    private Member rep;
    private Caller program;

    @BeforeEach
    void somebodyIsToGo() {
        organisation = organisation("Erasing");
        owner = member(organisation, Role.OWNER);
        rep = member(organisation, Role.TRAINEE);
        program = program(owner);
        assertThat(program(rep)
                        .post("/api/v1/sessions", "{\"scenario_id\":\"classic-pen\",\"level\":\"easy\"}")
                        .status())
                .isEqualTo(201);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void aRunningServerErasesFromTheOrganisationOfTheToken() {
        assertThat(atServer(rep.email(), "--yes")).isZero();
        assertThat(person(rep)).isEqualTo(404);
        assertThat(sessions()).isZero();
        assertThat(atServer(rep.email(), "--yes")).as("there is none any more").isEqualTo(1);
    }

    @Test
    void whoWasDeactivatedBeforeIsErasedAsWell() {
        String path = "/api/v1/people/" + rep.id();
        String etag = program.get(path).header("ETag");
        assertThat(program.patch(path, "{\"active\":false}", etag).status()).isEqualTo(200);
        assertThat(atServer(rep.email().toUpperCase(java.util.Locale.ROOT), "--yes"))
                .isZero();
        assertThat(person(rep)).isEqualTo(404);
    }

    @Test
    void nobodyIsErasedWhoWasNotMeant() {
        assertThat(atServer(rep.email())).as("without --yes").isEqualTo(2);
        assertThat(atServer(rep.email().substring(1), "--yes")).isEqualTo(1);
        assertThat(atServer("nobody@example.org", "--yes")).isEqualTo(1);
        Member stranger = member(organisation("Others"), Role.TRAINEE);
        assertThat(atServer(stranger.email(), "--yes")).isEqualTo(1);
        assertThat(atServer(owner.email(), "--yes")).as("the last owner stays").isEqualTo(1);
        assertThat(run("person erase " + rep.email() + " --yes --server http://localhost:" + port + " --token "
                        + token(program(rep))))
                .as("a trainee may not")
                .isEqualTo(1);
        assertThat(person(rep)).isEqualTo(200);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void onTheFolderTheOperatorErasesFromEveryOrganisation() {
        assertThat(run("person erase " + rep.email() + " --yes --data " + folder()))
                .isZero();
        assertThat(person(rep)).isEqualTo(404);
        assertThat(sessions()).isZero();
        assertThat(run("person erase " + rep.email() + " --yes --data " + folder()))
                .isEqualTo(1);
        assertThat(run("person erase " + owner.email() + " --yes --data " + folder()))
                .as("the last owner stays")
                .isEqualTo(1);
        assertThat(person(owner)).isEqualTo(200);
    }

    private int person(Member member) {
        return program.get("/api/v1/people/" + member.id()).status();
    }

    private int sessions() {
        return program.get("/api/v1/sessions?person_id=" + rep.id())
                .body()
                .path("items")
                .size();
    }

    private int atServer(String email, String... more) {
        return run("person erase " + email + " --server http://localhost:" + port + " --token " + token(program) + " "
                + String.join(" ", more));
    }

    private static String token(Caller caller) {
        return caller.header("Authorization").replace("Bearer ", "");
    }

    private int run(String line) {
        return SellMeAPen.run(Output.ofTerminal(), new OpenHouse(), line.strip().split(" +"));
    }

    /** The rooms that are open already. */
    private final class OpenHouse implements org.sellmeapen.console.House {
        @Override
        public Path folder(@Nullable Path said) {
            return said == null ? PersonEraseTests.this.folder() : said;
        }

        @Override
        public String profile(Path folder) {
            return "probe";
        }

        @Override
        public boolean inUse(Path folder) {
            return true;
        }

        @Override
        public boolean hasOwnDatabase() {
            return true;
        }

        @Override
        public Rooms open(Path folder) {
            return new Rooms() {
                @Override
                public <T> T room(Class<T> type) {
                    return rooms.getBean(type);
                }

                @Override
                public void settle() {}

                @Override
                public void close() {}
            };
        }

        @Override
        public <T> T asOwner(Path folder, OwnerWork<T> work) {
            throw new IllegalStateException("nobody works as the owner here");
        }
    }
}
