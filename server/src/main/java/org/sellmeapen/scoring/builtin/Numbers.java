package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads numbers written in digits or in a language's words, also the short spoken ones ("two-eighty"). */
final class Numbers {

    /**
     * @param first index of its first token in the sentence
     * @param last index of its last token
     */
    record Found(double value, int first, int last) {}

    private final Map<String, Double> words;
    private final String and;

    Numbers(Map<String, Double> words, String and) {
        this.words = Map.copyOf(words);
        this.and = and;
    }

    boolean isNumber(String word) {
        return Character.isDigit(word.codePointAt(0)) || words.containsKey(word);
    }

    List<Found> in(List<Token> tokens) {
        List<Found> found = new ArrayList<>();
        for (int k = 0; k < tokens.size(); k++) {
            if (isNumber(tokens.get(k).word())) {
                Found one = read(tokens, k);
                found.add(one);
                k = one.last();
            }
        }
        return found;
    }

    private Found read(List<Token> tokens, int from) {
        double total = 0;
        double part = 0;
        boolean scaled = true;
        int last = from;
        for (int k = from; k < tokens.size(); k++) {
            String word = tokens.get(k).word();
            // "four thousand, fifty-six thousand" are two numbers.
            if (k > from && tokens.get(k).start() - tokens.get(k - 1).end() > 1) {
                break;
            }
            if (k > from
                    && word.equals(and)
                    && scaled
                    && k + 1 < tokens.size()
                    && words.getOrDefault(tokens.get(k + 1).word(), 1000.0) < 100) {
                continue;
            }
            double value = value(word);
            if (Double.isNaN(value)) {
                break;
            }
            if (value >= 100 && (value == 100 || value >= 1000) && words.containsKey(word)) {
                part = Math.max(1, part) * value;
                if (value >= 1000) {
                    total += part;
                    part = 0;
                }
                scaled = true;
            } else if (part == 0 && scaled || part % 100 == 0 && scaled && value < 100) {
                part += value;
                scaled = false;
            } else if (part % 10 == 0 && part % 100 >= 20 && value < 10) {
                part += value;
            } else if (part > 0 && part < 100 && value >= 10 && value < 100) {
                part = part * 100 + value;
            } else {
                break;
            }
            last = k;
        }
        return new Found(total + part, from, last);
    }

    private double value(String word) {
        if (!Character.isDigit(word.codePointAt(0))) {
            return words.getOrDefault(word, Double.NaN);
        }
        int end = 0;
        while (end < word.length() && (Character.isDigit(word.charAt(end)) || ",.".indexOf(word.charAt(end)) >= 0)) {
            end++;
        }
        String digits =
                word.substring(0, end).replaceAll("[.,](?=\\d{3}(?!\\d))", "").replace(',', '.');
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
