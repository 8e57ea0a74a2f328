package org.sellmeapen;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The plan of the house: which room stands on which floor, and what was really built. */
final class House {

    static final String ROOT = "org.sellmeapen";

    /** The command line, which alone writes to the screen. */
    static final String COMMAND_LINE = "console";

    /** From the ground up. A room that is not named here is built on no floor, and a test says so. */
    static final List<Floor> FLOORS = List.of(
            new Floor("F0", "ground", "ids, problems, time, pages; no beans, no web", List.of("kernel")),
            new Floor("F1", "foundation", "organisations, people, teams, roles", List.of("tenancy")),
            new Floor(
                    "F2",
                    "utilities",
                    "serve everyone, know no sales word",
                    List.of(
                            "signin",
                            "connections",
                            "media",
                            "audio",
                            "audit",
                            "privacy",
                            "notifications",
                            "webhooks")),
            new Floor("F3", "machine", "language models, speech to text, text to speech", List.of("ai")),
            new Floor("F4", "vocabulary", "who said what, when, what it did", List.of("conversation")),
            new Floor("F4b", "subjects", "what is rehearsed, in those words", List.of("scenarios", "knowledge")),
            new Floor(
                    "F5",
                    "engines",
                    "who answers; the live audio loop; the arithmetic of speech",
                    List.of("roleplay", "voice", "speech")),
            new Floor("F6", "judgement", "rubric and conversation in, scorecard out", List.of("scoring")),
            new Floor(
                    "F7",
                    "activities",
                    "the places where a person talks",
                    List.of("training", "calls", "assist", "hiring")),
            new Floor(
                    "F8",
                    "bridges",
                    "know a vendor and our rooms; nobody knows them",
                    List.of("meetings", "crm", "learning")),
            new Floor(
                    "F9",
                    "views",
                    "listen, count, predict; own read models",
                    List.of("coaching", "gamification", "reporting", "insights")),
            new Floor(
                    "F10",
                    "roof",
                    "evidence and controls; operator console",
                    List.of("compliance", "admin", COMMAND_LINE)));

    static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("embeddedpg"))
            .withImportOption(location -> !location.contains("/simulators/")) // other houses, played for tests
            .importPackages(ROOT);

    record Floor(String label, String name, String what, List<String> rooms) {}

    private House() {}

    /** The room of a class of ours; empty for the root package and for others' classes. */
    static Optional<String> room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT + ".") || name.startsWith(ROOT + ".embeddedpg")) {
            return Optional.empty();
        }
        return Optional.of(name.substring(ROOT.length() + 1).split("\\.")[0]);
    }

    static Optional<Integer> floor(String room) {
        for (int number = 0; number < FLOORS.size(); number++) {
            if (FLOORS.get(number).rooms().contains(room)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    static Set<String> builtRooms() {
        return MAIN.stream().flatMap(type -> room(type).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Which rooms each room really uses. */
    static Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        builtRooms().forEach(room -> uses.put(room, new TreeSet<>()));
        for (JavaClass type : MAIN) {
            room(type)
                    .filter(uses::containsKey)
                    .ifPresent(room -> type.getDirectDependenciesFromSelf().stream()
                            .flatMap(dependency ->
                                    room(dependency.getTargetClass().getBaseComponentType()).stream())
                            .filter(other -> !other.equals(room))
                            .forEach(uses.get(room)::add));
        }
        return uses;
    }
}
