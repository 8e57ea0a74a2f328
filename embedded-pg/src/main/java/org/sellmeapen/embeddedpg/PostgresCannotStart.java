package org.sellmeapen.embeddedpg;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.jspecify.annotations.Nullable;

/** The database cannot run on this folder. The message is for the operator: what is the matter, then what to do. */
public class PostgresCannotStart extends RuntimeException {

    private final String remedy;

    PostgresCannotStart(String what, String remedy) {
        this(what, remedy, null);
    }

    PostgresCannotStart(String what, String remedy, @Nullable Throwable cause) {
        super(what + " " + remedy, cause);
        this.remedy = remedy;
    }

    /** What the operator can do about it, one or two sentences. */
    public String remedy() {
        return remedy;
    }

    static PostgresCannotStart because(String doing, IOException trouble) {
        String reason = String.valueOf(trouble.getMessage());
        if (trouble instanceof AccessDeniedException || reason.contains("Permission denied")) {
            return new PostgresCannotStart(
                    doing + ": permission denied for " + reason + ".",
                    "Give the user that runs SellMeAPen this folder, or choose another with --data.",
                    trouble);
        }
        if (reason.contains("No space left") || reason.contains("quota")) {
            return new PostgresCannotStart(doing + ": the disk is full.", "Free some space and start again.", trouble);
        }
        if (reason.contains("Read-only file system")) {
            return new PostgresCannotStart(
                    doing + ": the file system is read-only.", "Choose a writable folder with --data.", trouble);
        }
        return new PostgresCannotStart(
                doing + ": " + trouble.getClass().getSimpleName() + ", " + reason + ".",
                "Look at that path, or choose another folder with --data.",
                trouble);
    }
}
