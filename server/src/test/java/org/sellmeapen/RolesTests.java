package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.Role;

/** What {@code api/roles.csv} says is what happens. Every request is empty or of an id that never was, so none changes anything. */
class RolesTests extends HouseTest {

    private static final Path FILE = Path.of("..", "api", "roles.csv");
    private static final int FIRST_ROLE = 3;

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(FILE).stream().map(line -> line.split(",")).toList();
    }

    private static Caller.Answer asked(Caller caller, String method, String path) {
        String address = path.replace("{turn}", "0").replaceAll("\\{\\w+}", new UUID(7, 7).toString());
        return caller.with("If-Match", "\"1\"").send(method, address, method.equals("GET") ? null : "{}");
    }

    @Test
    void everyRoleMayDoWhatItsColumnSaysAndNothingElse() throws IOException {
        OrganisationId ink = organisation("Ink");
        Map<Role, Member> members = new EnumMap<>(Role.class);
        Map<Role, Caller> browsers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            members.put(role, member(ink, role));
            browsers.put(role, browser(members.get(role)));
        }
        List<String[]> rows = rows();
        String[] header = rows.getFirst();
        assertThat(Arrays.stream(header).skip(FIRST_ROLE))
                .containsExactly(Arrays.stream(Role.values()).map(Role::code).toArray(String[]::new));
        List<String> wrong = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            for (int column = FIRST_ROLE; column < row.length; column++) {
                Role role = Role.ofCode(header[column]);
                boolean leaves = row[1].endsWith("/sign-out");
                Caller caller = leaves ? browser(members.get(role)) : browsers.get(role);
                Caller.Answer answer = asked(caller, row[0], row[1]);
                boolean refused = answer.status() == 403 && answer.code().equals("not-allowed");
                boolean taken = answer.status() != 401 && answer.status() != 403 && answer.status() < 500;
                if (row[column].equals("yes") ? !taken : !refused) {
                    wrong.add(row[0] + " " + row[1] + " " + role + ": " + answer.status() + " " + answer.code());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).hasSizeGreaterThan(50);
    }

    @Test
    void whoIsNotSignedInMayDoOnlyWhatAnybodyMay() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String[]> rows = rows();
        for (String[] row : rows.subList(1, rows.size())) {
            Caller.Answer answer = asked(caller(), row[0], row[1]);
            boolean refused = answer.status() == 401 && answer.code().equals("not-signed-in");
            if (refused == row[2].equals("yes")) {
                wrong.add(row[0] + " " + row[1] + ": " + answer.status() + " " + answer.code());
            }
        }
        assertThat(wrong).isEmpty();
    }
}
