package org.sellmeapen.scoring;

import org.sellmeapen.ai.Models;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.scoring.builtin.BuiltInJudge;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who judges for an organisation: the model it set up for that, or the built-in judge. */
@Component
class Judges {

    private final Judge builtIn;
    private final Models models;

    @Autowired
    Judges(ActAnalyser analyser, ObjectProvider<Models> models) {
        this(BuiltInJudge.shipped(analyser), models.getIfAvailable(() -> Models.NONE));
    }

    Judges(Judge builtIn, Models models) {
        this.builtIn = builtIn;
        this.models = models;
    }

    Scorer of(OrganisationId organisation) {
        return models.language(organisation, Purpose.JUDGE)
                .map(model -> new Scorer(new ModelJudge(model, builtIn)))
                .orElseGet(() -> new Scorer(builtIn));
    }
}
