package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that describes the architecture is written by this test: {@code -Dgenerate=true} rewrites, otherwise drift fails. */
class ArchitecturePageTests {

    private static final Path PAGE = Path.of("..", "docs", "architecture.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "sellmeapen");
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

    @Test
    void thePageSaysWhatIsBuilt() throws IOException {
        String page = page();
        if (Boolean.getBoolean("generate")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as(
                        "docs/architecture.md; write it with ./mvnw -pl server -am test -Dtest=ArchitecturePageTests -Dgenerate=true"
                                + " -Dsurefire.failIfNoSpecifiedTests=false")
                .exists()
                .content()
                .isEqualTo(page);
    }

    private static String page() throws IOException {
        Map<String, Set<String>> uses = House.uses();
        StringBuilder out = new StringBuilder("""
                # Architecture

                Written by `ArchitecturePageTests` from the code; do not edit. How it came to be this way stands in
                [decisions](decisions/).

                A room is a package of the server with a front door; everything else in it is package-private. Rooms stand on
                floors, and a dependency goes only down (`FloorsTests`). What happened is told by events, what must be done now is
                a plain call. Each room owns its tables and migrations; no join or foreign key crosses a wall. The root package
                `org.sellmeapen` is the site: it wires the rooms together at the edge of the web, and no room knows it.

                ```mermaid
                flowchart TD
                """);
        for (int number = House.FLOORS.size() - 1; number >= 0; number--) {
            List<String> built = built(House.FLOORS.get(number));
            if (!built.isEmpty()) {
                out.append("  subgraph %s[%s]\n"
                        .formatted(
                                House.FLOORS.get(number).label(),
                                House.FLOORS.get(number).label() + " "
                                        + House.FLOORS.get(number).name()));
                built.forEach(room -> out.append("    ").append(room).append('\n'));
                out.append("  end\n");
            }
        }
        // Everybody stands on the ground; those arrows would hide the others.
        uses.forEach((room, others) -> others.stream()
                .filter(other -> !other.equals("kernel"))
                .forEach(other -> out.append("  %s --> %s\n".formatted(room, other))));
        out.append("```\n");
        for (int number = House.FLOORS.size() - 1; number >= 0; number--) {
            House.Floor floor = House.FLOORS.get(number);
            List<String> built = built(floor);
            if (!built.isEmpty()) {
                out.append("\n## %s %s: %s\n".formatted(floor.label(), floor.name(), floor.what()));
            }
            for (String room : built) {
                out.append("\n### %s\n\n%s\n\n".formatted(room, purpose(room)));
                out.append("- uses: %s\n".formatted(listed(uses.get(room))));
                out.append("- front door: %s\n".formatted(listed(publicTypes(room))));
                Set<String> tables = tables(room);
                if (!tables.isEmpty()) {
                    out.append("- tables: %s\n".formatted(listed(tables)));
                }
            }
        }
        return out.toString();
    }

    private static List<String> built(House.Floor floor) {
        List<String> built = new ArrayList<>(floor.rooms());
        built.retainAll(House.builtRooms());
        built.sort(Comparator.naturalOrder());
        return built;
    }

    private static String listed(Set<String> names) {
        return names.isEmpty() ? "nobody" : "`" + String.join("`, `", names) + "`";
    }

    /** The comment of the package, as its author wrote it. */
    private static String purpose(String room) throws IOException {
        String source = Files.readString(SOURCES.resolve(room).resolve("package-info.java"));
        Matcher comment = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL).matcher(source);
        assertThat(comment.find())
                .as(room + "/package-info.java says what the room is, owns and leaves to whom")
                .isTrue();
        return comment.group(1)
                .replaceAll("(?m)^\\s*\\*? ?", "")
                .replaceAll("\\{@(?:code|link) ([^}]+)}", "`$1`")
                .strip()
                .replaceAll("\\s*\\n\\s*", " ");
    }

    private static Set<String> publicTypes(String room) {
        Set<String> types = new TreeSet<>();
        House.MAIN.stream()
                .filter(type -> type.getPackageName().equals(House.ROOT + "." + room))
                .filter(type -> type.isTopLevelClass()
                        && type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .forEach(type -> types.add(type.getSimpleName()));
        return types;
    }

    private static Set<String> tables(String room) throws IOException {
        Set<String> tables = new TreeSet<>();
        if (Files.isDirectory(MIGRATIONS.resolve(room))) {
            try (Stream<Path> files = Files.list(MIGRATIONS.resolve(room))) {
                for (Path file : files.toList()) {
                    Matcher table = Pattern.compile("(?im)^create table (\\w+)").matcher(Files.readString(file));
                    while (table.find()) {
                        tables.add(table.group(1));
                    }
                }
            }
        }
        return tables;
    }
}
