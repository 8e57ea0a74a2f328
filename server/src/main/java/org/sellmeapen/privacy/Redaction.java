package org.sellmeapen.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One exchange. The same words get the same placeholder in all of its texts, so that a model sees who is who; each
 * placeholder comes back as exactly what it stood for, also where the model changed its brackets, its case or its
 * underscore. One thread at a time.
 */
public final class Redaction {

    /** As we write it: {@code [NAME_1]}. As it may come back: in other cases, without brackets. */
    static final Pattern PLACEHOLDER = Pattern.compile(
            "\\[ ?(NAME|EMAIL|PHONE|CARD|IBAN|TEXT)[_ -]?(\\d{1,4}) ?]|(?<![\\p{L}\\d])(NAME|EMAIL|PHONE|CARD|IBAN|TEXT)_(\\d{1,4})(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    /** Whatever could be taken for one when what stands around it is replaced. */
    private static final Pattern FOREIGN = Pattern.compile(
            "\\[ ?(?:NAME|EMAIL|PHONE|CARD|IBAN|TEXT)[_ -]?\\d+ ?]|(?:NAME|EMAIL|PHONE|CARD|IBAN|TEXT)_\\d+",
            Pattern.CASE_INSENSITIVE);

    /** As {@link #placeholder} writes them; whatever looked so before was taken out. */
    private static final Pattern NUMBERED = Pattern.compile("\\[(NAME|EMAIL|PHONE|CARD|IBAN|TEXT)_\\d+]");

    private final List<Names> names;
    private final Map<String, String> placeholders = new HashMap<>();
    private final Map<String, String> meant = new HashMap<>();

    private final Map<String, List<Span>> introduced = new HashMap<>();
    private final Set<String> told = new LinkedHashSet<>();
    private Names met = new Names(List.of());

    Redaction(List<Names> names) {
        this.names = names;
    }

    /**
     * Learns from a text, which may leave later, whose names it tells: somebody who says so once is then known by each of
     * their names in all texts of this exchange.
     */
    public void meet(String text) {
        if (introduced.containsKey(text)) {
            return;
        }
        List<Span> found = new ArrayList<>(Introduced.in(text));
        found.addAll(Uncased.in(text));
        introduced.put(text, found);
        List<String> more = found.stream()
                .map(span -> text.substring(span.from(), span.to()))
                .filter(name -> name.codePointCount(0, name.length()) > 1)
                .filter(name -> Arrays.stream(name.split("[ -]"))
                        .noneMatch(part -> NotNames.isNoun(part.toLowerCase(Locale.ROOT))))
                .toList();
        if (told.addAll(more)) {
            met = new Names(told);
        }
    }

    /** The text as it may leave. */
    public String out(String text) {
        meet(text);
        List<Span> spans = new ArrayList<>();
        Matcher foreign = FOREIGN.matcher(text);
        while (foreign.find()) {
            spans.add(new Span(foreign.start(), foreign.end(), Span.Kind.TEXT));
        }
        spans.addAll(Numbers.in(text));
        spans.addAll(introduced.getOrDefault(text, List.of()));
        spans.addAll(met.in(text));
        names.forEach(some -> spans.addAll(some.in(text)));
        if (spans.isEmpty()) {
            return text;
        }
        spans.sort(Comparator.comparingInt(Span::from).thenComparing(span -> -span.to()));
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (Span span : spans) {
            if (span.from() >= at) {
                out.append(text, at, span.from());
                out.append(placeholder(text.substring(span.from(), span.to()), span.kind()));
                at = span.to();
            } else if (span.to() > at) {
                // What begins inside another and goes on behind it: the rest of it must not leave either.
                out.append(placeholder(text.substring(at, span.to()), span.kind()));
                at = span.to();
            }
        }
        return out.append(text, at, text.length()).toString();
    }

    /** As {@link #out}, without telling one from the other. */
    String blotted(String text) {
        return NUMBERED.matcher(out(text)).replaceAll("[$1]");
    }

    private String placeholder(String value, Span.Kind kind) {
        return placeholders.computeIfAbsent(kind + value, _ -> {
            String label = kind + "_" + (meant.size() + 1);
            meant.put(label, value);
            return "[" + label + "]";
        });
    }

    /** How many different things were taken out until now. */
    public int taken() {
        return meant.size();
    }

    /** The text as it was meant. */
    public String back(String text) {
        return back(text, UnaryOperator.identity());
    }

    private String back(String text, UnaryOperator<String> written) {
        if (meant.isEmpty() || (text.indexOf('[') < 0 && text.indexOf('_') < 0)) {
            return text;
        }
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder back = new StringBuilder(text.length());
        int at = 0;
        while (matcher.find()) {
            String kind = matcher.group(1) != null ? matcher.group(1) : matcher.group(3);
            String number = matcher.group(2) != null ? matcher.group(2) : matcher.group(4);
            String value = meant.get(kind.toUpperCase(Locale.ROOT) + "_" + Integer.parseInt(number));
            if (value != null) {
                back.append(text, at, matcher.start()).append(written.apply(value));
                at = matcher.end();
            }
        }
        return back.append(text, at, text.length()).toString();
    }

    /** As {@link #back(String)}, inside strings of JSON. */
    public String backInJson(String json) {
        return back(json, Redaction::escaped);
    }

    /**
     * Takes an answer in pieces and hands it on as it was meant; holds back only what may still become a placeholder.
     *
     * @param json whether the answer is JSON
     */
    public Restoring restoring(Consumer<String> sink, boolean json) {
        return new Restoring(
                text -> json ? backInJson(text) : back(text), meant.isEmpty() ? _ -> 0 : Restoring::undecided, sink);
    }

    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        for (int k = 0; k < value.length(); k++) {
            char c = value.charAt(k);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ') {
                escaped.append("\\u%04x".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
