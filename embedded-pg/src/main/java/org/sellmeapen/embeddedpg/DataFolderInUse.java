package org.sellmeapen.embeddedpg;

import java.nio.file.Path;

/** Another running SellMeAPen holds the lock of this folder. */
public final class DataFolderInUse extends PostgresCannotStart {

    DataFolderInUse(Path folder, String holder) {
        super(
                "The database in " + folder + " is in use by another SellMeAPen" + holder + ".",
                "Stop that one first, talk to it with --server, or choose another folder with --data.");
    }
}
