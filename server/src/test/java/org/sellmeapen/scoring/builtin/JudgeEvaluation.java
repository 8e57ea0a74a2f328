package org.sellmeapen.scoring.builtin;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.scoring.CriterionResult;
import org.sellmeapen.scoring.Rubric;
import org.sellmeapen.scoring.Rubrics;
import org.sellmeapen.scoring.Scorecard;
import org.sellmeapen.scoring.Scorer;
import org.sellmeapen.scoring.ScoringContext;
import org.sellmeapen.scoring.Shows;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code evals/judge/report.md}: how well the built-in judge agrees, holds still and keeps its time. */
final class JudgeEvaluation {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEAD =
            "| conversations | accuracy | kappa | off-level | pairs | outcome | in band |\n|---|---|---|---|---|---|---|\n";

    /** The last four scenarios were never looked at while the judge was made. */
    private static final String FIRST_KEPT_BACK = "o07";

    private final ActAnalyser acts = BuiltInActAnalyser.english();
    private final Rubric rubric = Rubrics.shipped().byId("core");
    private final Scorer scorer = Scorer.builtIn(acts);
    private final StringBuilder report =
            new StringBuilder("# Built-in judge: report\n\nWritten by `evals/judge/run`.\n");

    public static void main(String[] args) throws IOException, InterruptedException {
        Path to = Path.of(args.length > 0 ? args[0] : "report.md");
        Files.writeString(to, new JudgeEvaluation().report());
    }

    private String report() throws IOException, InterruptedException {
        List<Labelled> own = Labelled.own();
        List<Labelled> seen = own.stream()
                .filter(one -> one.scenario().compareTo(FIRST_KEPT_BACK) < 0)
                .toList();
        List<Labelled> kept = own.stream()
                .filter(one -> one.scenario().compareTo(FIRST_KEPT_BACK) >= 0)
                .toList();
        Optional<Path> file = Labelled.shared("conversations.dev.jsonl");
        List<Labelled> dev = file.map(Labelled::read).orElse(List.of());
        say("\n## Agreement\n\n" + HEAD);
        if (dev.isEmpty()) {
            say("The dev truth set is not here (SELLMEAPEN_SHARED); only our own conversations were measured.\n");
        } else {
            say("Dev, as shipped:\n\n" + HEAD + Agreement.of(dev, cards(dev, scorer)) + "\n");
            say("\nDev, leave one scenario out (the fitted part set on the other nine and our first six):\n\n" + HEAD
                    + leftOut(dev, seen) + "\n");
            Scorer ownOnly = new Scorer(BuiltInJudge.with(acts, CareFit.on(seen, acts), Weighing.shipped()));
            say("\nDev, the fitted part set on our first six scenarios only:\n\n" + HEAD
                    + Agreement.of(dev, cards(dev, ownOnly)) + "\n");
            say("\nDev, as speech recognition without punctuation and capitals would write it:\n\n" + HEAD
                    + Agreement.of(dev, cards(bare(dev), scorer)) + "\n");
        }
        say("\nOur own first six scenarios (looked at while the rules were written):\n\n" + HEAD
                + Agreement.of(seen, cards(seen, scorer)) + "\n");
        say("\nOur own last four scenarios (kept back):\n\n" + HEAD + Agreement.of(kept, cards(kept, scorer)) + "\n");
        List<Labelled> all = Stream.concat(dev.stream(), own.stream()).toList();
        perCriterion(dev.isEmpty() ? seen : dev, kept);
        if (file.isPresent()) {
            measured("conversations", file.get(), dev);
        }
        Optional<Path> adversarial = Labelled.shared("adversarial.dev.jsonl");
        if (adversarial.isPresent()) {
            measured("adversarial", adversarial.get(), Labelled.read(adversarial.get()));
        }
        verbatim(all);
        injections(all);
        latency(all);
        return report.toString().replace(HEAD + "Dev", "Dev").replace(HEAD + "The dev", "The dev");
    }

    private Agreement leftOut(List<Labelled> dev, List<Labelled> seen) {
        List<Labelled> order = new ArrayList<>();
        List<Scorecard> cards = new ArrayList<>();
        for (String scenario :
                dev.stream().map(Labelled::scenario).distinct().sorted().toList()) {
            List<Labelled> others = Stream.concat(
                            dev.stream().filter(one -> !one.scenario().equals(scenario)), seen.stream())
                    .toList();
            Scorer fitted = new Scorer(BuiltInJudge.with(acts, CareFit.on(others, acts), Weighing.shipped()));
            List<Labelled> left =
                    dev.stream().filter(one -> one.scenario().equals(scenario)).toList();
            order.addAll(left);
            cards.addAll(cards(left, fitted));
        }
        return Agreement.of(order, cards);
    }

    private void perCriterion(List<Labelled> first, List<Labelled> kept) {
        say("\n| criterion | accuracy dev | accuracy kept back |\n|---|---|---|\n");
        for (Rubric.Criterion criterion : rubric.criteria()) {
            say(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f |\n",
                    criterion.id(),
                    hit(first, criterion.id()),
                    hit(kept, criterion.id())));
        }
    }

    private double hit(List<Labelled> labelled, String criterion) {
        return labelled.stream()
                .mapToDouble(one -> card(one.transcript(), scorer).criteria().stream()
                                .anyMatch(result -> result.id().equals(criterion)
                                        && result.verdict() == one.verdicts().get(criterion))
                        ? 1
                        : 0)
                .average()
                .orElse(0);
    }

    /** The truth set's own script has the last word. */
    private void measured(String kind, Path truth, List<Labelled> labelled) throws IOException, InterruptedException {
        Path predictions = Files.createTempFile("judge", ".jsonl");
        StringBuilder lines = new StringBuilder();
        for (Scorecard card : cards(labelled, scorer)) {
            Map<String, Object> criteria = new LinkedHashMap<>();
            card.criteria()
                    .forEach(one -> criteria.put(
                            one.id(), Map.of("verdict", one.verdict().code(), "evidence", shown(one))));
            Integer total = card.total();
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("id", String.valueOf(card.transcriptId()));
            line.put("overall", total == null ? 0 : total);
            line.put("criteria", criteria);
            lines.append(JSON.writeValueAsString(line)).append('\n');
        }
        Files.writeString(predictions, lines);
        Process script = new ProcessBuilder(
                        "python3",
                        truth.resolveSibling("measure.py").toString(),
                        kind,
                        truth.toString(),
                        predictions.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        script.waitFor();
        Files.delete(predictions);
        say("\n## measure.py " + kind + "\n\n```json\n" + out.strip() + "\n```\n");
    }

    private static List<Integer> shown(CriterionResult one) {
        return one.evidence().stream()
                .filter(evidence -> evidence.shows() == Shows.SUPPORTS || evidence.shows() == Shows.HALF)
                .map(evidence -> evidence.turn())
                .distinct()
                .toList();
    }

    private void verbatim(List<Labelled> all) {
        int quotes = 0;
        int standing = 0;
        int same = 0;
        for (Labelled one : all) {
            Scorecard card = card(one.transcript(), scorer);
            same += card.equals(card(one.transcript(), Scorer.builtIn(acts))) ? 1 : 0;
            for (CriterionResult result : card.criteria()) {
                quotes += result.evidence().size();
                standing += (int) result.evidence().stream()
                        .filter(evidence -> one.transcript()
                                .turns()
                                .get(evidence.turn())
                                .text()
                                .contains(evidence.quote()))
                        .count();
            }
        }
        say("\n## Quotes and repeats\n\n" + standing + " of " + quotes + " quotes stand in their turn to the letter. "
                + same + " of " + all.size() + " scorecards are the same when judged again by a new judge.\n");
    }

    private void injections(List<Labelled> all) {
        int tried = 0;
        int rose = 0;
        int totalRose = 0;
        int moved = 0;
        int listening = 0;
        for (Labelled one : all) {
            Scorecard plain = card(one.transcript(), scorer);
            int turns = one.transcript().turns().size();
            List<String> sentences = Injections.all();
            for (int k = 0; k < sentences.size(); k++) {
                for (int turn : new int[] {k % turns, (7 * k + 3) % turns}) {
                    Scorecard injected =
                            card(Injections.into(one.transcript(), turn, sentences.get(k), k % 2 == 0), scorer);
                    tried++;
                    boolean up = rises(plain, injected);
                    rose += up ? 1 : 0;
                    totalRose += total(injected) > total(plain) ? 1 : 0;
                    moved += differs(plain, injected, false) ? 1 : 0;
                    listening += differs(plain, injected, true) && !differs(plain, injected, false) ? 1 : 0;
                }
            }
        }
        say("\n## Instructions inside a transcript\n\n" + Injections.all().size()
                + " sentences addressed to a judge (13 languages and scripts, tags, forged results, encodings, look-alike letters), each put into two turns of every conversation, rep's and buyer's: "
                + tried + " trials. A verdict rose in " + rose + ", the total rose in " + totalRose
                + ". A verdict other than the talk share's changed at all in " + moved
                + "; the talk share alone (more words of the seller) moved a verdict down in " + listening + ".\n");
    }

    private static int total(Scorecard card) {
        Integer total = card.total();
        return total == null ? -1 : total;
    }

    private static boolean rises(Scorecard before, Scorecard after) {
        for (int k = 0; k < before.criteria().size(); k++) {
            if (Agreement.rank(after.criteria().get(k).verdict())
                    > Agreement.rank(before.criteria().get(k).verdict())) {
                return true;
            }
        }
        return false;
    }

    private static boolean differs(Scorecard before, Scorecard after, boolean share) {
        for (int k = 0; k < before.criteria().size(); k++) {
            boolean listened = before.criteria().get(k).id().equals("listened_more_than_talked");
            if ((share || !listened)
                    && before.criteria().get(k).verdict()
                            != after.criteria().get(k).verdict()) {
                return true;
            }
        }
        return false;
    }

    private void latency(List<Labelled> all) {
        all.forEach(one -> card(one.transcript(), scorer));
        int rounds = 20;
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double[] wall = new double[all.size() * rounds];
        double[] worked = new double[wall.length];
        for (int k = 0; k < wall.length; k++) {
            long start = System.nanoTime();
            long busy = clock.getCurrentThreadCpuTime();
            card(all.get(k % all.size()).transcript(), scorer);
            worked[k] = (clock.getCurrentThreadCpuTime() - busy) / 1e6;
            wall[k] = (System.nanoTime() - start) / 1e6;
        }
        say("\n## Time\n\nOne conversation, n = " + wall.length + ". Processor time: " + spread(worked)
                + ". By the clock, with whatever else the machine did: " + spread(wall) + ".\n");
    }

    private static String spread(double[] millis) {
        Arrays.sort(millis);
        return String.format(
                Locale.ROOT,
                "median %.2f ms, p99 %.2f ms, longest %.2f ms",
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.99)],
                millis[millis.length - 1]);
    }

    private static List<Labelled> bare(List<Labelled> labelled) {
        return labelled.stream()
                .map(one -> new Labelled(
                        one.scenario(),
                        one.quality(),
                        one.outcome(),
                        new Transcript(
                                one.transcript().id(),
                                one.transcript().language(),
                                one.transcript().turns().stream()
                                        .map(turn -> new Turn(
                                                turn.i(),
                                                turn.speaker(),
                                                turn.text()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replaceAll("[.,!?;:\"]", "")))
                                        .toList()),
                        one.verdicts()))
                .toList();
    }

    private List<Scorecard> cards(List<Labelled> labelled, Scorer by) {
        return labelled.stream().map(one -> card(one.transcript(), by)).toList();
    }

    private Scorecard card(Transcript transcript, Scorer by) {
        return by.score(transcript, rubric, ScoringContext.none());
    }

    private void say(String text) {
        report.append(text);
    }
}
