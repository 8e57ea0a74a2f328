package org.sellmeapen.coaching;

import org.sellmeapen.audio.Decoder;
import org.sellmeapen.speech.Speech;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CoachingConfiguration {

    @Bean
    Speech coachingSpeech() {
        return new Speech();
    }

    @Bean
    Decoder decoder() {
        return new Decoder();
    }
}
