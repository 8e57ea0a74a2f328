package org.sellmeapen.voice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.VoiceChoice;

/**
 * What a call is furnished with.
 *
 * @param relays who hears and speaks in one, in the order of fall-back, before ears and mouths; often nobody
 * @param ears in the order of fall-back; empty where there is none
 * @param whyNoEar a code, where there is none
 * @param mouths in the order of fall-back; empty where none speaks that language
 * @param quality of the first mouth: {@code preview} or {@code full}
 */
record Equipment(
        Mind mind,
        List<RealtimeModel> relays,
        List<SpeechToText> ears,
        @Nullable String whyNoEar,
        List<TextToSpeech> mouths,
        @Nullable String quality,
        @Nullable String whyNoMouth,
        VoiceChoice voice,
        Activity.Opener activity) {}
