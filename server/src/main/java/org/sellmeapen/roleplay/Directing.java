package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.roleplay.Direction.Point;
import org.sellmeapen.scenarios.HiddenFact;
import org.sellmeapen.scenarios.Script;
import org.sellmeapen.scenarios.Topic;

/** Writes down what an answer is to convey, from the mind as it is after it. */
final class Directing {

    private static final int SHORTEST = 24;
    private static final int LONGEST = 90;
    private static final double CHAINED = 3;
    private static final double NEAR = 1;
    private static final Set<Act> YES = Set.of(Act.AGREEMENT, Act.BUYING_SIGNAL);

    private final Buyer buyer;

    Directing(Buyer buyer) {
        this.buyer = buyer;
    }

    Cue cue(List<Point> points) {
        Script script = buyer.script();
        Mind mind = buyer.mind();
        boolean sells = script.seat() == Seat.BUYER;
        Outcome ends = mind.ending == null ? null : mind.ending.outcome();
        int words =
                points.stream().mapToInt(one -> Words.of(one.text()).count()).sum();
        Direction direction = new Direction(
                script.language(),
                script.seat(),
                part(script.persona()),
                manner(script.persona()),
                // In the buyer's chair the person alone was told where they come from and what they hold to.
                sells ? "" : script.opening().context(),
                buyer.rules().mood(mind),
                points,
                sells ? products() : known(),
                mind.standing().stream()
                        .map(id -> buyer.index().objection(id).about())
                        .toList(),
                ends,
                Math.clamp(words + words / 2 + 8L, SHORTEST, LONGEST));
        boolean commits = ends == Outcome.SALE || ends == Outcome.NEXT_STEP;
        boolean agrees = commits || points.stream().anyMatch(one -> YES.contains(one.does()));
        return new Cue(
                direction,
                new Confines(undisclosed(), open(direction), buyer.index().pack(), agrees, commits, !sells));
    }

    /** @param opens whether a fact would be told to whoever asked for it now */
    Offer offer(Predicate<HiddenFact> opens) {
        Script script = buyer.script();
        boolean sells = script.seat() == Seat.BUYER;
        List<String> topics =
                sells ? List.of() : script.topics().stream().map(Topic::gist).toList();
        return new Offer(
                cue(List.of()).direction().within(LONGEST / 2),
                sells ? List.of() : earnable(opens),
                sells ? List.of() : earnable(fact -> buyer.mind().handed.contains(fact.id())),
                topics);
    }

    private List<Offer.Earnable> earnable(Predicate<HiddenFact> which) {
        return undisclosed().stream()
                .filter(which)
                .map(fact -> new Offer.Earnable(
                        fact.id(),
                        fact.lines().isEmpty() ? fact.gist() : fact.lines().getFirst(),
                        Stream.concat(Traces.words(fact, buyer.index().pack()).stream(), fact.keywords().stream())
                                .toList(),
                        leaning(fact)))
                .toList();
    }

    /** What was told last leads on to it, and what was said last, in the scenario's language, was about it. */
    private double leaning(HiddenFact fact) {
        Mind mind = buyer.mind();
        String subject = mind.subject;
        double leaning = 0;
        if (subject != null) {
            boolean chained = fact.earned().after().contains(subject);
            boolean near = fact.topic().equals(subject)
                    || (buyer.index().isFact(subject)
                            && buyer.index().fact(subject).topic().equals(fact.topic()));
            leaning = chained ? CHAINED : near ? NEAR : 0;
        }
        if (!mind.heard.isEmpty()) {
            Set<String> last = mind.heard.getLast();
            boolean spoken = fact.keywords().stream()
                    .flatMap(phrase ->
                            Words.of(phrase).content(buyer.index().pack().stop()).stream())
                    .anyMatch(last::contains);
            leaning += spoken ? 1 : 0;
        }
        return leaning;
    }

    private List<HiddenFact> undisclosed() {
        return buyer.script().hiddenFacts().stream()
                .filter(fact -> !buyer.mind().facts.contains(fact.id()))
                .toList();
    }

    private static String part(Script.Persona persona) {
        String company = persona.company() == null ? "" : ", " + persona.company();
        return persona.name() + ", " + persona.role() + company;
    }

    private static String manner(Script.Persona persona) {
        Script.Temperament is = persona.temperament();
        List<String> words = new ArrayList<>();
        word(words, is.warmth(), "warm", "cool");
        word(words, is.patience(), "patient", "impatient");
        word(words, is.scepticism(), "sceptical", "trusting");
        word(words, is.talkativeness(), "talkative", "brief");
        word(words, is.directness(), "direct", "roundabout");
        word(words, is.humour(), "dry-humoured", "serious");
        return words.isEmpty() ? "an ordinary person" : String.join(", ", words);
    }

    private static void word(List<String> words, int value, String much, String little) {
        if (value >= 60) {
            words.add(much);
        } else if (value <= 40) {
            words.add(little);
        }
    }

    private List<String> known() {
        Mind mind = buyer.mind();
        Stream<String> facts = buyer.script().hiddenFacts().stream()
                .filter(fact -> mind.facts.contains(fact.id()))
                .map(HiddenFact::gist);
        Stream<String> topics = buyer.script().topics().stream()
                .filter(topic -> mind.told.containsKey(topic.id()))
                .map(Topic::gist);
        return Stream.concat(facts, topics).toList();
    }

    private List<String> products() {
        return buyer.script().productFacts().stream()
                .map(org.sellmeapen.scenarios.ProductFact::text)
                .toList();
    }

    /** What the person was told beforehand, what anybody would be told, and what was told. */
    private String open(Direction direction) {
        Script script = buyer.script();
        Mind mind = buyer.mind();
        Stream<String> told = script.hiddenFacts().stream()
                .filter(fact -> mind.facts.contains(fact.id()))
                .flatMap(fact -> Stream.concat(Stream.of(fact.gist(), fact.about()), fact.lines().stream()));
        Stream<String> topics =
                script.topics().stream().flatMap(one -> Stream.concat(Stream.of(one.gist()), one.answers().stream()));
        Stream<String> products = script.products().stream()
                .flatMap(product -> Stream.concat(
                        Stream.of(
                                product.name(),
                                product.what(),
                                product.price() == null ? "" : product.price().text()),
                        product.facts().stream().map(org.sellmeapen.scenarios.ProductFact::text)));
        Stream<String> obstacles = script.objections().stream()
                .flatMap(one -> Stream.of(one.raise(), one.again(), one.half()).flatMap(List::stream));
        Stream<String> given = Stream.of(
                script.title(),
                script.summary(),
                script.opening().context(),
                script.persona().voiceLine(),
                direction.part(),
                direction.text());
        return Stream.of(told, topics, products, obstacles, given)
                .flatMap(one -> one)
                .collect(Collectors.joining("\n"));
    }
}
