package org.sellmeapen.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.voice.TurnWords;
import org.springframework.stereotype.Component;

/** With what words a counterpart takes the word from somebody who does not stop; each once before one comes again. */
@Component
class CutIns {

    /** Null where nobody has written any in that language; the counterpart then simply begins. */
    @Nullable
    String of(Exchange standing) {
        TrainingSession session = standing.session();
        List<String> words = TurnWords.cutIns(session.casting().language());
        return words.isEmpty()
                ? null
                : words.get(Math.floorMod(
                        session.casting().seed() + standing.turns().size() / 2, words.size()));
    }
}
