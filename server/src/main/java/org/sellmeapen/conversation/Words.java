package org.sellmeapen.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An utterance as the analyser sees it: lower-case words with contractions opened up ("don't" is "do not"), figures as
 * {@code #}, cut into segments at punctuation. Recognised speech without capitals and punctuation gives the same words.
 */
record Words(List<String> word, List<Segment> segments, List<Boolean> proper, boolean written) {

    /** From word {@code from} to before {@code to}; {@code mark} is what closed it: one of {@code . ? ! ,} or a blank. */
    record Segment(int from, int to, char mark) {
        boolean sentenceEnd() {
            return mark != ',';
        }
    }

    /** Longer utterances are cut: nobody says more in one turn, and the time stays bounded. */
    static final int LONGEST_TEXT = 6_000;

    private static final int LONGEST_WORD = 40;

    /** What recognisers write for contractions, where no other word is written alike. */
    private static final Map<String, String> UNMARKED = Map.ofEntries(
            Map.entry("dont", "do not"),
            Map.entry("doesnt", "does not"),
            Map.entry("didnt", "did not"),
            Map.entry("isnt", "is not"),
            Map.entry("arent", "are not"),
            Map.entry("wasnt", "was not"),
            Map.entry("werent", "were not"),
            Map.entry("havent", "have not"),
            Map.entry("hasnt", "has not"),
            Map.entry("hadnt", "had not"),
            Map.entry("wouldnt", "would not"),
            Map.entry("couldnt", "could not"),
            Map.entry("shouldnt", "should not"),
            Map.entry("neednt", "need not"),
            Map.entry("aint", "is not"),
            Map.entry("cant", "can not"),
            Map.entry("wont", "will not"),
            Map.entry("cannot", "can not"),
            Map.entry("im", "i am"),
            Map.entry("ive", "i have"),
            Map.entry("youre", "you are"),
            Map.entry("youve", "you have"),
            Map.entry("youll", "you will"),
            Map.entry("youd", "you 'd"),
            Map.entry("theyre", "they are"),
            Map.entry("theyve", "they have"),
            Map.entry("theyd", "they 'd"),
            Map.entry("theyll", "they will"),
            Map.entry("weve", "we have"),
            Map.entry("thats", "that is"),
            Map.entry("thatll", "that will"),
            Map.entry("theres", "there is"),
            Map.entry("heres", "here is"),
            Map.entry("whats", "what is"),
            Map.entry("whos", "who is"),
            Map.entry("hows", "how is"),
            Map.entry("wheres", "where is"),
            Map.entry("lets", "let us"),
            Map.entry("hes", "he is"),
            Map.entry("shes", "she is"),
            Map.entry("itll", "it will"),
            Map.entry("itd", "it 'd"),
            Map.entry("gonna", "going to"),
            Map.entry("wanna", "want to"),
            Map.entry("gotta", "got to"),
            Map.entry("ok", "okay"),
            Map.entry("yeah", "yes"),
            Map.entry("yep", "yes"),
            Map.entry("yup", "yes"),
            Map.entry("nope", "no"),
            Map.entry("cos", "because"),
            Map.entry("cuz", "because"));

    static Words of(String raw) {
        String text = raw.length() > LONGEST_TEXT ? raw.substring(0, LONGEST_TEXT) : raw;
        var reader = new Reader(text);
        reader.run();
        return reader.words();
    }

    /** The sentences as utterances of their own; a single one is this itself. */
    List<Words> sentences() {
        List<Words> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).sentenceEnd() || i == segments.size() - 1) {
                sentences.add(from == 0 && i == segments.size() - 1 ? this : part(from, i + 1));
                from = i + 1;
            }
        }
        return sentences;
    }

    /** The last clauses, about {@code most} words. */
    Words last(int most) {
        int from = segments.size() - 1;
        while (from > 0 && word.size() - segments.get(from - 1).from() <= most) {
            from--;
        }
        if (from <= 0) {
            return this;
        }
        return part(from, segments.size());
    }

    private Words part(int fromSegment, int toSegment) {
        int start = segments.get(fromSegment).from();
        int end = segments.get(toSegment - 1).to();
        List<Segment> shifted = segments.subList(fromSegment, toSegment).stream()
                .map(segment -> new Segment(segment.from() - start, segment.to() - start, segment.mark()))
                .toList();
        return new Words(word.subList(start, end), shifted, proper.subList(start, end), written);
    }

    boolean isEmpty() {
        return word.isEmpty();
    }

    int size() {
        return word.size();
    }

    String at(int i) {
        return i < 0 ? "<s>" : i >= word.size() ? "</s>" : word.get(i);
    }

    boolean asks() {
        return segments.stream().anyMatch(segment -> segment.mark() == '?');
    }

    /** One pass over the characters. */
    private static final class Reader {
        private final String text;
        private final List<String> word = new ArrayList<>();
        private final List<Boolean> proper = new ArrayList<>();
        private final List<Segment> segments = new ArrayList<>();
        private int segmentFrom;
        private boolean sentenceStart = true;
        private boolean written;

        Reader(String text) {
            this.text = text;
        }

        Words words() {
            return new Words(List.copyOf(word), List.copyOf(segments), List.copyOf(proper), written);
        }

        void run() {
            int i = 0;
            while (i < text.length()) {
                char c = text.charAt(i);
                if (Character.isLetter(c)) {
                    i = letters(i);
                } else if (Character.isDigit(c)) {
                    i = figure(i);
                } else {
                    mark(i, c);
                    i++;
                }
            }
            close(' ');
        }

        private int letters(int from) {
            int to = from + 1;
            while (to < text.length() && (Character.isLetter(text.charAt(to)) || innerApostrophe(to))) {
                to++;
            }
            boolean capital = Character.isUpperCase(text.charAt(from));
            written |= capital;
            String lower = text.substring(from, Math.min(to, from + LONGEST_WORD))
                    .replace('’', '\'')
                    .toLowerCase(Locale.ROOT);
            boolean name = capital && !sentenceStart && !lower.equals("i") && !lower.startsWith("i'");
            sentenceStart = false;
            open(lower, name);
            return to;
        }

        private boolean innerApostrophe(int at) {
            char c = text.charAt(at);
            return (c == '\'' || c == '’') && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        }

        private void open(String lower, boolean name) {
            String plain = UNMARKED.get(lower);
            if (plain != null) {
                for (String part : plain.split(" ")) {
                    add(part, false);
                }
                return;
            }
            int apostrophe = lower.lastIndexOf('\'');
            if (apostrophe <= 0) {
                add(lower, name);
                return;
            }
            String head = lower.substring(0, apostrophe);
            switch (lower.substring(apostrophe + 1)) {
                case "t" -> negated(head);
                case "m" -> pair(head, "am", name);
                case "re" -> pair(head, "are", name);
                case "ve" -> pair(head, "have", name);
                case "ll" -> pair(head, "will", name);
                case "d" -> pair(head, "'d", name);
                case "s" -> pair(head, head.equals("let") ? "us" : isPronoun(head) ? "is" : "'s", name);
                default -> add(lower, name);
            }
        }

        private void negated(String head) {
            switch (head) {
                case "can" -> pair("can", "not", false);
                case "won" -> pair("will", "not", false);
                case "shan" -> pair("shall", "not", false);
                case "ain" -> pair("is", "not", false);
                default -> {
                    if (head.endsWith("n")) {
                        pair(head.substring(0, head.length() - 1), "not", false);
                    } else {
                        add(head + "'t", false);
                    }
                }
            }
        }

        private static boolean isPronoun(String head) {
            return switch (head) {
                case "it", "that", "there", "here", "what", "who", "how", "where", "he", "she", "when", "why" -> true;
                default -> false;
            };
        }

        private void pair(String first, String second, boolean name) {
            add(first, name);
            add(second, false);
        }

        private int figure(int from) {
            int to = from + 1;
            while (to < text.length() && (Character.isLetterOrDigit(text.charAt(to)) || innerPoint(to))) {
                to++;
            }
            add("#", false);
            sentenceStart = false;
            return to;
        }

        private boolean innerPoint(int at) {
            char c = text.charAt(at);
            return (c == '.' || c == ',' || c == ':' || c == '/')
                    && at + 1 < text.length()
                    && Character.isDigit(text.charAt(at + 1));
        }

        private void mark(int at, char c) {
            switch (c) {
                case '?', '？' -> close('?');
                case '!' -> close('!');
                case '.', ';', '…', '\n' -> close('.');
                case ',', ':', '–', '—' -> close(',');
                case '-' -> {
                    if (at > 0 && text.charAt(at - 1) == ' ') {
                        close(',');
                    }
                }
                case '£', '$', '€', '¥', '₹' -> add("¤", false);
                case '%' -> add("percent", false);
                default -> {}
            }
        }

        private void add(String one, boolean name) {
            word.add(one);
            proper.add(name);
        }

        private void close(char mark) {
            if (word.size() > segmentFrom) {
                segments.add(new Segment(segmentFrom, word.size(), mark));
                segmentFrom = word.size();
            }
            if (mark != ',') {
                sentenceStart = true;
            }
        }
    }
}
