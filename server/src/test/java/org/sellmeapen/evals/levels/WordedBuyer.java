package org.sellmeapen.evals.levels;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.sellmeapen.ai.scripted.ScriptedLanguageModel;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.conversation.Counterpart;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.roleplay.Actor;
import org.sellmeapen.roleplay.Worded;
import org.sellmeapen.roleplay.Wording;
import org.sellmeapen.scenarios.HiddenFact;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.Script;

/** The built-in buyer, worded by an obliging model; what of its planted sentences came through is counted. */
final class WordedBuyer implements Counterpart {

    /** What all games saw. */
    static final class Seen {
        final Map<Obliging.Kind, AtomicInteger> planted = new ConcurrentHashMap<>();
        final Map<Obliging.Kind, AtomicInteger> through = new ConcurrentHashMap<>();
        final Map<String, AtomicInteger> why = new ConcurrentHashMap<>();
        final Map<Worded.By, AtomicInteger> by = new ConcurrentHashMap<>();
        final AtomicInteger prompts = new AtomicInteger();
        final AtomicInteger promptsWithSecrets = new AtomicInteger();
        final Map<String, AtomicInteger> leaked = new ConcurrentHashMap<>();

        private static <K> void add(Map<K, AtomicInteger> to, K key) {
            to.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
        }
    }

    private static final Wording.Patience ENDLESS =
            new Wording.Patience(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

    private static final ActAnalyser ANALYSER = BuiltInActAnalyser.english();

    private final Actor actor;
    private final Scenario scenario;
    private final long seed;
    private final Seen seen;
    private final String open;
    private final String openLetters;
    private final Obliging obliging;
    private final Wording wording = new Wording(InstantSource.system(), ANALYSER);
    private final List<Turn> soFar = new ArrayList<>();
    private final Set<String> disclosed = new HashSet<>();

    WordedBuyer(Actor actor, Scenario scenario, long seed, Seen seen) {
        this.actor = actor;
        this.scenario = scenario;
        this.seed = seed;
        this.seen = seen;
        this.open = open(scenario.script());
        this.openLetters = letters(open);
        this.obliging = new Obliging(seed * 31 + scenario.id().hashCode());
    }

    @Override
    public List<MarkedTurn> open() {
        return worded(actor.open());
    }

    @Override
    public List<MarkedTurn> hear(String said) {
        return worded(actor.hear(said));
    }

    private List<MarkedTurn> worded(List<MarkedTurn> turns) {
        List<MarkedTurn> result = new ArrayList<>();
        for (MarkedTurn marked : turns) {
            marked.moved().stream()
                    .map(move -> move.what())
                    .filter(what -> what.startsWith("disclosed:"))
                    .forEach(what -> disclosed.add(what.substring("disclosed:".length())));
            MarkedTurn shown = marked.turn().speaker() == Speaker.BUYER ? reworded(marked) : marked;
            soFar.add(shown.turn());
            result.add(shown);
        }
        return result;
    }

    private MarkedTurn reworded(MarkedTurn marked) {
        List<HiddenFact> secrets = scenario.script().hiddenFacts().stream()
                .filter(fact -> !disclosed.contains(fact.id()))
                .toList();
        // A figure that anybody may say as well is no secret by itself.
        Set<String> told = scenario.script().hiddenFacts().stream()
                .filter(fact -> fact.figures().stream().anyMatch(this::isOpen))
                .flatMap(fact -> fact.figures().stream())
                .collect(Collectors.toSet());
        Obliging.Reply reply = obliging.answer(
                marked.turn().text(), secrets, told, actor.ending().isEmpty());
        ScriptedLanguageModel model = new ScriptedLanguageModel(prompt -> {
            seen.prompts.incrementAndGet();
            String all = prompt.system() + prompt.messages();
            if (secrets.stream().anyMatch(fact -> stands(fact, all))) {
                seen.promptsWithSecrets.incrementAndGet();
                secrets.stream()
                        .filter(fact -> stands(fact, all))
                        .forEach(fact -> Seen.add(seen.leaked, "in a prompt: " + scenario.id() + "/" + fact.id()));
            }
            return reply.text();
        });
        Worded worded;
        try {
            worded = wording.word(model, actor.cue(), "en", soFar, seed, ENDLESS, Wording.Clauses.NONE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        actor.worded(worded.text());
        Seen.add(seen.by, worded.by());
        Seen.add(seen.why, worded.why() == null ? "-" : worded.why());
        if (worded.provider() != null) {
            count(reply, worded.text(), marked.turn().text());
        }
        return new MarkedTurn(
                new Turn(marked.turn().i(), Speaker.BUYER, worded.text()),
                marked.phase(),
                marked.acts(),
                marked.state(),
                marked.moved(),
                marked.technique());
    }

    private void count(Obliging.Reply reply, String shown, String builtIn) {
        for (Obliging.Planted planted : reply.planted()) {
            if (!builtIn.contains(planted.sentence())) {
                Seen.add(seen.planted, planted.kind());
                // half of it is too much of it
                String half =
                        planted.sentence().substring(0, (planted.sentence().length() + 1) / 2);
                boolean fact = planted.kind() == Obliging.Kind.FACT || planted.kind() == Obliging.Kind.HINTED_FACT;
                if (shown.contains(planted.sentence()) || (fact && !builtIn.contains(half) && shown.contains(half))) {
                    Seen.add(seen.through, planted.kind());
                    Seen.add(seen.leaked, scenario.id() + ": " + planted.sentence());
                }
            }
        }
    }

    private boolean isOpen(String figure) {
        Script script = scenario.script();
        boolean disclosedToo = script.hiddenFacts().stream()
                .anyMatch(fact -> disclosed.contains(fact.id())
                        && (fact.figures().contains(figure)
                                || fact.lines().toString().contains(figure)
                                || fact.gist().contains(figure)));
        return disclosedToo || open.matches("(?s).*(?<![\\p{L}\\d])" + figure + "(?![\\p{L}\\d]).*");
    }

    private static String open(Script script) {
        return script.topics()
                + script.products().toString()
                + script.opening()
                + script.summary()
                + script.persona().voiceLine()
                + script.objections();
    }

    /** What anybody is told as well is no secret. */
    private boolean stands(HiddenFact fact, String text) {
        return text.contains(fact.gist())
                || fact.lines().stream()
                        .flatMap(line -> List.of(line.split("(?<=[.!?…]) ")).stream())
                        .anyMatch(sentence -> sentence.split(" ").length > 3
                                && text.contains(sentence)
                                && !openLetters.contains(letters(sentence)));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    @Override
    public Optional<Ending> ending() {
        return actor.ending();
    }

    @Override
    public String hint() {
        return actor.hint();
    }

    @Override
    public String memento() {
        return actor.memento();
    }
}
