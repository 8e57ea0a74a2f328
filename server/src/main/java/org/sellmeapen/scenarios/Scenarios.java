package org.sellmeapen.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.NotFound;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The front door: every scenario that can be rehearsed, read once at start. Immutable and thread-safe.
 *
 * <p>Own files: {@code <folder>/<namespace>/<name>.yaml}, or {@code <folder>/<name>.yaml} with the namespace
 * {@code local}. A file with a mistake is not served and stands in {@link #problems()}.
 */
public final class Scenarios {

    private static final String LOCAL = "local";

    private final ScenarioReader reader;
    private final Map<String, Scenario> byAddress = new LinkedHashMap<>();
    private final Map<String, Scenario> newestById = new LinkedHashMap<>();
    private final List<ScenarioProblem> problems = new ArrayList<>();

    private Scenarios(List<ScenarioCheck> checks) {
        this.reader = new ScenarioReader(checks);
    }

    /** What the product ships. */
    public static Scenarios shipped() {
        return load(null);
    }

    /** What the product ships, and an administrator's own files; the folder need not exist. */
    public static Scenarios load(@Nullable Path own) {
        return load(own, List.of());
    }

    /** @param checks what else must hold of a file before it is served */
    public static Scenarios load(@Nullable Path own, List<ScenarioCheck> checks) {
        Scenarios scenarios = new Scenarios(checks);
        try {
            scenarios.readShipped();
            if (own != null && Files.isDirectory(own)) {
                scenarios.readFolder(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scenarios;
    }

    /** @param idOrAddress {@code classic-pen}, {@code acme.my-call} or {@code namespace/name@version} */
    public Optional<Scenario> find(String idOrAddress) {
        Scenario exact = byAddress.get(idOrAddress);
        return exact != null ? Optional.of(exact) : Optional.ofNullable(newestById.get(idOrAddress));
    }

    /** As {@link #find}, refusing what is not there. */
    public Scenario get(String idOrAddress) {
        return find(idOrAddress).orElseThrow(() -> new NotFound("scenario"));
    }

    /** The newest version of each, by category and then by title. */
    public List<Scenario> list(ScenarioFilter filter) {
        return newestById.values().stream()
                .filter(filter::matches)
                .sorted(Comparator.comparing((Scenario one) -> one.script().category())
                        .thenComparing(one -> one.script().title()))
                .toList();
    }

    /** What is not served, and how to mend it. */
    public List<ScenarioProblem> problems() {
        return List.copyOf(problems);
    }

    /** The scenario a session was played with, from what the session kept; its files may have changed since. */
    public Scenario fromSnapshot(ScenarioAddress address, String snapshot) {
        return reader.fromSnapshot(address.namespace(), snapshot);
    }

    /** As {@link #fromSnapshot(ScenarioAddress, String)} with the address in its text form. */
    public Scenario fromSnapshot(String address, String snapshot) {
        return fromSnapshot(
                ScenarioAddress.parse(address).orElseThrow(() -> new NotFound("scenario address")), snapshot);
    }

    private void readShipped() throws IOException {
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:content/scenarios/*.yaml");
        for (Resource file : Stream.of(files)
                .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.getFilename())))
                .toList()) {
            keep(ScenarioAddress.SHIPPED, Objects.requireNonNull(file.getFilename()), file.getContentAsByteArray());
        }
    }

    private void readFolder(Path own) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(own, 2)) {
            files = walk.filter(path -> path.getFileName().toString().matches("(?i).*\\.ya?ml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Path relative = own.relativize(file);
            String namespace =
                    relative.getNameCount() == 1 ? LOCAL : relative.getName(0).toString();
            String label = relative.toString().replace('\\', '/');
            if (namespace.equals(ScenarioAddress.SHIPPED) || !namespace.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                problems.add(new ScenarioProblem(
                        label,
                        0,
                        "The folder's name cannot be a namespace.",
                        "Use lower-case letters, digits and hyphens, and not `" + ScenarioAddress.SHIPPED + "`."));
            } else {
                keep(namespace, label, Files.readAllBytes(file));
            }
        }
    }

    private void keep(String namespace, String file, byte[] bytes) {
        switch (reader.read(namespace, file, bytes)) {
            case ScenarioReader.Reading.Refused refused -> problems.addAll(refused.problems());
            case ScenarioReader.Reading.Good good -> {
                Scenario scenario = good.scenario();
                if (byAddress.putIfAbsent(scenario.address().toString(), scenario) != null) {
                    problems.add(new ScenarioProblem(
                            file, 0, scenario.address() + " is there twice.", "Remove or rename one of the files."));
                    return;
                }
                newestById.merge(
                        scenario.id(),
                        scenario,
                        (one, other) ->
                                one.address().version() >= other.address().version() ? one : other);
            }
        }
    }
}
