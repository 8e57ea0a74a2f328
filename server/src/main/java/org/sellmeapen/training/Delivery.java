package org.sellmeapen.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Models;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.knowledge.Passage;
import org.sellmeapen.roleplay.Actor;
import org.sellmeapen.roleplay.Cue;
import org.sellmeapen.roleplay.Interpreted;
import org.sellmeapen.roleplay.Understood;
import org.sellmeapen.roleplay.Worded;
import org.sellmeapen.roleplay.Wording;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * A turn and its answer in the words of the organisation's model, where it has one. What is said and what is answered is
 * committed first, in the built-in words; then the model words it outside of any transaction, and those words take their
 * place. Whatever becomes of the model, the record holds an answer.
 */
@Component
class Delivery {

    /** Who listens while an answer is worded. */
    interface Listener {
        Listener NOBODY = new Listener() {
            @Override
            public void heard(Exchange committed) {}

            @Override
            public boolean clause(int turn, String clause) {
                return true;
            }
        };

        /** The turn is on record, and its answer is about to be worded. Not told where nobody words it. */
        void heard(Exchange committed);

        /** Whether more is wanted. */
        boolean clause(int turn, String clause);
    }

    private final Training training;
    private final SpokenTurns spokenTurns;
    private final Wording wording;
    private final Models models;
    private final Background background;
    private final TrainingSettings settings;

    @Autowired
    Delivery(
            Training training,
            SpokenTurns spokenTurns,
            Wording wording,
            ObjectProvider<Models> models,
            Background background,
            TrainingSettings settings) {
        this(training, spokenTurns, wording, models.getIfAvailable(() -> Models.NONE), background, settings);
    }

    Delivery(
            Training training,
            SpokenTurns spokenTurns,
            Wording wording,
            Models models,
            Background background,
            TrainingSettings settings) {
        this.training = training;
        this.spokenTurns = spokenTurns;
        this.wording = wording;
        this.models = models;
        this.background = background;
        this.settings = settings;
    }

    /** Whether a model has the word in that organisation. */
    boolean isWorded(OrganisationId organisation) {
        return models.language(organisation, Purpose.TALK).isPresent();
    }

    Exchange say(
            SignedIn who,
            TrainingSessionId id,
            @Nullable UUID holder,
            Spoken spoken,
            @Nullable String requestKey,
            Listener listener) {
        Optional<LanguageModel> model = models.language(who.organisation(), Purpose.TALK);
        if (model.isPresent() && spokenTurns.isForeign(who, id) && !spokenTurns.isTaken(id, requestKey)) {
            Exchange opening = start(who, id, holder);
            if (!opening.session().isOver()) {
                return interpreted(who, opening, holder, spoken, requestKey, model.get(), listener);
            }
        }
        return worded(who, training.say(who, id, holder, spoken, requestKey), spoken.cutIn(), listener);
    }

    /** Into the room. In the scenario's own language the first words are the author's. */
    Exchange start(SignedIn who, TrainingSessionId id, @Nullable UUID holder) {
        Exchange opening = training.start(who, id, holder);
        return opening.turns().isEmpty() || !isWorded(who.organisation()) || !spokenTurns.isForeign(who, id)
                ? opening
                : worded(who, opening, null, Listener.NOBODY);
    }

    /**
     * A turn in a language without words of our own. The model understands it first; what it understood is decided on and
     * committed before any of its words is heard. Where that ends the conversation, the last words are found before the commit,
     * since they are judged from then on.
     */
    private Exchange interpreted(
            SignedIn who,
            Exchange before,
            @Nullable UUID holder,
            Spoken spoken,
            @Nullable String requestKey,
            LanguageModel model,
            Listener listener) {
        TrainingSession session = before.session();
        TrainingSessionId id = session.id();
        Actor actor = spokenTurns.rehearsed(who, id);
        List<Turn> soFar = new ArrayList<>(spokenTurns.standing(who, id).turns().stream()
                .map(turn -> turn.marked().turn())
                .toList());
        int turn = soFar.size();
        soFar.add(new Turn(turn, session.casting().seat().person(), spoken.text()));
        Committing committing =
                new Committing(actor, spoken, listener, how -> training.say(who, id, holder, how, requestKey));
        try {
            Worded worded = answered(wording.interpret(
                    new Scoped(model, who.organisation(), who.person()),
                    actor.offer(),
                    session.casting().language(),
                    soFar,
                    session.casting().seed() + turn,
                    settings.patience(),
                    committing,
                    clause -> listener.clause(turn + 1, clause)));
            Exchange said = committing.done(worded.text());
            PlayedTurn kept = spokenTurns.delivered(who, id, turn + 1, spoken.cutIn(), worded, List.of());
            List<PlayedTurn> turns = new ArrayList<>(before.turns());
            turns.addAll(said.turns());
            turns.set(turns.size() - 1, kept);
            return new Exchange(said.session(), turns);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return committing.said().orElseThrow(() -> NotHeard.because(Interpreted.Why.UNREACHABLE));
        }
    }

    private static Worded answered(Interpreted interpreted) {
        return switch (interpreted) {
            case Interpreted.Answered(Worded worded) -> worded;
            case Interpreted.NotUnderstood(Interpreted.Why why) -> throw NotHeard.because(why);
        };
    }

    /** Decides on a turn that was understood, and commits it; at once, unless the last words are still to be found. */
    private static final class Committing implements Wording.Mind {
        private final Actor actor;
        private final Spoken spoken;
        private final Listener listener;
        private final Function<Spoken, Exchange> commit;
        private @Nullable Understood understood;
        private @Nullable Exchange said;

        Committing(Actor actor, Spoken spoken, Listener listener, Function<Spoken, Exchange> commit) {
            this.actor = actor;
            this.spoken = spoken;
            this.listener = listener;
            this.commit = commit;
        }

        @Override
        public Cue hear(Understood how) {
            understood = how;
            actor.hear(spoken.text(), how);
            if (actor.ending().isEmpty()) {
                Exchange committed = commit.apply(spoken.understood(how, null));
                said = committed;
                listener.heard(committed);
            }
            return actor.cue();
        }

        Exchange done(String lastWords) {
            Exchange committed = said;
            if (committed == null) {
                Understood how = understood;
                committed = commit.apply(how == null ? spoken : spoken.understood(how, lastWords));
                said = committed;
            }
            return committed;
        }

        Optional<Exchange> said() {
            return Optional.ofNullable(said);
        }
    }

    private Exchange worded(SignedIn who, Exchange said, @Nullable String cutIn, Listener listener) {
        Cue cue = said.cue();
        PlayedTurn answer = said.answer();
        Optional<LanguageModel> model = models.language(who.organisation(), Purpose.TALK);
        if (cue == null || answer == null || said.session().isOver() || model.isEmpty()) {
            return said;
        }
        listener.heard(said);
        if (cutIn != null) {
            listener.clause(answer.i(), cutIn);
        }
        TrainingSessionId id = said.session().id();
        List<Turn> soFar = spokenTurns.standing(who, id).turns().stream()
                .map(turn -> turn.marked().turn())
                .filter(turn -> turn.i() < answer.i())
                .toList();
        String language = said.session().casting().language();
        List<Passage> passages = soFar.isEmpty()
                ? List.of()
                : background.of(who.organisation(), soFar.getLast().text(), language);
        try {
            Worded worded = wording.word(
                    new Scoped(model.get(), who.organisation(), who.person()),
                    cue.knowing(passages.stream().map(Passage::text).toList()),
                    language,
                    soFar,
                    said.session().casting().seed() + answer.i(),
                    settings.patience(),
                    clause -> listener.clause(answer.i(), clause));
            PlayedTurn kept = spokenTurns.delivered(who, id, answer.i(), cutIn, worded, Background.sources(passages));
            List<PlayedTurn> turns = new ArrayList<>(said.turns());
            turns.set(turns.size() - 1, kept);
            return new Exchange(said.session(), turns);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return said; // the house shuts down; the built-in words stand
        }
    }

    /** The model is asked on a thread of its own, and what it does there it does for this organisation. */
    private record Scoped(LanguageModel model, OrganisationId organisation, PersonId person) implements LanguageModel {

        @Override
        public String id() {
            return model.id();
        }

        @Override
        public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
            try {
                return OrganisationScope.within(organisation, person, () -> model.answer(prompt, sink));
            } catch (ModelFailed | InterruptedException | RuntimeException | Error known) {
                throw known;
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
