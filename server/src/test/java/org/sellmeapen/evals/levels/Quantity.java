package org.sellmeapen.evals.levels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number the buyer said, with what it counts.
 *
 * @param said as it may be said back, such as "forty pallets"
 * @param currency the word for the money, null where it is no money
 * @param per day, week, month, quarter or year, null where no period was named
 */
record Quantity(
        double value,
        String said,
        @Nullable String currency,
        @Nullable String per) {

    private static final List<String> UNITS = List.of(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                    .split(" "));
    private static final List<String> TENS =
            List.of("x x twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final Map<String, Integer> A_YEAR =
            Map.of("day", 220, "week", 48, "month", 12, "quarter", 4, "year", 1);
    private static final String WORD = "(?:" + String.join("|", UNITS.subList(1, 20)) + "|"
            + String.join("|", TENS.subList(2, 10)) + "|dozen|hundred|thousand)";
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)([€£$]\\s?)?((?<![\\w:.])\\d+(?:,\\d{3})*(?:\\.\\d+)?(?![\\w:]|\\.\\d)|\\b(?:a\\s+)?" + WORD
                    + "(?:(?:\\s+and\\s+|[\\s-])" + WORD
                    + ")*\\b)(?:\\s+([a-z][a-z-]+))?(?:\\s+(?:a|per|each|every)\\s+(day|week|month|quarter|year)\\b)?");
    private static final Pattern CURRENCY = Pattern.compile("(?i)euros?|pounds?|dollars?|francs?|quid");

    private static final Pattern PAYING = Pattern.compile(
            "(?i)\\b(cost|costs|paid|pay|pays|took|takes|charge[sd]?|lost|lose|bill|worth|spend|spent|so)\\b");

    /** @param money the currency of the place, for a bare sum in a sentence about paying */
    static List<Quantity> in(String text, String money) {
        List<Quantity> found = new ArrayList<>();
        for (String sentence : text.split("(?<=[.!?])\\s+")) {
            collect(sentence, PAYING.matcher(sentence).find() ? money : null, found);
        }
        return found;
    }

    private static void collect(String sentence, @Nullable String money, List<Quantity> found) {
        Matcher number = NUMBER.matcher(sentence);
        while (number.find()) {
            double value = value(number.group(2));
            String noun = number.group(3);
            String sign = number.group(1);
            boolean bare =
                    noun == null || noun.matches("(?i)o'clock|am|pm|past|to|percent|per|in|of|or|and|at|on|for|is");
            String currency = sign != null
                    ? name(sign.strip())
                    : noun != null && CURRENCY.matcher(noun).matches() ? plural(noun) : null;
            if (bare && currency == null && value >= 20) {
                currency = money;
            }
            if (value < 2 || bare && currency == null || value >= 1900 && value < 2100 && currency == null) {
                continue;
            }
            String per = number.group(4);
            String said = number.group(2).strip() + " " + (currency != null ? currency : noun);
            found.add(new Quantity(
                    value, said.toLowerCase(Locale.ROOT), currency, per == null ? null : per.toLowerCase(Locale.ROOT)));
        }
    }

    /** How many times a count a sum of money is, as a person would say it, if the two make sense together. */
    static Optional<String> product(Quantity count, Quantity money) {
        if (count.currency != null || count.per == null || money.currency == null || money.per != null) {
            return Optional.empty();
        }
        String period = " a " + count.per;
        return Optional.of(said(count.value * money.value) + " " + money.currency + period);
    }

    /** What two of these sums come to. */
    Optional<String> twice() {
        return currency == null || per != null ? Optional.empty() : Optional.of(said(value * 2) + " " + currency);
    }

    Optional<String> overAYear() {
        Integer times = per == null ? null : A_YEAR.get(per);
        if (times == null || times == 1) {
            return Optional.empty();
        }
        String noun = said.replaceFirst(
                "(?i)^(?:[\\d,.]+|(?:a\\s+)?" + WORD + "(?:(?:\\s+and\\s+|[\\s-])" + WORD + ")*)\\s*", "");
        return Optional.of("about " + said(value * times) + " " + noun);
    }

    private static String said(double value) {
        long rounded = Math.round(value);
        return String.format(Locale.ROOT, "%,d", rounded);
    }

    private static double value(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return Double.parseDouble(number.replace(",", ""));
        }
        double total = 0;
        double part = 0;
        for (String word : number.toLowerCase(Locale.ROOT).split("[\\s-]+")) {
            if (UNITS.contains(word)) {
                part += UNITS.indexOf(word);
            } else if (TENS.contains(word)) {
                part += 10.0 * TENS.indexOf(word);
            } else if (word.equals("dozen")) {
                part = Math.max(part, 1) * 12;
            } else if (word.equals("hundred")) {
                part = Math.max(part, 1) * 100;
            } else if (word.equals("thousand")) {
                total += Math.max(part, 1) * 1000;
                part = 0;
            }
        }
        return total + part;
    }

    private static String name(String sign) {
        return sign.equals("€") ? "euros" : sign.equals("£") ? "pounds" : "dollars";
    }

    private static String plural(String noun) {
        String word = noun.toLowerCase(Locale.ROOT);
        return word.endsWith("s") || word.equals("quid") ? word : word + "s";
    }
}
