package org.sellmeapen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.signin.NewAccounts;
import org.sellmeapen.signin.TokenDesk;
import org.sellmeapen.signin.TokenScope;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.FileSystemUtils;

/**
 * The whole house on a real PostgreSQL, for module tests. All of them share one context, so none may change its beans;
 * each makes organisations of its own and touches no other. Time stands in {@link #CLOCK} and only goes forward.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("probe")
@Import({HouseTest.Ground.class, ApiDescription.class})
public abstract class HouseTest {

    protected static final TestClock CLOCK = new TestClock();

    /** Good enough for the rules; every test person has it. */
    protected static final String PASSWORD = "violet tractor hums 41";

    /** Where a test may let a server of its own listen that organisations can name; no other is within reach. */
    protected static final int VENDOR_PORT = freePort();

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static String hashedPassword = "";

    private static final Path FOLDER = emptied(Path.of("target", "test-data").toAbsolutePath());

    /** What a former run kept beside its database tells of chains that are no more. */
    private static Path emptied(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
            return folder;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @TestConfiguration
    static class Ground {
        @Bean
        @Primary
        TestClock testClock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("sellmeapen.db-url", TestDatabase::urlWithCredentials);
        registry.add("sellmeapen.data", FOLDER::toString);
        registry.add("sellmeapen.connections.local-endpoints", () -> "127.0.0.1:" + VENDOR_PORT);
        boolean built = HouseTest.class.getResource("/web/index.html") != null;
        registry.add("sellmeapen.web-root", () -> built ? "classpath:web/" : "classpath:test-web/");
        registry.add("springdoc.api-docs.enabled", () -> "true");
        registry.add("springdoc.api-docs.version", () -> "openapi_3_1");
        registry.add("springdoc.default-produces-media-type", () -> "application/json");
        registry.add("sellmeapen.public-url", () -> "https://pen.example.org");
    }

    @Autowired
    protected Tenancy tenancy;

    @Autowired
    protected NewAccounts accounts;

    @Autowired
    protected TokenDesk tokens;

    @Autowired
    protected TransactionOperations transactions;

    @Autowired
    protected Ids ids;

    @LocalServerPort
    protected int port;

    /** Somebody in an organisation made for a test. */
    public record Member(OrganisationId organisation, PersonId id, String email, Role role) {}

    protected Path folder() {
        return FOLDER;
    }

    protected OrganisationId organisation(String name) {
        OrganisationId id = new OrganisationId(ids.next());
        OrganisationScope.within(
                id,
                () -> transactions.execute(_ -> {
                    tenancy.found(name, "en", false);
                    return id;
                }));
        return id;
    }

    private String hashedPassword() {
        synchronized (CLOCK) {
            if (hashedPassword.isEmpty()) {
                hashedPassword = accounts.hashed(PASSWORD);
            }
            return hashedPassword;
        }
    }

    /** A new person with {@link #PASSWORD}. */
    protected Member member(OrganisationId organisation, Role role) {
        PersonId id = new PersonId(ids.next());
        String hashed = hashedPassword();
        String email = role.code() + "-" + id + "@example.org";
        OrganisationScope.within(
                organisation,
                id,
                () -> transactions.execute(_ -> {
                    tenancy.register(id, email, "Test " + role.code(), "en");
                    tenancy.join(id, role, List.of());
                    accounts.setPassword(id, hashed);
                    return id;
                }));
        return new Member(organisation, id, email, role);
    }

    /** Nobody yet. */
    protected Caller caller() {
        return new Caller("http://localhost:" + port);
    }

    /** That person in a browser, signed in by password. */
    protected Caller browser(Member member) {
        Caller caller = caller();
        Caller.Answer answer = caller.post(
                "/api/v1/sign-in", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(member.email(), PASSWORD));
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return caller;
    }

    /** That person's program, which may do all that the person may; quicker than a browser. */
    protected Caller program(Member member) {
        return program(member, TokenScope.ADMIN);
    }

    protected Caller program(Member member, TokenScope... scopes) {
        return OrganisationScope.within(
                member.organisation(),
                () -> caller().bearing(tokens.make(member.organisation(), member.id(), "test", Set.of(scopes))));
    }
}
