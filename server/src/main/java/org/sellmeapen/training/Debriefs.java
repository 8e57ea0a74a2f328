package org.sellmeapen.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.MindView;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.WordCount;
import org.sellmeapen.roleplay.Roleplay;
import org.sellmeapen.scoring.ScorecardView;
import org.sellmeapen.scoring.Scoring;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a debrief together. */
@Component
class Debriefs {

    private final TrainingViews views;
    private final TrainingSessions sessions;
    private final Scoring scoring;
    private final SessionPolicy policy;
    private final Roleplay roleplay;
    private final CounterpartDesk desk;
    private final Wordings wordings;
    private final JdbcClient jdbc;

    Debriefs(
            TrainingViews views,
            TrainingSessions sessions,
            Scoring scoring,
            SessionPolicy policy,
            Roleplay roleplay,
            CounterpartDesk desk,
            Wordings wordings,
            JdbcClient jdbc) {
        this.views = views;
        this.sessions = sessions;
        this.scoring = scoring;
        this.policy = policy;
        this.roleplay = roleplay;
        this.desk = desk;
        this.wordings = wordings;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    DebriefController.Debrief of(SignedIn who, TrainingSessionId id) {
        SessionView session = views.session(who, id, null);
        if (session.endedAt() == null) {
            throw new SessionNotEnded(id);
        }
        List<PlayedTurn> turns = sessions.turns(id);
        Map<Integer, Wordings.Kept> worded =
                wordings.of(id).stream().collect(Collectors.toMap(Wordings.Kept::i, kept -> kept));
        boolean own = session.person().id().equals(who.person().value());
        boolean spoke = turns.stream()
                .anyMatch(t ->
                        t.marked().turn().speaker().code().equals(session.seat().equals("seller") ? "rep" : "buyer"));
        return new DebriefController.Debrief(
                session,
                turns.stream()
                        .map(played -> turn(played, worded.get(played.i())))
                        .toList(),
                startState(id),
                scoring.latest(id.value()).map(ScorecardView::of).orElse(null),
                scoring.isBeingMade(id.value()),
                figures(turns),
                takes(session),
                new DebriefController.May(own && policy.ownersMayDelete(who), own, own && spoke, own && spoke));
    }

    private @Nullable MindView startState(TrainingSessionId id) {
        return sessions.find(id)
                .map(found -> roleplay.start(
                        desk.scenario(found.casting()),
                        found.casting().level(),
                        found.casting().seed()))
                .orElse(null);
    }

    private DebriefController.TurnView turn(PlayedTurn played, Wordings.@Nullable Kept worded) {
        return new DebriefController.TurnView(
                played.i(),
                played.marked().turn().speaker().code(),
                played.marked().turn().text(),
                played.marked().phase().code(),
                played.at(),
                played.marked().acts().stream()
                        .map(a -> new DebriefController.ActView(a.act().code(), a.confidence(), a.because()))
                        .toList(),
                played.marked().state(),
                played.marked().moved().stream()
                        .map(m -> new DebriefController.MoveView(
                                m.turn(),
                                m.what(),
                                m.by(),
                                m.rule(),
                                roleplay.why(m.rule()).orElse("")))
                        .toList(),
                played.marked().technique(),
                played.techniqueTag(),
                worded == null
                        ? null
                        : new DebriefController.WordedView(
                                worded.by(),
                                worded.provider(),
                                worded.model(),
                                worded.why(),
                                worded.because(),
                                worded.sources()));
    }

    private static DebriefController.Figures figures(List<PlayedTurn> turns) {
        int rep = 0;
        int all = 0;
        int questions = 0;
        int longest = 0;
        int longestAt = -1;
        List<String> phases = new ArrayList<>();
        for (PlayedTurn played : turns) {
            int words = WordCount.of(played.marked().turn().text());
            all += words;
            if (played.marked().turn().speaker() == Speaker.REP) {
                rep += words;
                if (played.marked().acts().stream().map(a -> a.act()).anyMatch(Act::isQuestion)) {
                    questions++;
                }
                if (words > longest) {
                    longest = words;
                    longestAt = played.i();
                }
            }
        }
        for (Phase phase : Phase.values()) {
            if (turns.stream().anyMatch(t -> t.marked().phase() == phase)) {
                phases.add(phase.code());
            }
        }
        return new DebriefController.Figures(
                all == 0 ? null : Math.round(1000.0 * rep / all) / 1000.0,
                questions,
                longestAt < 0 ? null : new DebriefController.Monologue(longestAt, longest),
                phases,
                turns.size());
    }

    /** The session at the root of the retries, and every retry of it, oldest first. */
    private List<DebriefController.Take> takes(SessionView session) {
        return jdbc.sql("""
                with recursive up as (
                    select id, retry_session, 0 as steps from training_session where id = :id
                    union all
                    select s.id, s.retry_session, up.steps + 1 from training_session s join up on s.id = up.retry_session
                ), root as (
                    select id from up order by steps desc limit 1
                ), family as (
                    select s.* from training_session s join root on s.id = root.id
                    union all
                    select s.* from training_session s join family f
                        on s.organisation_id = f.organisation_id and s.retry_session = f.id
                )
                select id, retry_session, retry_turn, total, outcome, created_at from family
                where person_id = :person order by created_at limit 50
                """)
                .param("id", session.id())
                .param("person", session.person().id())
                .query((row, n) -> new DebriefController.Take(
                        row.getObject("id", UUID.class),
                        row.getObject("retry_session") == null
                                ? null
                                : new SessionView.RetryView(
                                        row.getObject("retry_session", UUID.class), row.getInt("retry_turn")),
                        (Integer) row.getObject("total"),
                        row.getString("outcome"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }
}
