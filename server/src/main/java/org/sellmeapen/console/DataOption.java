package org.sellmeapen.console;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every operator's command shares. */
final class DataOption {

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder. Default: SELLMEAPEN_DATA or ./data.")
    @Nullable
    Path data;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Speak to a running server instead, for person reset-link and audit verify.")
    @Nullable
    String server;

    @Option(names = "--token", paramLabel = "T", description = "An API token of that server.")
    @Nullable
    String token;

    @Option(names = "--json", description = "JSON instead of lines for people.")
    boolean json;

    /** The server to speak to; null when it is the folder that is worked on. */
    @Nullable
    RunningServer running() {
        if (server == null) {
            if (token != null) {
                throw new Input.UsedWrongly("--token goes with --server.");
            }
            return null;
        }
        if (data != null) {
            throw new Input.UsedWrongly("--server or --data, not both.");
        }
        return RunningServer.at(server, token);
    }

    /** The folder, after saying so when a server runs on it. */
    Path folder(House house, Output output) {
        Path folder = folderOnly(house);
        if (!Files.isDirectory(folder) && !house.hasOwnDatabase()) {
            throw new Input.NotReadable(
                    "there is no data folder " + folder + ". Name it with --data; `serve` makes a new one.");
        }
        if (house.inUse(folder)) {
            output.problem("a server runs on " + folder + "; working beside it.");
        }
        return folder;
    }

    /** The folder, for what cannot be done over the API. */
    Path folderOnly(House house) {
        if (server != null || token != null) {
            throw new Input.UsedWrongly(
                    "--server: this works on the data folder only (--data), on the machine where it lies.");
        }
        return house.folder(data);
    }
}
