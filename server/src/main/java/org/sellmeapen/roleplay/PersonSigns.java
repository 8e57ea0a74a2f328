package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.kernel.ShippedContent;

/** What an AI seller listens for in one language: {@code content/languages/<code>/hearing-seller.yaml}. */
final class PersonSigns {

    private record Content(
            List<List<String>> spelledOut,
            Map<String, String> words,
            Set<String> inStatements,
            Set<String> inParts,
            Map<String, List<String>> signs,
            Map<String, List<String>> objections,
            Map<String, List<String>> mentions,
            Map<String, List<String>> namedObstacles,
            List<String> questions,
            List<String> openQuestions,
            List<String> dates,
            List<String> vagueDates,
            List<String> noDates,
            List<String> refusedDates,
            Set<String> capitals,
            Map<String, List<Gist>> inShort,
            Map<String, String> turned,
            String joints,
            String leads,
            Set<String> ours,
            String denied,
            String states,
            Map<String, String> pictures) {}

    private record Gist(String found, String as) {}

    private record Rewrite(Pattern pattern, String by) {}

    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}'€$£%.:|]+|(?<!\\d)[.:]|[.:](?!\\d)");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern COMMAS = Pattern.compile("[;:–—]|(?<!\\d),|,(?!\\d)");
    private static final Pattern PARTS = Pattern.compile("[,;:–—]| but | and ");

    private final List<Rewrite> spelledOut;
    private final Set<String> inStatements;
    private final Set<String> inParts;
    private final Map<String, List<Pattern>> signs;
    private final Map<Act, List<Pattern>> objections;
    private final Map<Act, List<Pattern>> mentions;
    private final Map<Act, List<Pattern>> namedObstacles;
    private final List<Pattern> questions;
    private final List<Pattern> openQuestions;
    private final List<Pattern> dates;
    private final List<Pattern> vagueDates;
    private final List<Pattern> noDates;
    private final List<Pattern> refusedDates;
    private final Set<String> capitals;
    private final Map<String, List<Rewrite>> inShort;
    private final Map<String, String> turned;
    private final Pattern joints;
    private final Pattern leads;
    private final Set<String> ours;
    private final Pattern denied;
    private final Pattern states;
    private final Map<String, String> pictures;

    private PersonSigns(Content content) {
        Function<String, Pattern> compiled = pattern -> Pattern.compile(filledIn(pattern, content.words()));
        this.spelledOut = content.spelledOut().stream()
                .map(pair -> new Rewrite(compiled.apply(pair.getFirst()), pair.getLast()))
                .toList();
        this.inStatements = content.inStatements();
        this.inParts = content.inParts();
        this.signs = all(content.signs(), compiled);
        this.objections = ofActs(content.objections(), compiled);
        this.mentions = ofActs(content.mentions(), compiled);
        this.namedObstacles = ofActs(content.namedObstacles(), compiled);
        this.questions = content.questions().stream().map(compiled).toList();
        this.openQuestions = content.openQuestions().stream().map(compiled).toList();
        this.dates = content.dates().stream().map(compiled).toList();
        this.vagueDates = content.vagueDates().stream().map(compiled).toList();
        this.noDates = content.noDates().stream().map(compiled).toList();
        this.refusedDates = content.refusedDates().stream().map(compiled).toList();
        this.capitals = content.capitals();
        this.inShort = new TreeMap<>(content.inShort().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(one -> new Rewrite(compiled.apply(one.found()), one.as()))
                                .toList())));
        this.turned = content.turned();
        this.joints = Pattern.compile(content.joints(), Pattern.CASE_INSENSITIVE);
        this.leads = Pattern.compile(content.leads(), Pattern.CASE_INSENSITIVE);
        this.denied = Pattern.compile(content.denied());
        this.pictures = content.pictures();
        this.states = Pattern.compile(content.states());
        this.ours = content.ours().stream().map(Words::stem).collect(Collectors.toSet());
    }

    static PersonSigns shipped(String folder) {
        return new PersonSigns(ShippedContent.read(folder + "hearing-seller.yaml", Content.class));
    }

    private static String filledIn(String pattern, Map<String, String> words) {
        String filled = pattern;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace("<" + word.getKey() + ">", word.getValue());
        }
        return filled;
    }

    private static Map<String, List<Pattern>> all(
            Map<String, List<String>> content, Function<String, Pattern> compiled) {
        Map<String, List<Pattern>> all = new LinkedHashMap<>();
        content.forEach((name, patterns) ->
                all.put(name, patterns.stream().map(compiled).toList()));
        return all;
    }

    private static Map<Act, List<Pattern>> ofActs(
            Map<String, List<String>> content, Function<String, Pattern> compiled) {
        Map<Act, List<Pattern>> all = new EnumMap<>(Act.class);
        all(content, compiled)
                .forEach((code, patterns) -> all.put(
                        Act.ofCode(code).orElseThrow(() -> new IllegalStateException("there is no act " + code)),
                        patterns));
        return all;
    }

    /** What was typed with its pictures put into words. */
    String spoken(String typed) {
        String spoken = typed;
        for (Map.Entry<String, String> picture : pictures.entrySet()) {
            spoken = spoken.replace(picture.getKey(), " " + picture.getValue() + " ");
        }
        return spoken.strip();
    }

    /** A sentence as the patterns expect it: lower case, no punctuation, contractions written out. */
    String plain(String sentence) {
        return String.join(" ", parts(sentence));
    }

    /** The same, cut at its commas. */
    private List<String> parts(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
        String plain = COMMAS.matcher(lower).replaceAll(" | ");
        plain = MARKS.matcher(THOUSANDS.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
        for (Rewrite rewrite : spelledOut) {
            plain = rewrite.pattern().matcher(plain).replaceAll(rewrite.by());
        }
        return Arrays.stream(plain.split("\\|"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    boolean asks(String sentence, String plain) {
        return sentence.endsWith("?") || found(questions, plain);
    }

    /** More than yes or no is wanted. */
    boolean asksOpenly(String question) {
        return found(openQuestions, plain(question));
    }

    /** @param asks whether the sentence is a question, which states nothing */
    Set<String> in(String sentence, boolean asks) {
        List<String> parts = parts(sentence);
        List<String> whole = List.of(String.join(" ", parts));
        List<String> both = parts.size() == 1
                ? whole
                : Stream.concat(whole.stream(), parts.stream()).toList();
        Set<String> found = new HashSet<>();
        signs.forEach((name, patterns) -> {
            List<String> where = inParts.contains(name) ? both : whole;
            if (!(asks && inStatements.contains(name)) && where.stream().anyMatch(part -> found(patterns, part))) {
                found.add(name);
            }
        });
        return found;
    }

    /** The obstacle that is plainly named, if one is; what is only mentioned is none to somebody who asked about it. */
    @Nullable
    Act objection(String plain, boolean exploring, boolean oneWordIsEnough) {
        Act named = first(objections, plain);
        if (named == null && !exploring) {
            named = first(mentions, plain);
        }
        return named == null && oneWordIsEnough ? first(namedObstacles, plain) : named;
    }

    private static @Nullable Act first(Map<Act, List<Pattern>> kinds, String plain) {
        return kinds.entrySet().stream()
                .filter(kind -> found(kind.getValue(), plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** More than the bare name of a thing. */
    boolean states(String plain) {
        return states.matcher(plain).find();
    }

    /** It says that something is not the case. */
    boolean denies(String plain) {
        return denied.matcher(plain).find();
    }

    /** The day that is proposed in a sentence, as it was said; one that is declined or long past is none. */
    @Nullable
    String day(String sentence, LanguagePack pack) {
        String best = null;
        for (String part : PARTS.split(sentence)) {
            if (!found(refusedDates, plain(part))) {
                String day = pack.date(blanked(part), dates);
                boolean better = day != null && (best == null || (isVague(best) && !isVague(day)));
                best = better ? day : best;
            }
        }
        if (best == null) {
            return null;
        }
        // the hour may stand behind a comma
        String whole = found(refusedDates, plain(sentence)) ? null : pack.date(blanked(sentence), dates);
        return capitalised(whole != null && whole.startsWith(best) ? whole : best);
    }

    private String blanked(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        for (Pattern pattern : noDates) {
            lower = pattern.matcher(lower)
                    .replaceAll(match -> " ".repeat(match.group().length()));
        }
        return lower;
    }

    private String capitalised(String day) {
        List<String> words = new ArrayList<>();
        for (String word : day.split(" ")) {
            boolean capital = capitals.contains(word.replaceAll("[^a-z]", ""));
            words.add(capital ? Tongue.capitalised(word) : word);
        }
        return String.join(" ", words);
    }

    /** Such a day still wants a date. */
    boolean isVague(String day) {
        return found(vagueDates, day.toLowerCase(Locale.ROOT));
    }

    /** The point of a condition or of a request in a few words, turned to the other side. */
    @Nullable
    String inShort(String kind, String plain) {
        for (Rewrite one : inShort.getOrDefault(kind, List.of())) {
            Matcher matcher = one.pattern().matcher(plain);
            if (matcher.find()) {
                String found = Arrays.stream(matcher.group(1).strip().split(" "))
                        .map(word -> turned.getOrDefault(word, word))
                        .collect(Collectors.joining(" "));
                return one.by().replace("$1", found);
            }
        }
        return null;
    }

    /** A word by which somebody speaks of their own place. */
    boolean isOurs(String stem) {
        return ours.contains(stem);
    }

    List<String> clauses(String sentence) {
        return List.of(joints.split(sentence));
    }

    String withoutLeads(String clause) {
        return leads.matcher(clause).replaceFirst("");
    }

    private static boolean found(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
