package org.sellmeapen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CuePatternTests {

    private static Set<String> cues(String phrase, String text) {
        var lexicon = new ActLexicon(
                Map.of("opener", List.of("well", "so"), "boss", List.of("boss", "director")),
                Map.of("cue", List.of(phrase)));
        var words = new TaggedWords(Words.of(text), lexicon);
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            found.addAll(lexicon.cuesAt(words, i));
        }
        return found;
    }

    @Test
    void aStartIsBehindOpenersToo() {
        assertThat(cues("^ (tell|show) me", "Well, so show me the yard.")).containsExactly("cue");
        assertThat(cues("^ (tell|show) me", "They never tell me.")).isEmpty();
    }

    @Test
    void anEndIsTheEndOfAClause() {
        assertThat(cues("cost $", "What does it cost, then?")).containsExactly("cue");
        assertThat(cues("cost $", "The cost of it.")).isEmpty();
    }

    @Test
    void gapsReachFourWordsFar() {
        assertThat(cues("how ** cost", "How much does it cost")).containsExactly("cue");
        assertThat(cues("how ** cost", "how a b c d e cost")).isEmpty();
    }

    @Test
    void classesOptionsAndLongChoices() {
        assertThat(cues("ask (my|our)? <boss>", "I must ask our director.")).containsExactly("cue");
        assertThat(cues("ask (my|our)? <boss>", "ask boss")).containsExactly("cue");
        assertThat(cues("(pay grade|up to me|<boss>) decides", "it's up to me decides"))
                .containsExactly("cue");
        assertThat(cues("(pay grade|up to me|<boss>) decides", "the director decides"))
                .containsExactly("cue");
        assertThat(cues("(pay grade|up to me|<boss>) decides", "she decides")).isEmpty();
    }
}
