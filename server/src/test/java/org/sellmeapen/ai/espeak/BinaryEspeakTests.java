package org.sellmeapen.ai.espeak;

import org.junit.jupiter.api.BeforeAll;
import org.sellmeapen.ai.TextToSpeech;

/** The machine's own espeak-ng. */
class BinaryEspeakTests extends EspeakContract {

    private static EspeakTextToSpeech voice;

    @BeforeAll
    static void find() {
        voice = EspeakHere.binary();
    }

    @Override
    protected TextToSpeech voice() {
        return voice;
    }
}
