package org.sellmeapen.training;

import java.util.ArrayList;
import java.util.List;
import org.sellmeapen.roleplay.Roleplay;
import org.sellmeapen.scenarios.ScenarioCheck;
import org.sellmeapen.scenarios.Script;
import org.sellmeapen.scoring.NoSuchRubric;
import org.sellmeapen.scoring.Rubrics;
import org.springframework.stereotype.Component;

/** A scenario that nobody could answer in or judge is refused when it is read, not when its first session ends. */
@Component
public final class Playable implements ScenarioCheck {

    private final Rubrics rubrics = Rubrics.shipped();

    @Override
    public List<Finding> check(Script script) {
        List<Finding> findings = new ArrayList<>();
        try {
            rubrics.byId(script.rubric());
        } catch (NoSuchRubric none) {
            findings.add(new Finding(
                    "/rubric",
                    "There is no rubric `" + script.rubric() + "`.",
                    "Use one of: " + String.join(", ", rubrics.ids()) + "."));
        }
        if (!Roleplay.speaks(script.language())) {
            findings.add(new Finding(
                    "/language",
                    "The counterpart does not speak `" + script.language() + "` yet.",
                    "Write it in English (en)."));
        }
        return findings;
    }
}
