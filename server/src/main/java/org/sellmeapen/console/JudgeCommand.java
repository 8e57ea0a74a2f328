package org.sellmeapen.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.Problem;
import org.sellmeapen.scoring.JudgeCheck;
import org.sellmeapen.scoring.Verdict;
import org.sellmeapen.tenancy.OrganisationScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "judge", description = "Looks at the judge of an organisation before it is believed.")
public final class JudgeCommand {

    private final Output output;
    private final House house;

    public JudgeCommand(Output output, House house) {
        this.output = output;
        this.house = house;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Judges the latest stored conversations several times and keeps how much the cards differ.",
                "The bands on its cards are as wide as that from then on."
            })
    int check(
            @Option(names = "--organisation", required = true, paramLabel = "ID") UUID organisation,
            @Option(names = "--conversations", defaultValue = "20", description = "Default: ${DEFAULT-VALUE}.")
                    int conversations,
            @Option(names = "--times", defaultValue = "3", description = "Default: ${DEFAULT-VALUE}.") int times,
            @Mixin DataOption options) {
        if (conversations < 1 || times < 2) {
            throw new Input.UsedWrongly("--conversations is at least 1 and --times at least 2.");
        }
        OrganisationId id = new OrganisationId(organisation);
        return within(id, options, check -> {
            JudgeCheck.Steady steady = check.steadiness(id, conversations, times);
            if (options.json) {
                output.json(steady);
            } else {
                output.line(
                        "%s: totals of the same conversation differ by %.1f points (standard deviation; %d conversations, %d times)"
                                .formatted(steady.judge(), steady.deviation(), steady.conversations(), steady.times()));
                steady.criteria()
                        .forEach(one -> output.line("  %-40s another verdict in %4.1f %%, deviation %.2f"
                                .formatted(one.criterion(), 100 * one.flipRate(), one.deviation())));
            }
            return 0;
        });
    }

    @Command(
            name = "golden",
            mixinStandardHelpOptions = true,
            description = {
                "Keeps conversations with the verdicts that people gave: JSON Lines {rubric?, language?, turns, verdicts:{criterion: verdict}}.",
                "From then on a model judges in that organisation only after `judge compare` on these."
            })
    int golden(
            @Parameters(paramLabel = "FILE") String file,
            @Option(names = "--organisation", required = true, paramLabel = "ID") UUID organisation,
            @Mixin DataOption options) {
        List<JudgeCheck.GoldenConversation> set = new ArrayList<>();
        for (String line : Input.lines(file)) {
            if (!line.isBlank()) {
                set.add(conversation(line));
            }
        }
        if (set.isEmpty()) {
            throw new Input.NotReadable(file + " has no conversation in it");
        }
        OrganisationId id = new OrganisationId(organisation);
        return within(id, options, check -> {
            check.golden(id, set);
            output.line(set.size() + " conversations kept.");
            return 0;
        });
    }

    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description = {
                "Compares the model that is set up for judging with people, and lets it judge: on the golden set, or where there is none on the conversations that come with the product. Without a comparison it does not judge.",
                "Exit code 1, and it does not judge, where it agrees less than the judge before it; unless a reason is given."
            })
    int compare(
            @Option(names = "--organisation", required = true, paramLabel = "ID") UUID organisation,
            @Option(names = "--despite-regression", paramLabel = "REASON", description = "Is written into the audit.")
                    @Nullable
                    String reason,
            @Mixin DataOption options) {
        OrganisationId id = new OrganisationId(organisation);
        return within(id, options, check -> {
            JudgeCheck.Compared compared = check.compare(id, null, reason == null || reason.isBlank() ? null : reason);
            if (options.json) {
                output.json(compared);
            } else {
                output.line(
                        "%s agrees with people in %.1f %% of the verdicts of %d conversations (%s); %.1f %% of them are its own, the built-in judge filled in the rest; before %.1f %%, built-in %.1f %%: %s"
                                .formatted(
                                        compared.judge(),
                                        100 * compared.agreement(),
                                        compared.conversations(),
                                        compared.golden() == JudgeCheck.Golden.OWN
                                                ? "your own"
                                                : "those that come with the product",
                                        100 * compared.ownShare(),
                                        100 * compared.before(),
                                        100 * compared.builtIn(),
                                        compared.admitted() ? "it judges" : "it does not judge"));
            }
            return compared.admitted() ? 0 : 1;
        });
    }

    private static JudgeCheck.GoldenConversation conversation(String line) {
        JsonNode root = Output.JSON.readTree(line);
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        root.path("verdicts")
                .properties()
                .forEach(
                        one -> verdicts.put(one.getKey(), verdict(one.getValue().asString(""))));
        if (verdicts.isEmpty()) {
            throw new Input.NotReadable("a golden conversation needs verdicts");
        }
        return new JudgeCheck.GoldenConversation(root.path("rubric").asString("core"), Transcripts.of(line), verdicts);
    }

    private static Verdict verdict(String code) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.code().equals(code)) {
                return verdict;
            }
        }
        throw new Input.NotReadable("\"" + code + "\" is none of yes, partial, no, not_observed");
    }

    private int within(OrganisationId id, DataOption options, Function<JudgeCheck, Integer> work) {
        try (House.Rooms rooms = house.open(options.folder(house, output))) {
            JudgeCheck check = rooms.room(JudgeCheck.class);
            return OrganisationScope.within(id, () -> work.apply(check));
        } catch (Problem refused) {
            output.problem(refused.detail());
            return 1;
        }
    }
}
