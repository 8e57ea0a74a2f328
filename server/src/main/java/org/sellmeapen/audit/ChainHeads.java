package org.sellmeapen.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sellmeapen.kernel.OrganisationId;

/**
 * How far this node has seen each chain, kept beside the key: cutting off the tail of a chain in the database, chain row
 * and all, is seen against it. What is lost after the last head was written cannot be seen.
 */
final class ChainHeads {

    private static final Pattern UUID_NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path folder;

    ChainHeads(Path folder) {
        this.folder = folder;
    }

    Optional<ChainHead> find(OrganisationId chain) {
        Path file = folder.resolve(chain.toString());
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] words = Files.readString(file).strip().split(" ");
            return Optional.of(
                    new ChainHead(Long.parseLong(words[0]), HexFormat.of().parseHex(words[1])));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Every chain this node has seen, also of an organisation that no row of the database names any more. */
    Set<OrganisationId> known() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> UUID_NAME.matcher(name).matches())
                    .map(name -> new OrganisationId(UUID.fromString(name)))
                    .collect(Collectors.toSet());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** After the commit; never backwards. */
    synchronized void keep(OrganisationId chain, ChainHead head) {
        if (find(chain).filter(known -> known.sequence() >= head.sequence()).isPresent()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path written = folder.resolve(chain + ".new");
            Files.writeString(written, head.sequence() + " " + HexFormat.of().formatHex(head.mac()) + "\n");
            Files.move(
                    written,
                    folder.resolve(chain.toString()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException trouble) {
            throw new UncheckedIOException("The head of an audit chain cannot be kept in " + folder, trouble);
        }
    }
}
