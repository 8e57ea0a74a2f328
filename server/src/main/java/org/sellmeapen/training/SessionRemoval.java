package org.sellmeapen.training;

import org.sellmeapen.media.Media;
import org.sellmeapen.scoring.Scoring;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.voice.Voice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes a session away for good, in the caller's transaction: its turns, scorecards, the times of its calls, its recording. */
@Component
class SessionRemoval {

    private final TrainingSessions sessions;
    private final Scoring scoring;
    private final Voice voice;
    private final Media media;
    private final ApplicationEventPublisher events;

    SessionRemoval(
            TrainingSessions sessions, Scoring scoring, Voice voice, Media media, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.scoring = scoring;
        this.voice = voice;
        this.media = media;
        this.events = events;
    }

    void remove(TrainingSessionId id) {
        sessions.remove(id);
        scoring.forget(id.value());
        voice.forget(id.value());
        media.forget(id.value());
        events.publishEvent(new SessionRemoved(OrganisationScope.current(), id));
    }
}
