package org.sellmeapen.scenarios;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.sellmeapen.conversation.Seat;

/** What a schema cannot say: that ids are unique, that what is named exists, that a hidden fact can be reached. */
final class Coherence {

    /** Known in every language pack. */
    static final Set<String> STANDARD_TOPICS = Set.of(
            "price",
            "current_solution",
            "timeline",
            "decision_process",
            "pains",
            "consequences",
            "numbers",
            "criteria",
            "past_experience",
            "competitors",
            "role",
            "goals",
            "use",
            "small_talk");

    private final String file;
    private final Lines lines;
    private final Script script;
    private final List<ScenarioProblem> problems = new ArrayList<>();

    Coherence(String file, Lines lines, Script script) {
        this.file = file;
        this.lines = lines;
        this.script = script;
    }

    List<ScenarioProblem> problems() {
        String expected = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
        if (!expected.equals(script.name())) {
            say("/name", "The name is not the file's name.", "Write `name: " + expected + "` or rename the file.");
        }
        Set<String> productFacts = ids(script.productFacts(), ProductFact::id, "/products");
        Set<String> topics = ids(script.topics(), Topic::id, "/topics");
        Set<String> facts = ids(script.hiddenFacts(), HiddenFact::id, "/hidden_facts");
        ids(script.needs(), Need::id, "/needs");
        ids(script.objections(), Objection::id, "/objections");
        ids(script.asks(), BuyerQuestion::id, "/asks");
        topics.addAll(STANDARD_TOPICS);
        Set<String> sayable = new HashSet<>(facts);
        sayable.addAll(topics);
        for (int k = 0; k < script.hiddenFacts().size(); k++) {
            HiddenFact fact = script.hiddenFacts().get(k);
            String at = "/hidden_facts/" + k;
            known(at + "/topic", "topic", fact.topic(), topics);
            for (String after : fact.earned().after()) {
                known(at + "/earned/after", "fact or topic", after, sayable);
                if (after.equals(fact.id())) {
                    say(at + "/earned/after", "The fact waits for itself.", "Name another fact or a topic.");
                }
            }
        }
        reachable();
        for (int k = 0; k < script.needs().size(); k++) {
            Need need = script.needs().get(k);
            String at = "/needs/" + k;
            need.knownThrough().forEach(id -> known(at + "/known_through", "hidden fact or topic", id, sayable));
            need.metBy().forEach(id -> known(at + "/met_by", "product fact", id, productFacts));
        }
        for (int k = 0; k < script.objections().size(); k++) {
            Objection.Resolves resolves = script.objections().get(k).resolves();
            String at = "/objections/" + k + "/resolves";
            resolves.points()
                    .forEach(point -> point.facts().forEach(id -> known(at, "product fact", id, productFacts)));
            if (resolves.enough() > resolves.points().size()) {
                say(at + "/enough", "More points are asked for than there are.", "Lower it or add points.");
            }
        }
        if (script.opening().begins() == Script.Begins.BUYER
                && script.seat() == Seat.SELLER
                && script.opening().lines().isEmpty()) {
            say("/opening", "The buyer begins, but has no first words.", "Add opening.lines.");
        }
        return problems;
    }

    /** Each fact must be reachable through a chain that begins with a fact that waits for nothing, or with a topic. */
    private void reachable() {
        Set<String> reached = new HashSet<>(STANDARD_TOPICS);
        script.topics().forEach(topic -> reached.add(topic.id()));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (HiddenFact fact : script.hiddenFacts()) {
                List<String> after = fact.earned().after();
                if (after.isEmpty() || after.stream().anyMatch(reached::contains)) {
                    grew |= reached.add(fact.id());
                }
            }
        }
        for (int k = 0; k < script.hiddenFacts().size(); k++) {
            if (!reached.contains(script.hiddenFacts().get(k).id())) {
                say(
                        "/hidden_facts/" + k + "/earned/after",
                        "The fact can never be told: the facts it waits for wait for it.",
                        "Let one of the chain wait for nothing.");
            }
        }
    }

    private <T> Set<String> ids(List<T> items, Function<T, String> id, String at) {
        Set<String> seen = new HashSet<>();
        for (int k = 0; k < items.size(); k++) {
            if (!seen.add(id.apply(items.get(k)))) {
                say(at + "/" + k + "/id", "`" + id.apply(items.get(k)) + "` is there twice.", "Give it another id.");
            }
        }
        return seen;
    }

    private void known(String at, String kind, String id, Set<String> among) {
        if (!among.contains(id)) {
            say(
                    at,
                    "There is no " + kind + " `" + id + "`.",
                    "Use one of: " + String.join(", ", among.stream().sorted().toList()) + ".");
        }
    }

    private void say(String pointer, String message, String remedy) {
        problems.add(new ScenarioProblem(file, lines.of(pointer), message, remedy));
    }
}
