package org.sellmeapen.roleplay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.MindView;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.kernel.ShippedContent;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Pitch;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.Script;
import org.sellmeapen.scenarios.Script.Temperament;

/** The front door: seats the built-in counterpart. Thread-safe; the counterparts it seats are not. */
public final class Roleplay {

    private record Techniques(List<Technique> techniques) {}

    private final Ear ear;
    private final SellerEar sellerEar;
    private final Levels levels = Levels.shipped();
    private final SellingRules selling = SellingRules.shipped();
    private final Rulebook rules = Rulebook.shipped(levels.temper());
    private final List<Technique> techniques =
            ShippedContent.read("roleplay/techniques.yaml", Techniques.class).techniques();
    private final Map<String, Technique> byId =
            techniques.stream().collect(Collectors.toMap(Technique::id, technique -> technique));
    private final Map<String, LanguagePack> packs = new ConcurrentHashMap<>();
    private final Map<String, ScriptIndex> indexes = new ConcurrentHashMap<>();

    public Roleplay(ActAnalyser analyser) {
        this.ear = new Ear(analyser);
        this.sellerEar = new SellerEar(analyser);
    }

    /** A new conversation. The chair is the scenario's: {@code scenario.script().seat()}. */
    public Actor seat(Scenario scenario, Level level, long seed) {
        return counterpart(scenario, fresh(scenario, level, seed));
    }

    /** The mind as it is before the first word. */
    public MindView start(Scenario scenario, Level level, long seed) {
        Mind mind = fresh(scenario, level, seed);
        return new MindView(mind.interest, mind.trust, mind.patience, rules.mood(mind));
    }

    private Mind fresh(Scenario scenario, Level level, long seed) {
        Script script = scenario.script();
        Levels.Knobs knobs = levels.knobs(script, level, seed);
        Temperament persona = script.persona().temperament();
        Mind mind = new Mind();
        mind.scenario = scenario.digest();
        mind.level = level;
        mind.seed = seed;
        mind.interest = Mind.within((int) knobs.get("start_interest"));
        mind.trust = Mind.within(
                (int) knobs.get("start_trust") + (persona.warmth() - 50) / 8 - (persona.scepticism() - 50) / 8);
        mind.patience = Mind.within((int) knobs.get("start_patience") + (persona.patience() - 50) / 5);
        Objecting.chosen(script.objections(), knobs).forEach(id -> mind.objections.put(id, new Mind.Standing()));
        if (script.seat() == Seat.BUYER) {
            mind.selling = new Mind.Selling();
        }
        return mind;
    }

    /** Plays on from a memento of the same scenario. */
    public Actor resume(Scenario scenario, String memento) {
        Mind mind = Mind.remembered(memento);
        if (!mind.scenario.equals(scenario.digest())) {
            throw new MementoNotUnderstood(scenario.digest(), mind.scenario);
        }
        return counterpart(scenario, mind);
    }

    private Actor counterpart(Scenario scenario, Mind mind) {
        Script script = scenario.script();
        ScriptIndex index = indexes.computeIfAbsent(scenario.digest(), _ -> new ScriptIndex(script, pack(script)));
        Tongue tongue = new Tongue(pack(script), script.persona().temperament(), mind.seed, mind.said);
        Levels.Knobs knobs = levels.knobs(script, mind.level, mind.seed);
        Buyer shared = new Buyer(index, levels, knobs, rules, mind, tongue);
        Pitch pitch = script.pitch();
        return mind.selling == null || pitch == null
                ? new BuyerMind(ear, shared)
                : new SellerMind(sellerEar, shared, pitch, mind.selling, selling, byId);
    }

    /** Whether there are words for that language. */
    public static boolean speaks(String language) {
        return LanguagePack.exists(language);
    }

    private LanguagePack pack(Script script) {
        return packs.computeIfAbsent(script.language(), LanguagePack::shipped);
    }

    /** Every technique a person in the buyer's chair may be asked to spot. */
    public List<Technique> techniques() {
        return techniques;
    }

    /** Every rule by which a mind is moved. */
    public List<MindRule> rules() {
        return rules.all();
    }

    /** The sentence for the debrief that belongs to {@code MindMove.rule()}. */
    public Optional<String> why(String rule) {
        return rules.why(rule);
    }
}
