package org.sellmeapen.ai.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.Heard;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.VoiceChoice;
import org.sellmeapen.ai.sound.Mouth;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CharactersTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void timesThatCountFromEachPieceAreMovedBehindTheSoundBefore() throws Exception {
        Heard heard = new Heard();
        Mouth.whole("elevenlabs")
                .speak(new Utterance("ab cd ef", "en", new VoiceChoice("voice-1", 1, 1)), heard, (part, speech) -> {
                    Characters characters = new Characters(speech, part);
                    characters.add(piece("ab c", 0));
                    speech.bytes(new byte[48 * 400], 0, 48 * 400);
                    characters.add(piece("d ef", 0));
                    speech.bytes(new byte[48 * 400], 0, 48 * 400);
                    characters.end();
                });
        assertThat(heard.words).extracting(Heard.Word::atMs).containsExactly(0, 300, 600);
        assertThat(heard.words).extracting(Heard.Word::from).containsExactly(0, 3, 6);
    }

    @Test
    void timesThatGoOnAreTakenAsTheyAre() throws Exception {
        Heard heard = new Heard();
        Mouth.whole("elevenlabs")
                .speak(new Utterance("ab cd ef", "en", new VoiceChoice("voice-1", 1, 1)), heard, (part, speech) -> {
                    Characters characters = new Characters(speech, part);
                    characters.add(piece("ab c", 0));
                    characters.add(piece("d ef", 400));
                    speech.bytes(new byte[48 * 800], 0, 48 * 800);
                    characters.end();
                });
        assertThat(heard.words).extracting(Heard.Word::atMs).containsExactly(0, 300, 600);
    }

    private static JsonNode piece(String characters, int fromMs) {
        var alignment = JSON.createObjectNode();
        var list = alignment.putArray("characters");
        var starts = alignment.putArray("character_start_times_seconds");
        var ends = alignment.putArray("character_end_times_seconds");
        for (int i = 0; i < characters.length(); i++) {
            list.add(characters.substring(i, i + 1));
            starts.add((fromMs + 100 * i) / 1_000.0);
            ends.add((fromMs + 100 * (i + 1)) / 1_000.0);
        }
        return alignment;
    }
}
