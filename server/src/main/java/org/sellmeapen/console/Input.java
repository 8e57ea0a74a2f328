package org.sellmeapen.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file, or standard input for {@code -}. UTF-8, with or without a byte order mark; anything else is refused. */
final class Input {

    static final class NotReadable extends RuntimeException {
        NotReadable(String message) {
            super(message);
        }
    }

    /** The command was typed in a way that means nothing. */
    static final class UsedWrongly extends RuntimeException {
        UsedWrongly(String message) {
            super(message);
        }
    }

    private Input() {}

    static List<String> lines(String file) {
        return text(file).lines().toList();
    }

    static String text(String file) {
        byte[] bytes = bytes(file);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new NotReadable((file.equals("-") ? "Standard input" : file)
                    + " is not UTF-8 text. Convert it first, for example with iconv.");
        }
    }

    private static byte[] bytes(String file) {
        try {
            if (file.equals("-")) {
                try (InputStream in = System.in) {
                    return in.readAllBytes();
                }
            }
            Path path = Path.of(file);
            if (!Files.exists(path) || Files.isDirectory(path) || !Files.isReadable(path)) {
                throw new NotReadable(file + " is not a file that can be read.");
            }
            try (InputStream in = Files.newInputStream(path)) { // a pipe has no size to go by
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new NotReadable(file + " cannot be read: " + e.getMessage());
        }
    }
}
