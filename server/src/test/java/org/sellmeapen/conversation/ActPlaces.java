package org.sellmeapen.conversation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the pieces of training and measuring lie, seen from any folder of the repository. */
final class ActPlaces {

    private ActPlaces() {}

    static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("content"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException("run inside the repository: no folder content above");
        }
        return here;
    }

    static Path languages() {
        return repository().resolve("content/languages");
    }

    static Path model() {
        return languages().resolve("en.acts.bin");
    }

    static Path corpus() {
        return repository().resolve("content/corpus/en");
    }

    /** Labelled lines that no model is trained on. */
    static Path keptBack() {
        return repository().resolve("evals/acts");
    }

    /** The truth sets that are not part of the repository, where they are present. */
    static Optional<Path> truth(String file) {
        String shared = System.getProperty("SELLMEAPEN_SHARED", System.getenv("SELLMEAPEN_SHARED"));
        Path folder = shared == null ? repository().resolveSibling("shared") : Path.of(shared);
        return Optional.of(folder.resolve("data/truth").resolve(file)).filter(Files::exists);
    }
}
