package org.sellmeapen.scoring.builtin;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.sellmeapen.scoring.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code evals/judge/report.md}: how well the built-in judge agrees, holds still and keeps its time. */
final class JudgeEvaluation {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEAD =
            "| writer | conversations | accuracy | kappa | off-level | pairs | outcome | in band | not observed found |\n|---|---|---|---|---|---|---|---|---|\n";

    private final ActAnalyser acts = BuiltInActAnalyser.english();
    private final Rubric rubric = Rubrics.shipped().byId("core");
    private final Scorer scorer = Scorer.builtIn(acts);
    private final StringBuilder report =
            new StringBuilder("# Built-in judge: report\n\nWritten by `evals/judge/run`.\n");

    public static void main(String[] args) throws IOException, InterruptedException {
        JudgeEvaluation evaluation = new JudgeEvaluation();
        if (args.length > 0 && args[0].equals("fit")) {
            Files.writeString(Path.of(args[1]), evaluation.fitted());
            return;
        }
        Files.writeString(Path.of(args.length > 0 ? args[0] : "report.md"), evaluation.report());
    }

    /** The weights that ship: of all writers except the one kept back. */
    private String fitted() {
        return WeighingFit.yaml(WeighingFit.on(List.copyOf(writers().values()), acts, rubric, Care.shipped()));
    }

    /** By hand, in the order they were written; the dev truth set only where somebody has it. */
    private static Map<String, List<Labelled>> writers() {
        Map<String, List<Labelled>> writers = new LinkedHashMap<>();
        Labelled.shared("conversations.dev.jsonl").ifPresent(file -> writers.put("dev", Labelled.read(file)));
        writers.put("o", Labelled.own());
        writers.put("p", Labelled.own("p"));
        writers.put("q", Labelled.own("q"));
        return writers;
    }

    private String report() throws IOException, InterruptedException {
        Map<String, List<Labelled>> writers = writers();
        List<Labelled> kept = Labelled.own("r");
        List<Labelled> dev = writers.getOrDefault("dev", List.of());
        if (dev.isEmpty()) {
            say("\nThe dev truth set is not here (SELLMEAPEN_SHARED); only our own conversations were measured.\n");
        }
        say("\n## Writer kept back\n\nWriter r: no word of it was read and nothing was fitted on it.\n\n" + HEAD);
        row("r, as shipped", kept, cards(kept, scorer));
        say(
                "\n## Leave one writer out\n\nThe weights set on the other writers. The lists of words were made with all of these in view.\n\n"
                        + HEAD);
        Map<String, List<Scorecard>> left = leftOut(writers);
        writers.forEach((name, labelled) -> row(name, labelled, left.get(name)));
        List<Labelled> all = writers.values().stream().flatMap(List::stream).toList();
        row(
                "together",
                all,
                writers.keySet().stream()
                        .flatMap(name -> left.get(name).stream())
                        .toList());
        say("\n" + sureAndUnsure(writers, left));
        say("\n## As shipped\n\nOptimistic: the weights were set on these too.\n\n" + HEAD);
        writers.forEach((name, labelled) -> row(name, labelled, cards(labelled, scorer)));
        if (!dev.isEmpty()) {
            List<Labelled> bare = bare(dev);
            row("dev without marks and capitals", bare, cards(bare, scorer));
        }
        perCriterion(writers, left, kept);
        Optional<Path> file = Labelled.shared("conversations.dev.jsonl");
        if (file.isPresent()) {
            measured("conversations", file.get(), dev);
        }
        Optional<Path> adversarial = Labelled.shared("adversarial.dev.jsonl");
        if (adversarial.isPresent()) {
            measured("adversarial", adversarial.get(), Labelled.read(adversarial.get()));
        }
        List<Labelled> first =
                Stream.concat(dev.stream(), Labelled.own().stream()).toList();
        verbatim(Stream.concat(all.stream(), kept.stream()).toList());
        injections(first);
        latency(all);
        return report.toString();
    }

    private void row(String name, List<Labelled> labelled, List<Scorecard> cards) {
        say("| " + name + " " + Agreement.of(labelled, cards) + " " + notObserved(labelled, cards) + " |\n");
    }

    /** How many of the labels not_observed were found. */
    private static String notObserved(List<Labelled> labelled, List<Scorecard> cards) {
        int found = 0;
        int labels = 0;
        for (int k = 0; k < cards.size(); k++) {
            for (CriterionResult one : cards.get(k).criteria()) {
                boolean label = labelled.get(k).verdicts().get(one.id()) == Verdict.NOT_OBSERVED;
                labels += label ? 1 : 0;
                found += label && one.verdict() == Verdict.NOT_OBSERVED ? 1 : 0;
            }
        }
        return found + " of " + labels;
    }

    private Map<String, List<Scorecard>> leftOut(Map<String, List<Labelled>> writers) {
        Map<String, List<Scorecard>> cards = new LinkedHashMap<>();
        for (String name : writers.keySet()) {
            List<List<Labelled>> others = writers.entrySet().stream()
                    .filter(one -> !one.getKey().equals(name))
                    .map(Map.Entry::getValue)
                    .toList();
            Care care = CareFit.on(others.stream().flatMap(List::stream).toList(), acts);
            Weighing weighing = WeighingFit.on(others, acts, rubric, care);
            cards.put(name, cards(writers.get(name), new Scorer(BuiltInJudge.with(acts, care, weighing))));
        }
        return cards;
    }

    private static String sureAndUnsure(Map<String, List<Labelled>> writers, Map<String, List<Scorecard>> left) {
        int[] given = new int[2];
        int[] right = new int[2];
        writers.forEach((name, labelled) -> {
            for (int k = 0; k < labelled.size(); k++) {
                for (CriterionResult one : left.get(name).get(k).criteria()) {
                    int kind = one.unsure() ? 1 : 0;
                    given[kind]++;
                    right[kind] += one.verdict() == labelled.get(k).verdicts().get(one.id()) ? 1 : 0;
                }
            }
        });
        return String.format(
                Locale.ROOT,
                "Verdicts not called unsure: %.3f right of %d. Called unsure: %.3f right of %d.\n",
                (double) right[0] / given[0],
                given[0],
                (double) right[1] / Math.max(1, given[1]),
                given[1]);
    }

    private void perCriterion(
            Map<String, List<Labelled>> writers, Map<String, List<Scorecard>> left, List<Labelled> kept) {
        say("\n## By criterion\n\nAccuracy, each writer left out; r kept back.\n\n| criterion |");
        writers.keySet().forEach(name -> say(" " + name + " |"));
        say(" r |\n|---|" + "---|".repeat(writers.size() + 1) + "\n");
        for (Rubric.Criterion criterion : rubric.criteria()) {
            say("| " + criterion.id() + " |");
            writers.forEach((name, labelled) -> say(hit(labelled, left.get(name), criterion.id())));
            say(hit(kept, cards(kept, scorer), criterion.id()) + "\n");
        }
    }

    private static String hit(List<Labelled> labelled, List<Scorecard> cards, String criterion) {
        int hits = 0;
        for (int k = 0; k < cards.size(); k++) {
            Verdict truth = labelled.get(k).verdicts().get(criterion);
            hits += cards.get(k).criteria().stream()
                            .anyMatch(one -> one.id().equals(criterion) && one.verdict() == truth)
                    ? 1
                    : 0;
        }
        return String.format(Locale.ROOT, " %.2f |", (double) hits / cards.size());
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
