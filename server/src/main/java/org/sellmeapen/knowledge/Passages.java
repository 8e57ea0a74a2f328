package org.sellmeapen.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a document where its author paused: at headings, empty lines and ends of sentences. */
final class Passages {

    /** As long as somebody reads out in half a minute. */
    private static final int MOST = 700;

    private static final Pattern BLOCKS = Pattern.compile("\\n\\s*\\n|(?=\\n#{1,6} )");
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?\\u2026])\\s+|(?<=[\\u3002\\uff01\\uff1f])|\\n");

    private static final Pattern HEADING = Pattern.compile("(?m)^[ \\t]*#{1,6} +(.*?)[ \\t]*[:.]?$");

    private Passages() {}

    static List<String> of(String body) {
        List<String> passages = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String block : BLOCKS.split(body.replace("\r\n", "\n").replace('\r', '\n'))) {
            String words = HEADING.matcher(block).replaceAll("$1:");
            for (String sentence : SENTENCES.split(words)) {
                for (String piece : pieces(sentence.strip())) {
                    if (open.length() + piece.length() + 1 > MOST) {
                        close(open, passages);
                    }
                    open.append(open.isEmpty() ? "" : " ").append(piece);
                }
            }
            // A heading stays with what it heads.
            if (!block.strip().startsWith("#") && open.length() > MOST / 2) {
                close(open, passages);
            }
        }
        close(open, passages);
        return passages;
    }

    private static void close(StringBuilder open, List<String> passages) {
        if (!open.toString().isBlank()) {
            passages.add(open.toString());
        }
        open.setLength(0);
    }

    /** What has no end of a sentence for longer than a passage is cut between words, or anywhere where there are none. */
    private static List<String> pieces(String sentence) {
        List<String> pieces = new ArrayList<>();
        String rest = sentence;
        while (rest.length() > MOST) {
            int space = rest.lastIndexOf(' ', MOST);
            int at = space > MOST / 2 ? space : Character.isLowSurrogate(rest.charAt(MOST)) ? MOST - 1 : MOST;
            pieces.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }
}
