package org.sellmeapen.evals.levels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.scenarios.Product;
import org.sellmeapen.scenarios.ProductFact;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.Script;
import org.sellmeapen.scenarios.Win;

/**
 * What a seller reads before the talk, and all that a seller of ours may know: no hidden facts, no objections, no rules.
 *
 * @param wantsSale whether the goal is the order itself, otherwise a dated next step
 * @param money the word for the currency of the price
 * @param price as the briefing words it, null where it names none
 * @param wonders what the tips and objectives tell one to find out, as indirect questions to the buyer
 * @param step the next step that the goal names, with its article
 */
record Briefing(
        String id,
        String goal,
        boolean wantsSale,
        String buyer,
        String company,
        String trade,
        String product,
        String thing,
        @Nullable String price,
        String money,
        List<String> facts,
        List<String> wonders,
        String step) {

    private static final Pattern WONDER = Pattern.compile(
            "(?i)\\b(?:find out|ask(?: her| him| them)?|learn|understand|hear|see)\\s+((?:what|how|who|when|where|why|which)\\b[^.,;:?]{6,70})");
    private static final Set<String> STEPS = Set.of(
            "site visit",
            "visit",
            "meeting",
            "demo",
            "demonstration",
            "trial",
            "pilot",
            "test",
            "workshop",
            "call",
            "appointment",
            "tasting",
            "walk-through",
            "audit",
            "review",
            "trial day",
            "trial week",
            "assessment");

    static Briefing of(Scenario scenario) {
        Script script = scenario.script();
        Product product = script.products().getFirst();
        List<String> advice = new ArrayList<>(script.objectives());
        advice.addAll(script.tips());
        String name = firstName(script.persona().name());
        String company = script.persona().company();
        return new Briefing(
                scenario.id(),
                script.goal(),
                // the goal says the same in words
                script.win() == Win.SALE,
                name,
                company == null ? "your place" : company.split(",")[0],
                script.industry(),
                product.name(),
                small(product.what().replaceFirst("\\.$", "")),
                product.price() == null ? null : product.price().text(),
                product.price() == null ? "euros" : currency(product.price().currency()),
                script.productFacts().stream().map(ProductFact::text).toList(),
                wonders(advice, name),
                step(script.goal() + " " + String.join(" ", script.objectives())));
    }

    private static String currency(String code) {
        return switch (code) {
            case "GBP" -> "pounds";
            case "USD" -> "dollars";
            case "CHF" -> "francs";
            default -> "euros";
        };
    }

    private static String small(String what) {
        return what.matches("(?:A|An|The) .*") ? Character.toLowerCase(what.charAt(0)) + what.substring(1) : what;
    }

    static String firstName(String name) {
        return name.replaceFirst("^(?:Dr|Mr|Mrs|Ms|Prof)\\.?\\s+", "").split(" ")[0];
    }

    /** "Find out what signing means in her trade before you praise it" gives "what signing means in your trade". */
    static List<String> wonders(List<String> advice, String firstName) {
        List<String> found = new ArrayList<>();
        for (String line : advice) {
            Matcher wonder = WONDER.matcher(line);
            while (wonder.find()) {
                found.add(addressed(
                        wonder.group(1).replaceFirst("(?i)\\s+(?:before|until|and then|not what|rather)\\b.*", ""),
                        firstName));
            }
        }
        return found;
    }

    static String step(String text) {
        String low = text.toLowerCase(Locale.ROOT);
        return STEPS.stream()
                .filter(step -> low.matches("(?s).*\\b" + step + "s?\\b.*"))
                .max((a, b) -> a.length() != b.length() ? a.length() - b.length() : a.compareTo(b))
                .map(step -> ("aeiou".indexOf(step.charAt(0)) >= 0 ? "an " : "a ") + step)
                .orElse("a short call");
    }

    private static String addressed(String indirect, String firstName) {
        String text = indirect.toLowerCase(Locale.ROOT).startsWith("w")
                        || indirect.startsWith("h")
                        || indirect.startsWith("H")
                ? Character.toLowerCase(indirect.charAt(0)) + indirect.substring(1)
                : indirect;
        Matcher verb = Pattern.compile("\\b(?:he|she|" + Pattern.quote(firstName) + ")\\s+(\\w+)")
                .matcher(text);
        text = verb.replaceAll(found -> "you " + secondPerson(found.group(1)));
        return text.replaceAll("\\bthey\\b", "you")
                .replaceAll("\\b(?:his|their)\\b", "your")
                .replaceAll("\\bher(?= [a-z])(?! (?:in|on|at|to|and|or|when|if|of|with|by|for)\\b)", "your")
                .replaceAll("\\b(?:her|him|them)\\b", "you")
                .replaceAll("\\b" + Pattern.quote(firstName) + "'s\\b", "your")
                .replaceAll("\\b" + Pattern.quote(firstName) + "\\b", "you");
    }

    private static String secondPerson(String verb) {
        return switch (verb) {
            case "is" -> "are";
            case "was" -> "were";
            case "has" -> "have";
            case "does", "goes" -> verb.substring(0, verb.length() - 2);
            default ->
                verb.endsWith("ies")
                        ? verb.substring(0, verb.length() - 3) + "y"
                        : verb.endsWith("s") && !verb.endsWith("ss") ? verb.substring(0, verb.length() - 1) : verb;
        };
    }
}
