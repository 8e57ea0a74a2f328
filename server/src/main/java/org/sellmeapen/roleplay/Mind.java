package org.sellmeapen.roleplay;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.scenarios.Level;
import tools.jackson.databind.json.JsonMapper;

/** Everything that changes in the buyer's mind during a conversation. Its JSON is the memento. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
final class Mind {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Raised when an older memento could no longer be understood. */
    static final int FORM = 1;

    int form = FORM;
    String scenario = "";
    Level level = Level.EASY;
    long seed;

    /** Index of the next turn, whoever says it. */
    int next;

    /** How many turns the seller has had. */
    int heardTurns;

    int interest;
    int trust;
    int patience;
    Phase phase = Phase.GREETING;

    /** Hidden facts that came out. */
    Set<String> facts = new TreeSet<>();

    /** Hidden facts that whoever worded the last answer was given the words of and was not to tell. */
    Set<String> handed = new TreeSet<>();

    /** How often a topic or fact was answered. */
    TreeMap<String, Integer> told = new TreeMap<>();

    /** Needs and how far they have been met: below 1 only in passing. */
    TreeMap<String, Double> met = new TreeMap<>();

    TreeMap<String, Standing> objections = new TreeMap<>();

    /** How often a rule fired, alone and with its ground. */
    TreeMap<String, Integer> fired = new TreeMap<>();

    /** What was said, as hashes of sentences. */
    Set<Integer> said = new HashSet<>();

    /** What was heard, for comparison: the content words of each turn of the seller. */
    List<Set<String>> heard = new ArrayList<>();

    /** How often the very same words were heard. */
    TreeMap<String, Integer> heardExactly = new TreeMap<>();

    /** The words heard last, and the facts they brought out: whoever is asked to say them again repeats nothing. */
    @Nullable
    String heardLast;

    Set<String> broughtOut = new TreeSet<>();

    Set<String> mentioned = new TreeSet<>();

    /** The fact or topic last spoken of. */
    @Nullable
    String subject;

    @Nullable
    String lastWords;

    /** A question of the buyer that waits for its answer. */
    @Nullable
    String asked;

    Set<String> askedBefore = new TreeSet<>();
    int statementsInARow;
    int closedInARow;
    int earlyAsks;
    int affronts;

    /** A dated step was asked for, only the date is missing. */
    boolean wantsDate;

    @Nullable
    Ending ending;

    /** Only in an AI seller. */
    @Nullable
    Selling selling;

    /** How far the AI seller has come. */
    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    static final class Selling {

        /** Steps already taken, by group and id. */
        Set<String> taken = new TreeSet<>();

        /** What the person told, in the order it was told, by group and id of the step it fits. */
        List<String> fits = new ArrayList<>();

        /** The person's own words for what a step speaks of. */
        TreeMap<String, String> quotes = new TreeMap<>();

        /** Those of them that were said back. */
        Set<String> quoted = new TreeSet<>();

        /** The figures last offered: the price and what is set against it. */
        TreeMap<String, Double> offered = new TreeMap<>();

        /** How often the person did what, by the names of {@code roleplay/selling.yaml}. */
        TreeMap<String, Integer> seen = new TreeMap<>();

        Awaits awaits = Awaits.NOTHING;

        /** The step of the last turn, by group and id, or empty. */
        String lastStep = "";

        int questions;
        int followUpsInARow;
        int nudges;
        int benefits;
        int closes;

        /** Noes to an asking, and noes in a row to anything. */
        int softNoes;

        int noesInARow;
        int deferrals;
        int odd;

        /** Turns in a row that had nothing to do with it. */
        int astray;

        /** Turns in a row in which the seller only replied. */
        int idle;

        @Nullable
        String lastClose;

        /** What the last turn of the seller asked for. */
        enum Awaits {
            NOTHING,
            ANSWER,
            YES_OR_NO,
            CONFIRMATION,
            OPINION,
            /** What stands in the way. */
            DOUBT,
            DECISION,
            /** Whether there is to be a next meeting. */
            STEP,
            DATE
        }

        int seen(String what) {
            return seen.getOrDefault(what, 0);
        }

        /** A question about the person is open, not one about the offer. */
        boolean isExploring() {
            boolean asked = awaits == Awaits.ANSWER || awaits == Awaits.YES_OR_NO || awaits == Awaits.CONFIRMATION;
            return asked && EXPLORING.contains(lastStep.split("/", 2)[0]);
        }

        private static final Set<String> EXPLORING = Set.of("greeting", "discovery", "follow_ups", "summaries");
    }

    /** Where an objection stands. */
    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    static final class Standing {
        State state = State.TO_COME;
        boolean takenIn;
        Set<Integer> points = new TreeSet<>();
        double loose;

        /** The seller's turn after which it was last said. */
        int saidAt;

        enum State {
            TO_COME,
            STANDS,
            RESOLVED
        }
    }

    List<String> standing() {
        return objections.entrySet().stream()
                .filter(entry -> entry.getValue().state == Standing.State.STANDS)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    long metNeeds() {
        return met.values().stream().filter(share -> share >= 1).count();
    }

    /** Moves one of the three, within 0-100. @return by how much it really moved */
    int move(String what, int by) {
        return switch (what) {
            case "interest" -> -interest + (interest = within(interest + by));
            case "trust" -> -trust + (trust = within(trust + by));
            case "patience" -> -patience + (patience = within(patience + by));
            default -> throw new IllegalStateException("a mind has no " + what);
        };
    }

    int of(String what) {
        return switch (what) {
            case "interest" -> interest;
            case "trust" -> trust;
            default -> patience;
        };
    }

    void remember(String exactly, Set<String> facts) {
        heardExactly.merge(exactly, 1, Integer::sum);
        heardLast = exactly;
        broughtOut = new TreeSet<>(facts);
    }

    /** These words answer it. Where they only ask to hear it again, nobody was told anything, and nothing was said before. */
    void answered(String words) {
        lastWords = words;
        if (heardLast == null || ending != null || !GuardLists.shipped().isPardon(words)) {
            return;
        }
        heardExactly.merge(heardLast, -1, (times, one) -> times + one > 0 ? times + one : null);
        if (!heard.isEmpty()) {
            heard.removeLast();
        }
        facts.removeAll(broughtOut);
        told.keySet().removeAll(broughtOut);
        subject = subject != null && broughtOut.contains(subject) ? null : subject;
        heardLast = null;
        broughtOut.clear();
    }

    String written() {
        return JSON.writeValueAsString(this);
    }

    static Mind remembered(String memento) {
        Mind mind = JSON.readValue(memento, Mind.class);
        if (mind.form != FORM) {
            throw new MementoNotUnderstood(mind.form);
        }
        return mind;
    }

    static int within(int value) {
        return Math.max(0, Math.min(100, value));
    }
}
