package org.sellmeapen.evals.levels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Everybody who can be sent into a talk, read from the folder {@code evals/levels}. */
final class Sellers {

    static final List<String> SKILLED = List.of("weak", "average", "strong");
    static final List<String> STYLED = List.of("flatterer", "bully", "robot", "injector", "mumbler");

    private final Policies policies;
    private final Ears ears;
    private final Lines lines;

    private Sellers(Policies policies, Ears ears, Lines lines) {
        this.policies = policies;
        this.ears = ears;
        this.lines = lines;
    }

    static Sellers in(Path folder) {
        YAMLMapper yaml = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        TypeReference<Map<String, List<String>>> lists = new TypeReference<>() {};
        Map<String, List<String>> moves = new HashMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("lines"))) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .forEach(file -> moves.putAll(yaml.readValue(file.toFile(), lists)));
            return new Sellers(
                    yaml.readValue(folder.resolve("policies.yaml").toFile(), Policies.class),
                    Ears.of(yaml.readTree(folder.resolve("ears.yaml").toFile())),
                    new Lines(moves));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder {@code evals/levels} of this repository, seen from its root or from the module. */
    static Path home() {
        for (Path top = Path.of("").toAbsolutePath(); top != null; top = top.getParent()) {
            Path folder = top.resolve("evals/levels");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "there is no evals/levels above " + Path.of("").toAbsolutePath());
    }

    Seller hire(String name, Briefing briefing, long seed) {
        Chance chance = new Chance(new SplittableRandom(seed));
        return switch (name) {
            case "weak" -> new SkilledSeller(policies.weak(), briefing, ears, lines, chance);
            case "average" -> new SkilledSeller(policies.average(), briefing, ears, lines, chance);
            case "strong" -> new SkilledSeller(policies.strong(), briefing, ears, lines, chance);
            case "mumbler" -> new MumblingSeller(new SkilledSeller(policies.strong(), briefing, ears, lines, chance));
            default -> new StyledSeller(style(name), briefing, ears, lines, chance);
        };
    }

    Ears ears() {
        return ears;
    }

    Lines lines() {
        return lines;
    }

    private Policies.Style style(String name) {
        Policies.@Nullable Style style = policies.styles().get(name);
        if (style == null) {
            throw new IllegalArgumentException("nobody sells as " + name);
        }
        return style;
    }
}
