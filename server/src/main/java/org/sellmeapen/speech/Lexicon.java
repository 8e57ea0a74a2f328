package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds fillers, hedges and boosters of one language in a text. Thread-safe. */
final class Lexicon {

    /** @param word as it is counted, not as it is spelt there: "ummm" is "um" */
    record Mention(String word, int from, int to) {}

    private final Pattern sound;
    private final List<Marker> markers;
    private final List<Marker> hedges;
    private final List<Marker> boosters;
    private final List<Marker> apologies;
    private final Writing writing;

    Lexicon(SpeechPack pack) {
        sound = Pattern.compile(pack.sounds().stream().map(s -> "(?:" + s + ")").collect(Collectors.joining("|")));
        writing = Writing.of(pack);
        markers = markers(pack.markers(), pack);
        hedges = markers(pack.hedges(), pack);
        boosters = markers(pack.boosters(), pack);
        apologies = markers(pack.apologies(), pack);
    }

    private List<Marker> markers(List<SpeechPack.MarkerText> texts, SpeechPack pack) {
        return texts.stream()
                .map(text -> new Marker(text, pack.classes(), writing))
                .toList();
    }

    Writing writing() {
        return writing;
    }

    List<Mention> fillers(String text) {
        return mentions(text, markers, true);
    }

    List<Mention> hedges(String text) {
        return mentions(text, hedges, false);
    }

    List<Mention> boosters(String text) {
        return mentions(text, boosters, false);
    }

    List<Mention> apologies(String text) {
        return mentions(text, apologies, false);
    }

    private List<Mention> mentions(String text, List<Marker> of, boolean sounds) {
        List<Tokens.Token> tokens = Tokens.of(text, writing);
        boolean marked = tokens.stream().anyMatch(Tokens.Token::isMark);
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Tokens.Token token = tokens.get(i);
            if (sounds && token.shouted()) { // an abbreviation
                i++;
                continue;
            }
            if (sounds && sound.matcher(token.word()).matches()) {
                mentions.add(new Mention(squeezed(token.word()), token.from(), token.to()));
                i++;
                continue;
            }
            int length = 0;
            for (int k = 0; k < of.size() && length == 0; k++) {
                length = of.get(k).at(tokens, i, marked);
            }
            if (length > 0) {
                String words = tokens.subList(i, i + length).stream()
                        .map(Tokens.Token::word)
                        .collect(Collectors.joining(" "));
                mentions.add(new Mention(
                        words, token.from(), tokens.get(i + length - 1).to()));
            }
            i += Math.max(1, length);
        }
        return mentions;
    }

    /** However long somebody drew it: one letter each. */
    private static String squeezed(String sound) {
        StringBuilder out = new StringBuilder();
        for (char c : sound.toCharArray()) {
            if (out.isEmpty() || out.charAt(out.length() - 1) != c) {
                out.append(c);
            }
        }
        return out.toString().equals("uhm") ? "um" : out.toString();
    }
}
