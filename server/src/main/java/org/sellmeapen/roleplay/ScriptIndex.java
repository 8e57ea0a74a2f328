package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sellmeapen.scenarios.HiddenFact;
import org.sellmeapen.scenarios.Need;
import org.sellmeapen.scenarios.Objection;
import org.sellmeapen.scenarios.Pitch;
import org.sellmeapen.scenarios.Product;
import org.sellmeapen.scenarios.ProductFact;
import org.sellmeapen.scenarios.Script;
import org.sellmeapen.scenarios.Topic;

/** A scenario made ready to be listened with: which words speak of what. Built once a scenario, shared by conversations. */
final class ScriptIndex {

    /** What words may speak of. */
    enum About {
        FACT,
        TOPIC,
        PRODUCT,
        PRODUCT_FACT,
        NEED,
        POINT,
        WORSE,
        COMES,
        ANSWER,
        STEP
    }

    /** @param part which point of an objection; 0 otherwise */
    record Target(About about, String id, int part) {}

    private static final double SOFT = 0.7;
    /** Words that mean a topic anywhere say less than the scenario's own. */
    private static final double OF_THE_PACK = 0.6;

    private final Script script;
    private final LanguagePack pack;
    private final Map<About, Words.Phrases<Target>> phrases = new EnumMap<>(About.class);
    private final Map<String, Map<Target, Double>> soft = new HashMap<>();
    private final Map<String, String> figures = new HashMap<>();
    private final Map<String, HiddenFact> facts = new LinkedHashMap<>();
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final Map<String, Objection> objections = new LinkedHashMap<>();
    private final Map<String, ProductFact> productFacts = new LinkedHashMap<>();
    private final Map<String, Pitch.Step> steps = new LinkedHashMap<>();
    private final Set<String> vocabulary = new HashSet<>();
    private final Set<String> specific = new HashSet<>();

    ScriptIndex(Script script, LanguagePack pack) {
        this.script = script;
        this.pack = pack;
        for (About about : About.values()) {
            phrases.put(about, new Words.Phrases<>());
        }
        Pitch pitch = script.pitch();
        (pitch == null ? script.topics() : pitch.knows()).forEach(topic -> topics.put(topic.id(), topic));
        script.hiddenFacts().forEach(fact -> facts.put(fact.id(), fact));
        script.objections().forEach(one -> objections.put(one.id(), one));
        script.productFacts().forEach(fact -> productFacts.put(fact.id(), fact));
        indexSubjects();
        indexProducts();
        indexObjections();
        for (Need need : script.needs()) {
            add(About.NEED, need.id(), 0, need.keywords());
        }
        script.asks().forEach(ask -> add(About.ANSWER, ask.id(), 0, ask.answeredBy()));
        if (pitch != null) {
            index(pitch);
        }
    }

    Script script() {
        return script;
    }

    LanguagePack pack() {
        return pack;
    }

    HiddenFact fact(String id) {
        return known(facts, id);
    }

    Topic topic(String id) {
        return known(topics, id);
    }

    Objection objection(String id) {
        return known(objections, id);
    }

    boolean isFact(String id) {
        return facts.containsKey(id);
    }

    boolean isTopic(String id) {
        return topics.containsKey(id);
    }

    Map<Target, Double> find(About about, Words words) {
        return known(phrases, about).in(words);
    }

    /** Facts and topics a question may be about, with what speaks for each; keywords count most, other words a little. */
    Map<Target, Double> subjects(Words words) {
        Map<Target, Double> found = new HashMap<>(find(About.FACT, words));
        find(About.TOPIC, words).forEach((target, worth) -> found.merge(target, worth, Double::sum));
        words.content(pack.stop())
                .forEach(stem -> soft.getOrDefault(stem, Map.of())
                        .forEach((target, worth) -> found.merge(target, worth, Double::sum)));
        return found;
    }

    /** Ids of facts and topics whose figures are spoken of. */
    Set<String> figuresIn(Words words) {
        Set<String> found = new HashSet<>();
        for (String stem : words.stems()) {
            String of = figures.get(stem);
            if (of != null) {
                found.add(of);
            }
        }
        return found;
    }

    /**
     * How well a line follows on what was said: words in common speak for it, words that belong to something else the
     * seller might have said speak against it.
     */
    double suits(String line, Words said) {
        double suits = 0;
        for (String stem : Words.of(line).content(pack.stop())) {
            if (said.stems().contains(stem)) {
                suits += 1;
            } else if (specific.contains(stem)) {
                suits -= 0.4;
            }
        }
        return suits;
    }

    boolean knows(String stem) {
        return vocabulary.contains(stem);
    }

    private void indexSubjects() {
        Map<Target, Set<String>> texts = new LinkedHashMap<>();
        for (HiddenFact fact : facts.values()) {
            add(About.FACT, fact.id(), 0, fact.keywords());
            texts.put(new Target(About.FACT, fact.id(), 0), content(fact.about(), fact.gist(), fact.lines()));
            fact.figures().forEach(figure -> figures.put(Words.stem(figure), fact.id()));
        }
        for (Topic topic : topics.values()) {
            add(About.TOPIC, topic.id(), 0, topic.keywords());
            Target target = new Target(About.TOPIC, topic.id(), 0);
            pack.topicWords(topic.id())
                    .forEach(word -> known(phrases, About.TOPIC).add(word, target, OF_THE_PACK));
            texts.put(new Target(About.TOPIC, topic.id(), 0), content(topic.about(), topic.gist(), topic.answers()));
            topic.figures().forEach(figure -> figures.putIfAbsent(Words.stem(figure), topic.id()));
        }
        Map<String, Integer> spread = new HashMap<>();
        texts.values().forEach(stems -> stems.forEach(stem -> spread.merge(stem, 1, Integer::sum)));
        double rarest = Math.log(1 + texts.size());
        texts.forEach((target, stems) -> stems.forEach(stem -> soft.computeIfAbsent(stem, _ -> new HashMap<>())
                .put(target, SOFT * Math.log(1 + (double) texts.size() / known(spread, stem)) / rarest)));
    }

    private void indexProducts() {
        for (Product product : script.products()) {
            add(About.PRODUCT, product.id(), 0, product.keywords());
            add(About.PRODUCT, product.id(), 0, List.of(product.name()));
            for (ProductFact fact : product.facts()) {
                add(About.PRODUCT_FACT, fact.id(), 0, fact.keywords());
                vocabulary.addAll(Words.of(fact.text()).stems());
            }
            vocabulary.addAll(Words.of(product.what()).stems());
        }
    }

    private void indexObjections() {
        for (Objection objection : objections.values()) {
            List<Objection.Point> points = objection.resolves().points();
            for (int k = 0; k < points.size(); k++) {
                add(About.POINT, objection.id(), k, points.get(k).keywords());
                points.get(k)
                        .keywords()
                        .forEach(word -> specific.addAll(Words.of(word).content(pack.stop())));
            }
            add(About.WORSE, objection.id(), 0, objection.worsens().keywords());
            add(About.COMES, objection.id(), 0, objection.comes().keywords());
        }
    }

    private void index(Pitch pitch) {
        Map<String, List<Pitch.Step>> groups = new LinkedHashMap<>();
        groups.put("discovery", pitch.discovery());
        groups.put("follow_ups", pitch.followUps());
        groups.put("benefits", pitch.benefits());
        groups.put("proofs", pitch.proofs());
        pitch.answers().forEach((act, all) -> groups.put(Material.answersTo(act), all));
        groups.forEach((group, all) -> all.forEach(step -> {
            steps.put(group + "/" + step.id(), step);
            add(About.STEP, group + "/" + step.id(), 0, step.keywords());
        }));
    }

    /** A step of the pitch, by group and id. */
    Pitch.Step step(String groupAndId) {
        return known(steps, groupAndId);
    }

    private void add(About about, String id, int part, List<String> keywords) {
        for (String keyword : keywords) {
            // "when" alone says nothing about what is asked
            boolean empty = (about == About.FACT || about == About.TOPIC)
                    && Words.of(keyword).count() == 1
                    && pack.stop().contains(Words.stem(keyword));
            if (!empty) {
                known(phrases, about).add(keyword, new Target(about, id, part));
            }
            vocabulary.addAll(Words.of(keyword).stems());
        }
    }

    private Set<String> content(String about, String gist, List<String> lines) {
        List<String> all = new ArrayList<>(lines);
        all.add(about);
        all.add(gist);
        Set<String> stems = new HashSet<>();
        all.forEach(text -> stems.addAll(Words.of(text).content(pack.stop())));
        vocabulary.addAll(stems);
        return stems;
    }

    private static <K, V> V known(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("the scenario has no " + key);
        }
        return value;
    }
}
