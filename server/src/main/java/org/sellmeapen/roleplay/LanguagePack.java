package org.sellmeapen.roleplay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.ShippedContent;

/** What one language needs: {@code hearing*.yaml} and {@code wording*.yaml} of {@code content/languages/<code>}. */
final class LanguagePack {

    private final Words.Phrases<String> cues = new Words.Phrases<>();
    private final Map<String, List<String>> topics = new HashMap<>();
    private final List<Pattern> commands;
    private final List<Pattern> orders;
    private final List<Pattern> dates;
    private final Set<String> common = new HashSet<>();
    private final Set<String> stop = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Wording wording;
    private final PersonSigns personSigns;

    private LanguagePack(Map<String, Object> hearing, Wording wording, PersonSigns personSigns) {
        hearing.forEach((name, content) -> {
            switch (name) {
                case "topics" ->
                    ((Map<?, ?>) content).forEach((topic, words) -> topics.put(topic.toString(), strings(words)));
                case "command_patterns", "order_patterns", "dates" -> {}
                case "common" -> strings(content).forEach(word -> common.add(Words.stem(word)));
                case "stop" -> strings(content).forEach(word -> stop.add(Words.stem(word)));
                case "numbers" -> strings(content).forEach(word -> numbers.add(Words.stem(word)));
                default -> strings(content).forEach(phrase -> cues.add(phrase, name));
            }
        });
        this.commands = patterns(hearing.get("command_patterns"));
        this.orders = patterns(hearing.get("order_patterns"));
        this.dates = patterns(hearing.get("dates"));
        this.wording = wording;
        this.personSigns = personSigns;
    }

    static boolean exists(String language) {
        return ShippedContent.has("languages/" + primary(language) + "/hearing.yaml");
    }

    @SuppressWarnings("unchecked")
    static LanguagePack shipped(String language) {
        String folder = "languages/" + primary(language) + "/";
        return new LanguagePack(
                ShippedContent.read(folder + "hearing.yaml", Map.class),
                new Wording(
                        ShippedContent.read(folder + "wording.yaml", Map.class),
                        ShippedContent.read(folder + "wording-seller.yaml", Map.class)),
                PersonSigns.shipped(folder));
    }

    private static String primary(String language) {
        return language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }

    Wording wording() {
        return wording;
    }

    /** What an AI seller listens for. */
    PersonSigns personSigns() {
        return personSigns;
    }

    Set<String> cuesIn(Words words) {
        return cues.in(words).keySet();
    }

    List<String> topicWords(String topic) {
        return topics.getOrDefault(topic, List.of());
    }

    boolean isCommand(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return commands.stream().anyMatch(pattern -> pattern.matcher(lower).find());
    }

    /** The order is asked for, in one of its many shapes. */
    boolean asksForOrder(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return orders.stream().anyMatch(pattern -> pattern.matcher(lower).find());
    }

    /** The longest date in the text as it was said, or null. */
    @Nullable
    String date(String text) {
        return date(text, List.of());
    }

    /** @param further ways to say a date */
    @Nullable
    String date(String text, List<Pattern> further) {
        String lower = text.toLowerCase(Locale.ROOT);
        int from = 0;
        int to = 0;
        for (Pattern pattern : further.isEmpty() ? dates : joined(dates, further)) {
            Matcher matcher = pattern.matcher(lower);
            while (matcher.find()) {
                if (matcher.end() - matcher.start() > to - from) {
                    from = matcher.start();
                    to = matcher.end();
                }
            }
        }
        return to == from ? null : text.substring(from, to).strip().replaceFirst("^(?i)on (?!the)", "");
    }

    private static List<Pattern> joined(List<Pattern> some, List<Pattern> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    Set<String> stop() {
        return stop;
    }

    boolean isCommon(String stem) {
        return common.contains(stem);
    }

    boolean isNumber(String stem) {
        return numbers.contains(stem) || (!stem.isEmpty() && Character.isDigit(stem.charAt(0)));
    }

    private static List<Pattern> patterns(@Nullable Object content) {
        return strings(content).stream().map(Pattern::compile).toList();
    }

    private static List<String> strings(@Nullable Object content) {
        return content instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The small change of a language, by situation and temperament. */
    static final class Wording {

        private final Map<String, Map<String, List<String>>> situations = new HashMap<>();
        private final Map<String, List<String>> lists = new HashMap<>();

        Wording(Map<String, Object> ofTheBuyer, Map<String, Object> ofTheSeller) {
            Map<String, Object> content = new HashMap<>(ofTheBuyer);
            content.putAll(ofTheSeller);
            content.forEach((name, value) -> {
                if (value instanceof Map<?, ?> flavours) {
                    Map<String, List<String>> lines = new HashMap<>();
                    flavours.forEach((flavour, list) -> lines.put(flavour.toString(), strings(list)));
                    situations.put(name, lines);
                } else {
                    lists.put(name, strings(value));
                }
            });
        }

        List<String> lines(String situation, String flavour) {
            Map<String, List<String>> flavours = situations.get(situation);
            if (flavours == null) {
                throw new IllegalStateException("wording.yaml has no " + situation);
            }
            return flavours.getOrDefault(flavour, List.of());
        }

        List<String> list(String name) {
            return lists.getOrDefault(name, List.of());
        }
    }
}
