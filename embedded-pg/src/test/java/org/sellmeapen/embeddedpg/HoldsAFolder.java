package org.sellmeapen.embeddedpg;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** An application of its own for the tests: starts the database, says so, and waits until its input ends. */
final class HoldsAFolder {

    private HoldsAFolder() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
            out.println(postgres.pid() + " " + postgres.adopted());
            while (System.in.read() >= 0) {
                // until the test lets go
            }
        } catch (PostgresCannotStart refused) {
            out.println(refused.getMessage());
        }
    }
}
