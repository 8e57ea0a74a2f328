package org.sellmeapen.embeddedpg;

import java.util.List;
import java.util.regex.Pattern;

/** Reads what PostgreSQL said before it gave up, and says it to an operator who does not know PostgreSQL. */
record StartTrouble(Pattern sign, String what, String remedy) {

    static final String RESTORE =
            "Restore the last backup into an empty data folder (sellmeapen restore); keep this folder for a rescue.";

    private static final List<StartTrouble> KNOWN = List.of(
            known(
                    "No space left on device|Disk quota exceeded",
                    "The disk is full",
                    "Free some space and start again."),
            known(
                    "Read-only file system",
                    "The file system of the data folder is read-only",
                    "Mount it writable or choose another folder with --data."),
            known(
                    "Cannot allocate memory|out of memory|could not map anonymous shared memory",
                    "There is not enough memory for PostgreSQL (about 100 MB)",
                    "Stop something else or raise the memory limit of this service."),
            known(
                    "could not create (shared memory|semaphores)",
                    "The system refuses PostgreSQL its shared memory or semaphores",
                    "Check the limits of this service or container (IPC, /dev/shm)."),
            known(
                    "database files are incompatible with server|incompatible with this version",
                    "The database was made by another version of PostgreSQL",
                    "Write a backup with the SellMeAPen that made it, then restore that into an empty data folder."),
            known(
                    "could not locate a valid checkpoint|incorrect checksum in control file|invalid (page|checkpoint)"
                            + "|could not read file \"global/pg_control\"|unexpected data beyond EOF|PANIC:"
                            + "|could not find redo location|required checkpoint record"
                            + "|could not open file \"(global|base|pg_wal|pg_xact)",
                    "The database files are damaged",
                    RESTORE),
            known(
                    "lock file \"postmaster.pid\" already exists|pre-existing shared memory block",
                    "Another PostgreSQL is at work on this folder",
                    "Stop that one first; the log names its process."),
            known(
                    "has invalid permissions|has wrong ownership|[Pp]ermission denied",
                    "The permissions of the data folder are not right",
                    "All files in it must belong to the user that runs SellMeAPen (chown -R), the cluster folder with"
                            + " mode 700."),
            known(
                    "error while loading shared libraries|Exec format error|cannot execute|GLIBC_",
                    "The PostgreSQL programs do not run on this machine",
                    "Delete the folder postgresql-* in the data folder and start again; if that does not help run"
                            + " your own PostgreSQL and name it in SELLMEAPEN_DB_URL."),
            known(
                    "configuration file .* contains errors|unrecognized configuration parameter|invalid value for",
                    "A setting in operator.conf is wrong",
                    "Mend or remove that file in the cluster folder."));

    private static StartTrouble known(String sign, String what, String remedy) {
        return new StartTrouble(Pattern.compile(sign), what, remedy);
    }

    static boolean portTaken(String said) {
        return said.contains("could not bind IPv4") || said.contains("Address already in use");
    }

    static PostgresCannotStart read(ServerFolder folder, String said) {
        String lastWords = lastWords(said);
        return KNOWN.stream()
                .filter(trouble -> trouble.sign.matcher(said).find())
                .findFirst()
                .map(trouble ->
                        new PostgresCannotStart(trouble.what + ". PostgreSQL said: " + lastWords, trouble.remedy))
                .orElseGet(() -> new PostgresCannotStart(
                        "PostgreSQL gave up. It said: " + lastWords, "The whole log is in " + folder.log() + "."));
    }

    private static String lastWords(String said) {
        List<String> lines =
                said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<String> grave = lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .toList();
        List<String> chosen = grave.isEmpty() ? lines : grave;
        return chosen.isEmpty() ? "nothing" : "\"" + chosen.getLast() + "\"";
    }
}
