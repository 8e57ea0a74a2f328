package org.sellmeapen.roleplay;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.Speaker;

/** Holds a wording against what it must not say, clause by clause, before anybody reads or hears it. */
final class Guard {

    /** What is wrong with a clause, as it is noted with the turn. */
    enum Fault {
        LEAVES_ROLE,
        COACHES,
        GIVES_AWAY,
        EARLY_YES,
        OTHER_LANGUAGE,
        NOT_SPEECH,
        TOO_LONG;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Pattern STAGE = Pattern.compile("[*_#\\[\\]|(（]|^\\s*[-•]\\s|\\n\\s*\\n");
    private static final Set<Act> YES = Set.of(Act.AGREEMENT, Act.BUYING_SIGNAL);
    private static final double SURE = 0.6;

    private final Cue cue;
    private final String language;
    private final ActAnalyser analyser;
    private final GuardLists lists = GuardLists.shipped();
    private final Secrets secrets;
    private final Traces traces;
    private final String ours;
    private final boolean atHome;

    /**
     * @param language the one that is spoken
     * @param analyser of the scenario's language
     * @param traces of what whoever words it knows and must not tell
     */
    Guard(Cue cue, String language, ActAnalyser analyser, Traces traces) {
        this.traces = traces;
        this.cue = cue;
        this.language = GuardLists.primary(language);
        this.analyser = analyser;
        this.ours = plain(cue.direction().text());
        this.secrets = new Secrets(cue.confines(), this.language);
        this.atHome = this.language.equals(GuardLists.primary(cue.direction().language()));
    }

    /** @param before what was let through of this answer */
    Optional<Fault> check(String clause, String before) {
        String text = plain(clause);
        if (clause.isBlank() || STAGE.matcher(clause).find()) {
            return Optional.of(Fault.NOT_SPEECH);
        }
        if (caught(lists.leavesRole, text)) {
            return Optional.of(Fault.LEAVES_ROLE);
        }
        if (caught(lists.coaches, text)) {
            return Optional.of(Fault.COACHES);
        }
        String whole = before.isEmpty() ? clause : before + " " + clause;
        if (secrets.told(whole) || traces.in(whole)) {
            return Optional.of(Fault.GIVES_AWAY);
        }
        if (isEarlyYes(clause, text)) {
            return Optional.of(Fault.EARLY_YES);
        }
        if (lists.isForeign(clause, language)) {
            return Optional.of(Fault.OTHER_LANGUAGE);
        }
        return count(whole) > cue.direction().mostWords() ? Optional.of(Fault.TOO_LONG) : Optional.empty();
    }

    private boolean isEarlyYes(String clause, String text) {
        Confines confines = cue.confines();
        if (!confines.buys() || confines.commits()) {
            return false;
        }
        if (caught(lists.commits, text)) {
            return true;
        }
        return !confines.agrees() && (caught(lists.folds, text) || (atHome && agrees(clause, text)));
    }

    /** A second witness beside the lists. */
    private boolean agrees(String clause, String text) {
        return !ours.contains(text.strip())
                && analyser.read(Speaker.BUYER, clause, null).stream()
                        .limit(1)
                        .anyMatch(reading -> YES.contains(reading.act()) && reading.confidence() >= SURE);
    }

    /** Our own words may say it: what the scenario's author wrote is no slip of a model. */
    private boolean caught(GuardLists.Phrases phrases, String text) {
        return phrases.in(text, language) && !ours.contains(text.strip());
    }

    /** Whether the wording says what this point says; of another language only the built-in words would know. */
    boolean conveys(String wording, Direction.Point point) {
        if (!atHome) {
            return true;
        }
        if (!Secrets.numbers(wording).containsAll(Secrets.numbers(point.text()))) {
            return false;
        }
        Set<String> wanted =
                Words.of(point.text()).content(cue.confines().pack().stop());
        Set<String> said = new HashSet<>(Words.of(wording).stems());
        long hits = wanted.stream().filter(said::contains).count();
        boolean asks = point.text().endsWith("?") && wording.contains("?");
        return wanted.isEmpty() || hits >= wanted.size() * (asks ? 0.2 : 0.3);
    }

    static int count(String text) {
        // Scripts without spaces: two signs are about a word.
        long dense = text.codePoints()
                .filter(c -> Character.isIdeographic(c)
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.THAI)
                .count();
        return text.isBlank() ? 0 : text.strip().split("\\s+").length + (int) (dense / 2);
    }

    private static String plain(@Nullable String text) {
        return text == null
                ? ""
                : text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'');
    }
}
