package org.sellmeapen.ai;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The vendors' published specifications, where they are at hand: {@code SELLMEAPEN_SHARED}, else beside the project. */
public final class Specifications {

    private Specifications() {}

    public static Optional<Path> folder() {
        String place = System.getProperty("SELLMEAPEN_SHARED", System.getenv("SELLMEAPEN_SHARED"));
        Path folder = (place == null ? Path.of("..", "..", "shared") : Path.of(place)).resolve("specs");
        return Optional.of(folder).filter(Files::isDirectory);
    }
}
