package org.sellmeapen.embeddedpg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;

/** A second Java process on a folder. */
record OtherApplication(Process process, String firstLine) implements AutoCloseable {

    static OtherApplication on(Path folder) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-D" + EmbeddedPostgres.BINARIES_PROPERTY + "="
                                + System.getProperty(EmbeddedPostgres.BINARIES_PROPERTY),
                        HoldsAFolder.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream()));
        return new OtherApplication(process, String.valueOf(lines.readLine()));
    }

    long databasePid() {
        return Long.parseLong(firstLine.split(" ")[0]);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws Exception {
        process.getOutputStream().close();
        process.waitFor();
    }
}
