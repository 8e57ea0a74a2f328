package org.sellmeapen.embeddedpg;

import java.io.IOException;
import java.nio.file.Path;

/** Unpacks the PostgreSQL programs into a folder, so that an installation does it once and not each data folder. */
final class UnpackBinaries {

    private UnpackBinaries() {}

    public static void main(String[] arguments) throws IOException {
        PostgresBinaries.in(Path.of(arguments[0]).toAbsolutePath());
    }
}
