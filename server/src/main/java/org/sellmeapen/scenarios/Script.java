package org.sellmeapen.scenarios;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.conversation.Seat;

/**
 * A scenario file as written by its author. {@code docs/scenario-format.md} explains each field with an example; the
 * schema says which are required. Lists that the file leaves out are empty.
 *
 * @param seat the chair the person takes
 * @param minutes how long it usually takes, for the shelf
 * @param rubric id of the rubric it is judged by
 * @param brief what the person holds to; present for {@code seat: buyer} only
 * @param pitch the AI seller's material; present for {@code seat: buyer} only
 */
public record Script(
        String name,
        int version,
        String language,
        String title,
        String summary,
        Category category,
        String industry,
        Seat seat,
        Win win,
        int minutes,
        int timeLimitS,
        String rubric,
        String goal,
        List<String> objectives,
        List<String> tips,
        Persona persona,
        Opening opening,
        Map<Level, LevelNote> levels,
        Map<Phase, PhaseNote> phases,
        List<Product> products,
        List<HiddenFact> hiddenFacts,
        List<Need> needs,
        List<Topic> topics,
        List<Objection> objections,
        List<BuyerQuestion> asks,
        List<String> buySignals,
        List<String> rejectSignals,
        @Nullable NextStep nextStep,
        Endings endings,
        Map<String, List<String>> betterLines,
        List<ExampleLine> exampleTranscript,
        @Nullable Brief brief,
        @Nullable Pitch pitch) {

    public Script {
        objectives = Lists.copy(objectives);
        tips = Lists.copy(tips);
        levels = Lists.copy(levels);
        phases = Lists.copy(phases);
        products = Lists.copy(products);
        hiddenFacts = Lists.copy(hiddenFacts);
        needs = Lists.copy(needs);
        topics = Lists.copy(topics);
        objections = Lists.copy(objections);
        asks = Lists.copy(asks);
        buySignals = Lists.copy(buySignals);
        rejectSignals = Lists.copy(rejectSignals);
        betterLines = Lists.copy(betterLines);
        exampleTranscript = Lists.copy(exampleTranscript);
    }

    public Optional<HiddenFact> hiddenFact(String id) {
        return hiddenFacts.stream().filter(fact -> fact.id().equals(id)).findFirst();
    }

    public Optional<Objection> objection(String id) {
        return objections.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Every product's facts, in the order of the file. */
    public List<ProductFact> productFacts() {
        return products.stream().flatMap(product -> product.facts().stream()).toList();
    }

    /** @param knobs numbers that replace those of {@code content/roleplay/levels.yaml} for this scenario */
    public record LevelNote(String what, Map<String, Double> knobs) {
        public LevelNote {
            knobs = Lists.copy(knobs);
        }
    }

    public record PhaseNote(String aim, List<String> hints) {
        public PhaseNote {
            hints = Lists.copy(hints);
        }
    }

    /**
     * @param about for authors and language models; never shown, never spoken
     * @param voiceLine one sentence in their own voice, for the shelf
     */
    public record Persona(
            String name,
            String role,
            @Nullable String company,
            String voiceLine,
            @Nullable String about,
            Temperament temperament) {}

    /** Each 0-100, 50 is an ordinary person. */
    public record Temperament(
            int warmth, int patience, int scepticism, int talkativeness, int directness, int humour) {}

    /**
     * @param context the briefing's first paragraph: where, when, what happened before
     * @param begins who says the first words
     * @param lines the counterpart's first words, where it begins
     * @param greetings its answers to a greeting
     */
    public record Opening(String context, Begins begins, List<String> lines, List<String> greetings) {
        public Opening {
            lines = Lists.copy(lines);
            greetings = Lists.copy(greetings);
        }
    }

    public enum Begins {
        REP,
        BUYER
    }

    /** @param when a date in the buyer's words, such as "Thursday at ten" */
    public record NextStep(String what, String when) {}

    /** The deciding sentences. {@code {when}} stands for the date that was agreed. */
    public record Endings(List<String> sale, List<String> nextStep, List<String> noSale, List<String> undecided) {
        public Endings {
            sale = Lists.copy(sale);
            nextStep = Lists.copy(nextStep);
            noSale = Lists.copy(noSale);
            undecided = Lists.copy(undecided);
        }
    }

    public record ExampleLine(Begins speaker, String text) {}
}
