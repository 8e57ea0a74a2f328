package org.sellmeapen.training;

import org.sellmeapen.media.Media;
import org.sellmeapen.scoring.Scoring;
import org.sellmeapen.voice.Voice;
import org.springframework.stereotype.Component;

/** Takes a session away for good, in the caller's transaction: its turns, scorecards, the times of its calls, its recording. */
@Component
class SessionRemoval {

    private final TrainingSessions sessions;
    private final Scoring scoring;
    private final Voice voice;
    private final Media media;

    SessionRemoval(TrainingSessions sessions, Scoring scoring, Voice voice, Media media) {
        this.sessions = sessions;
        this.scoring = scoring;
        this.voice = voice;
        this.media = media;
    }

    void remove(TrainingSessionId id) {
        sessions.remove(id);
        scoring.forget(id.value());
        voice.forget(id.value());
        media.forget(id.value());
    }
}
