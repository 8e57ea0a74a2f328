package org.sellmeapen.embeddedpg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The whole installation in one zip: every table as of one moment, the keys, and what else an operator put into the data
 * folder. {@code manifest.properties} stands last and names format, schema version and the SHA-256 of every other entry,
 * so a file that was cut off or changed is seen before anything is restored.
 */
public final class Backup {

    private static final String FORMAT = "1";
    private static final String MANIFEST = "manifest.properties";
    private static final String HISTORY = "flyway_schema_history";

    /** What of the data folder belongs to the installation; the database files themselves do not. */
    private static final List<String> KEPT = List.of("keys", "scenarios", "media", "profile");

    private Backup() {}

    public record Report(int tables, long rows, int files) {}

    /** A backup whose every entry was found to be what its manifest says. */
    public record Checked(Path file, Map<String, String> manifest) {
        String schema() {
            return manifest.getOrDefault("schema", "");
        }
    }

    /**
     * Writes a backup, also while the installation is in use: all tables are read in one snapshot.
     *
     * @param owner as the owner of the tables; row security is switched off for this session, or the writing fails
     */
    public static Report write(Connection owner, Path dataFolder, OutputStream out) throws SQLException, IOException {
        Properties manifest = new Properties();
        manifest.setProperty("format", FORMAT);
        long rows = 0;
        int files = 0;
        owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        owner.setAutoCommit(false);
        try (ZipOutputStream zip = new ZipOutputStream(out);
                Statement sql = owner.createStatement()) {
            List<String> tables = tables(owner);
            unbind(sql, tables);
            CopyManager copy = owner.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables) {
                try (Entry entry = new Entry(zip, "tables/" + table + ".copy", manifest)) {
                    rows += copy.copyOut(
                            "copy (select * from \"" + table + "\") to stdout (format binary)", entry.out());
                }
                manifest.setProperty("columns/" + table, columns(owner, table));
            }
            manifest.setProperty("schema", schema(owner));
            // Twice: a recording that moved from one folder to the other during the first round is met in the second.
            for (int round = 0; round < 2; round++) {
                for (String kept : KEPT) {
                    files += copyFolder(dataFolder, dataFolder.resolve(kept), zip, manifest);
                }
            }
            zip.putNextEntry(new ZipEntry(MANIFEST));
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            manifest.store(text, null);
            zip.write(text.toByteArray());
            zip.closeEntry();
            return new Report(tables.size(), rows, files);
        } finally {
            owner.rollback(); // puts row security back as it was
            owner.setAutoCommit(true);
        }
    }

    /** @throws BackupRefused unless the folder is absent or holds nothing but dot files */
    public static void mustBeEmpty(Path dataFolder) throws IOException {
        if (!Files.exists(dataFolder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(dataFolder)) {
            if (entries.anyMatch(entry -> !entry.getFileName().toString().startsWith("."))) {
                throw new BackupRefused(dataFolder
                        + " is not empty. A backup is brought into an empty folder only; name one with --data.");
            }
        }
    }

    /** Reads the whole file once. @throws BackupRefused when it is not a backup, was cut off or changed */
    public static Checked check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, String> manifest = manifest(file, zip);
            for (Map.Entry<String, String> line : manifest.entrySet()) {
                if (line.getKey().startsWith("sha256/")) {
                    String name = line.getKey().substring("sha256/".length());
                    ZipEntry entry = zip.getEntry(name);
                    if (entry == null || !digest(zip, entry).equals(line.getValue())) {
                        throw new BackupRefused(
                                file + " was changed or damaged: " + name + " is not as it was written.");
                    }
                }
            }
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                if (!entry.getName().equals(MANIFEST) && !manifest.containsKey("sha256/" + entry.getName())) {
                    throw new BackupRefused(file + " was changed: " + entry.getName() + " was added.");
                }
            }
            return new Checked(file, manifest);
        } catch (ZipException notOne) {
            throw new BackupRefused(file + " is not a backup, or only a part of one.");
        }
    }

    /**
     * Brings a checked backup into a data folder whose schema was just made.
     *
     * @throws BackupRefused when the schema is older or newer than the backup's; nothing was written then
     */
    public static Report restore(Checked checked, Connection owner, Path dataFolder) throws SQLException, IOException {
        long rows = 0;
        int files = 0;
        owner.setAutoCommit(false);
        try (ZipFile zip = new ZipFile(checked.file().toFile());
                Statement sql = owner.createStatement()) {
            if (!schema(owner).equals(checked.schema())) {
                throw new BackupRefused("The backup is of schema " + checked.schema() + ", this program makes "
                        + schema(owner) + ". Restore with the version that wrote it, then upgrade.");
            }
            List<String> tables = tables(owner);
            unbind(sql, tables);
            List<String> foreignKeys = dropForeignKeys(owner, sql);
            for (String table : tables) {
                sql.execute("alter table \"" + table + "\" disable trigger user");
            }
            sql.execute("truncate "
                    + String.join(", ", tables.stream().map(t -> '"' + t + '"').toList()) + " cascade");
            CopyManager copy = owner.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables) {
                ZipEntry entry = zip.getEntry("tables/" + table + ".copy");
                String columns = checked.manifest().get("columns/" + table);
                if (entry != null && columns != null) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        rows += copy.copyIn("copy \"" + table + "\" (" + columns + ") from stdin (format binary)", in);
                    }
                }
            }
            for (String foreignKey : foreignKeys) {
                sql.execute(foreignKey);
            }
            for (String table : tables) {
                sql.execute("alter table \"" + table + "\" enable trigger user");
            }
            rebind(sql, tables);
            files = restoreFiles(zip, dataFolder);
            owner.commit();
            return new Report(tables.size(), rows, files);
        } catch (SQLException | IOException | RuntimeException trouble) {
            owner.rollback();
            throw trouble;
        } finally {
            owner.setAutoCommit(true);
        }
    }

    /**
     * An owner who is no superuser is bound by forced row security too; inside this transaction it is not. That locks the
     * tables until its end. Our own PostgreSQL needs none of it.
     */
    private static void unbind(Statement sql, List<String> tables) throws SQLException {
        if (!isBound(sql)) {
            return;
        }
        for (String table : tables) {
            sql.execute("alter table \"" + table + "\" no force row level security");
        }
    }

    private static boolean isBound(Statement sql) throws SQLException {
        try (ResultSet row =
                sql.executeQuery("select not (rolsuper or rolbypassrls) from pg_roles where rolname = current_user")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void rebind(Statement sql, List<String> tables) throws SQLException {
        if (!isBound(sql)) {
            return;
        }
        for (String table : tables) {
            try (ResultSet bound =
                    sql.executeQuery("select relrowsecurity from pg_class where oid = '\"" + table + "\"'::regclass")) {
                bound.next();
                if (!bound.getBoolean(1)) {
                    continue;
                }
            }
            sql.execute("alter table \"" + table + "\" force row level security");
        }
    }

    /** Rows come back in any order; the constraints are made again afterwards and then checked as a whole. */
    private static List<String> dropForeignKeys(Connection owner, Statement sql) throws SQLException {
        List<String> again = new ArrayList<>();
        List<String> drop = new ArrayList<>();
        try (ResultSet row = owner.createStatement().executeQuery("""
                select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
                from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
                """)) {
            while (row.next()) {
                drop.add("alter table " + row.getString(1) + " drop constraint " + row.getString(2));
                again.add("alter table " + row.getString(1) + " add constraint " + row.getString(2) + " "
                        + row.getString(3));
            }
        }
        for (String one : drop) {
            sql.execute(one);
        }
        return again;
    }

    private static List<String> tables(Connection owner) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = owner.createStatement().executeQuery("""
                select tablename from pg_tables where schemaname = 'public' and tablename <> '%s' order by tablename
                """.formatted(HISTORY))) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static String columns(Connection owner, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet row = owner.createStatement().executeQuery("""
                select quote_ident(attname) from pg_attribute
                where attrelid = '"%s"'::regclass and attnum > 0 and not attisdropped order by attnum
                """.formatted(table))) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return String.join(", ", columns);
    }

    private static String schema(Connection owner) throws SQLException {
        try (ResultSet row = owner.createStatement().executeQuery("""
                select string_agg(version, ',' order by version) from %s where version is not null and success
                """.formatted(HISTORY))) {
            row.next();
            return row.getString(1);
        }
    }

    private static int copyFolder(Path root, Path start, ZipOutputStream zip, Properties manifest) throws IOException {
        if (!Files.exists(start)) {
            return 0;
        }
        int files = 0;
        try (Stream<Path> walk = Files.walk(start)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String name = "files/" + root.relativize(file);
                if (manifest.containsKey("sha256/" + name)) {
                    continue;
                }
                // Opened before its entry is begun: one that went away since the walk leaves none. One that grows is
                // taken as far as it is.
                try (InputStream in = Files.newInputStream(file);
                        Entry entry = new Entry(zip, name, manifest)) {
                    in.transferTo(entry.out());
                    files++;
                } catch (NoSuchFileException gone) {
                    // removed, or moved to where the second round meets it
                }
            }
        } catch (UncheckedIOException gone) {
            if (!(gone.getCause() instanceof NoSuchFileException)) {
                throw gone; // else a folder went away under the walk, and with it what was in it
            }
        }
        return files;
    }

    private static int restoreFiles(ZipFile zip, Path dataFolder) throws IOException {
        int files = 0;
        Path root = dataFolder.toAbsolutePath().normalize();
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            if (!entry.getName().startsWith("files/")) {
                continue;
            }
            Path target =
                    root.resolve(entry.getName().substring("files/".length())).normalize();
            if (!target.startsWith(root)) {
                throw new BackupRefused("The backup holds a file that would lie outside the data folder.");
            }
            Files.createDirectories(target.getParent());
            try (InputStream in = zip.getInputStream(entry)) {
                Files.deleteIfExists(target);
                Files.copy(in, target);
            }
            target.toFile().setReadable(false, false);
            target.toFile().setReadable(true, true);
            files++;
        }
        return files;
    }

    private static Map<String, String> manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new BackupRefused(file + " is not a backup, or only a part of one.");
        }
        Properties properties = new Properties();
        try (InputStream in = zip.getInputStream(entry)) {
            properties.load(in);
        }
        if (!FORMAT.equals(properties.getProperty("format"))) {
            throw new BackupRefused(file + " is of a format that this version does not read.");
        }
        Map<String, String> manifest = new LinkedHashMap<>();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> manifest.put(name, properties.getProperty(name)));
        return manifest;
    }

    private static String digest(ZipFile zip, ZipEntry entry) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = zip.getInputStream(entry);
                OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(into);
        } catch (ZipException damaged) {
            return "";
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** One entry of the zip, digested while it is written. */
    private static final class Entry implements AutoCloseable {

        private final ZipOutputStream zip;
        private final String name;
        private final Properties manifest;
        private final MessageDigest digest = sha256();

        Entry(ZipOutputStream zip, String name, Properties manifest) throws IOException {
            this.zip = zip;
            this.name = name;
            this.manifest = manifest;
            zip.putNextEntry(new ZipEntry(name));
        }

        OutputStream out() {
            return new DigestOutputStream(zip, digest) {
                @Override
                public void close() {} // the zip goes on
            };
        }

        @Override
        public void close() throws IOException {
            zip.closeEntry();
            manifest.setProperty("sha256/" + name, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
