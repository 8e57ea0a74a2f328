package org.sellmeapen.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.scoring.builtin.BuiltInJudge;

/**
 * Rubric and conversation in, scorecard out. The judge looks; checking quotes, applying the rubric's rule and adding up
 * is code. Deterministic as far as the judge is, and thread-safe.
 */
public final class Scorer {

    /** More quotes than this under one criterion help nobody; the surest of each kind stay. */
    private static final int QUOTES = 8;

    private final Judge judge;
    private final ToDoubleFunction<String> wanders;

    public Scorer(Judge judge) {
        this(judge, _ -> 0);
    }

    /** @param wanders how far the totals of a judge of that name differ from one judging to the next, in points of 100 */
    Scorer(Judge judge, ToDoubleFunction<String> wanders) {
        this.judge = judge;
        this.wanders = wanders;
    }

    /** Needs no model, no network and no server. */
    public static Scorer builtIn(ActAnalyser analyser) {
        return new Scorer(BuiltInJudge.shipped(analyser));
    }

    public Scorecard score(Transcript transcript, Rubric rubric, ScoringContext context) {
        Observations observed = judge.observe(transcript, rubric, context);
        List<Observation> kept = QuoteCheck.kept(observed.seen(), transcript, rubric);
        List<CriterionResult> results = new ArrayList<>();
        List<Arithmetic.Line> lines = new ArrayList<>();
        for (Rubric.Criterion criterion : rubric.criteria()) {
            List<Observation> seen = kept.stream()
                    .filter(one -> one.criterion().equals(criterion.id()))
                    .toList();
            Map<String, Double> counts = Tally.of(seen, observed, criterion.id());
            Verdict verdict = criterion.rule().apply(counts);
            Steadiness steadiness = Steadiness.of(criterion.rule(), seen, counts);
            boolean unsure = verdict != Verdict.NOT_OBSERVED
                    && (steadiness.unsure(verdict) || observed.blurred().contains(criterion.id()));
            lines.add(new Arithmetic.Line(verdict, criterion.weight(), unsure, steadiness.variance(verdict)));
            results.add(result(transcript, criterion, verdict, unsure, seen, observed, context));
        }
        return card(transcript, rubric, context, observed, results, lines);
    }

    private Scorecard card(
            Transcript transcript,
            Rubric rubric,
            ScoringContext context,
            Observations observed,
            List<CriterionResult> results,
            List<Arithmetic.Line> lines) {
        List<NotAvailable> notAvailable = new ArrayList<>(observed.notAvailable());
        double weight = Arithmetic.observedWeight(lines);
        if (Arithmetic.total(lines) == null) {
            notAvailable.add(new NotAvailable(
                    "total",
                    "The conversation gave occasion for only " + Math.round(100 * weight)
                            + " % of the rubric's weight; a total needs at least half."));
        }
        Made made = observed.made();
        if (made != null && made.fellBack() != null) {
            notAvailable.add(new NotAvailable(
                    "model_judge",
                    "The model that was set up did not judge this (" + made.fellBack() + "); the built-in judge did."));
        }
        Ending known = context.knownEnding();
        return new Scorecard(
                transcript.id(),
                Arithmetic.total(lines),
                band(lines, spread(rubric, made), made),
                weight,
                known != null ? known.outcome() : observed.outcome(),
                known == null ? observed.ending() : known.decidingSentence().isEmpty() ? null : known,
                results,
                FirstFix.choose(results, transcript, rubric.seat()),
                rubric.address(),
                made == null ? judge.name() : made.judge(),
                notAvailable,
                made);
    }

    private Rubric.Spread spread(Rubric rubric, @Nullable Made made) {
        Rubric.Spread spread = rubric.spread();
        double more = made == null || made.fellBack() != null ? 0 : wanders.applyAsDouble(made.judge());
        return new Rubric.Spread(spread.criterion(), spread.unsure(), Math.hypot(spread.whole(), more));
    }

    /** Two judges that are far apart leave it open who is right. */
    private static @Nullable Band band(List<Arithmetic.Line> lines, Rubric.Spread spread, @Nullable Made made) {
        Band band = Arithmetic.band(lines, spread);
        Integer other = made == null || !made.review() ? null : made.builtInTotal();
        return band == null || other == null
                ? band
                : new Band(Math.min(band.low(), other), Math.max(band.high(), other));
    }

    private static CriterionResult result(
            Transcript transcript,
            Rubric.Criterion criterion,
            Verdict verdict,
            boolean unsure,
            List<Observation> seen,
            Observations observed,
            ScoringContext context) {
        List<Evidence> evidence = Why.backing(verdict, seen).stream()
                .sorted(Comparator.comparingDouble(Observation::confidence).reversed())
                .limit(QUOTES)
                .sorted(Comparator.comparingInt(Observation::turn))
                .map(one -> new Evidence(
                        one.turn(),
                        QuoteSpan.wide(transcript.turns().get(one.turn()).text(), one.quote()),
                        one.shows()))
                .distinct()
                .toList();
        Measured measured = observed.measured().get(criterion.id());
        String better = verdict == Verdict.YES || verdict == Verdict.NOT_OBSERVED
                ? null
                : context.betterLines().get(criterion.id());
        return new CriterionResult(
                criterion.id(),
                criterion.name(),
                criterion.section(),
                verdict,
                unsure,
                Arithmetic.points(verdict, criterion.weight()),
                criterion.weight(),
                Why.of(verdict, evidence, measured, observed.searched().get(criterion.id())),
                evidence,
                verdict == Verdict.NOT_OBSERVED ? null : measured,
                better);
    }
}
