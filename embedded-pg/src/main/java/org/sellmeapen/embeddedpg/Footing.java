package org.sellmeapen.embeddedpg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * As whom the server runs. PostgreSQL refuses root, so for root this is either a user namespace, in which root's own
 * files stay readable but root's powers are gone, or another user.
 *
 * @param owner to whom the cluster's files are given, or -1 when they stay ours
 */
record Footing(List<String> prefix, int owner) {

    private static final int NOBODY = 65534;
    private static final List<String> TOOL_FOLDERS = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");

    static Footing find(ServerFolder folder, PostgresBinaries binaries) throws IOException, InterruptedException {
        StringBuilder tried = new StringBuilder();
        for (Footing footing : candidates(folder)) {
            String trouble = footing.trouble(folder, binaries);
            if (trouble.isEmpty()) {
                return footing;
            }
            tried.append(" [").append(footing.prefix.isEmpty() ? "directly" : String.join(" ", footing.prefix));
            tried.append(": ").append(trouble).append("]");
        }
        throw new PostgresCannotStart(
                "PostgreSQL cannot be run on " + folder.root() + ":" + tried + ".",
                weAreRoot()
                        ? "Start SellMeAPen as an ordinary user who owns the data folder."
                        : "Check who may read that folder, and that this machine has the GNU C library 2.17 or newer;"
                                + " or run your own PostgreSQL and name it in SELLMEAPEN_DB_URL.");
    }

    private static List<Footing> candidates(ServerFolder folder) throws IOException {
        if (!weAreRoot()) {
            return List.of(new Footing(List.of(), -1));
        }
        List<Footing> found = new ArrayList<>();
        boolean old = Files.exists(folder.cluster());
        int owner = uid(old ? folder.cluster() : folder.root().resolve(".."));
        // an old cluster belongs to whom it belongs; a new one stays root's where namespaces are allowed
        if (!old || owner == 0) {
            tool("unshare").ifPresent(unshare -> found.add(new Footing(List.of(unshare, "-U", "--"), -1)));
        }
        if (old ? owner != 0 : true) {
            int other = owner != 0 ? owner : NOBODY;
            tool("setpriv").ifPresent(setpriv -> found.add(asUser(setpriv, other)));
        }
        return found;
    }

    static Footing asUser(String setpriv, int uid) {
        return new Footing(
                List.of(setpriv, "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--no-new-privs", "--"), uid);
    }

    /** Empty when the programs run and the folder can be entered on this footing. */
    private String trouble(ServerFolder folder, PostgresBinaries binaries) throws IOException, InterruptedException {
        if (owner >= 0) {
            // the other user must be able to pass through; the password file beside stays closed to him
            Files.setPosixFilePermissions(folder.root(), PosixFilePermissions.fromString("rwx--x--x"));
        }
        Process probe = command(List.of(
                        "/bin/sh",
                        "-c",
                        "cd \"$1\" && exec \"$2\" -V",
                        "sh",
                        folder.root().toString(),
                        binaries.postgres().toString()))
                .redirectErrorStream(true)
                .start();
        probe.getOutputStream().close();
        String said = new String(probe.getInputStream().readAllBytes()).strip();
        if (!probe.waitFor(20, TimeUnit.SECONDS)) {
            probe.destroyForcibly();
            return "no answer in 20 s";
        }
        return probe.exitValue() == 0 ? "" : said.isEmpty() ? "exit code " + probe.exitValue() : said;
    }

    /** A command on this footing, with a clean environment: no PG* variable and no locale of ours leaks in. */
    ProcessBuilder command(List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(all);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }

    /** The same in a session of its own: Ctrl-C in a terminal must end the application first, the database after it. */
    ProcessBuilder detachedCommand(List<String> words) {
        ProcessBuilder builder = command(words);
        tool("setsid").ifPresent(setsid -> builder.command().addFirst(setsid));
        return builder;
    }

    /** Hands a folder we made for the server to the user it runs as. */
    void give(Path path) throws IOException {
        if (owner >= 0) {
            Files.setAttribute(path, "unix:uid", owner);
            Files.setAttribute(path, "unix:gid", owner);
        }
    }

    static Optional<String> tool(String name) {
        return TOOL_FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    static boolean weAreRoot() {
        Path self = Path.of("/proc/self");
        try {
            return Files.exists(self) ? uid(self) == 0 : "root".equals(System.getProperty("user.name"));
        } catch (IOException hidden) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
