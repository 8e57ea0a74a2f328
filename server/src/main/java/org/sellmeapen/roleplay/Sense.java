package org.sellmeapen.roleplay;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.roleplay.Mind.Selling;
import org.sellmeapen.roleplay.Mind.Selling.Awaits;
import org.sellmeapen.roleplay.PersonHeard.Does;

/**
 * What a turn of the person comes to where it stands. In doubt a no is a no to what was asked, and a yes is less than an
 * order: only a plain refusal ends it, and only a plain commitment is a sale.
 */
final class Sense {

    private static final double SURE = 0.5;
    private static final int SHORT = 4;
    /** What is shorter than this is an answer, however odd. */
    private static final int LEAST = 3;
    /** Below this share of known words it has nothing to do with what is spoken of. */
    private static final double KNOWN = 0.34;
    /** So sure of a plain statement about themselves, the analyser is believed. */
    private static final double SOBER = 0.95;

    private Sense() {}

    /** @param lastWords of the seller */
    static Does of(PersonHeard heard, Selling selling, ScriptIndex index, @Nullable String lastWords) {
        Does decided = decides(heard, selling);
        if (decided != null) {
            return decided;
        }
        Does hindered = hinders(heard, selling);
        if (hindered != null) {
            return hindered;
        }
        Does wanted = wants(heard);
        if (wanted != null) {
            return wanted;
        }
        Does answered = answers(heard, selling);
        if (answered != null) {
            return answered;
        }
        return strays(heard, index, lastWords) ? Does.STRAYS : Does.TELLS;
    }

    private static @Nullable Does decides(PersonHeard heard, Selling selling) {
        boolean asked = selling.awaits == Awaits.DECISION || selling.awaits == Awaits.STEP;
        boolean mayThank = asked || selling.lastStep.startsWith("greeting/") || selling.questions == 0;
        boolean commits = heard.shows("commits") || heard.shows("commits_asking");
        boolean refuses = heard.shows("refuses") && !heard.shows("conditions");
        if (refuses && (commits || heard.shows("wants"))) {
            return Does.IS_UNSURE;
        }
        if (refuses || (heard.shows("no_thanks") && mayThank)) {
            return Does.REFUSES;
        }
        if (heard.shows("conditions") || (heard.shows("bids") && !commits)) {
            return Does.SETS_CONDITION;
        }
        if (commits) {
            return heard.shows("no") || heard.shows("declines_now") ? Does.IS_UNSURE : Does.COMMITS;
        }
        if (namesDay(heard, selling)) {
            return Does.NAMES_DAY;
        }
        boolean goes = heard.shows("leaves")
                || (isMainly(heard, Act.GOODBYE) && heard.words().count() > 1 && !heard.shows("greets"));
        return goes ? Does.LEAVES : null;
    }

    /** A day alone is one only for whoever asked for one. */
    private static boolean namesDay(PersonHeard heard, Selling selling) {
        if (heard.when() == null) {
            return false;
        }
        boolean asked = selling.awaits == Awaits.STEP || selling.awaits == Awaits.DATE;
        return asked || heard.shows("proposes_step") || heard.shows("puts_off");
    }

    private static @Nullable Does hinders(PersonHeard heard, Selling selling) {
        if (heard.objection() == Act.OBJECTION_AUTHORITY && heard.shows(SellerEar.OBJECTS)) {
            return Does.OBJECTS;
        }
        if (heard.shows("withholds")) {
            return Does.WITHHOLDS;
        }
        if (heard.shows("declines_now")) {
            return Does.DECLINES_NOW;
        }
        boolean content =
                List.of("yes", "nods", "weak_yes", "warms", "unsure").stream().anyMatch(heard::shows);
        if (heard.objection() != null && (heard.shows(SellerEar.OBJECTS) || !content)) {
            return Does.OBJECTS;
        }
        if (heard.shows("puts_off")) {
            return Does.PUTS_OFF;
        }
        boolean stalls = isMainly(heard, Act.STALL) && !heard.asks() && !selling.isExploring();
        return stalls && !content && !heard.shows("requests") && !heard.shows("no") ? Does.PUTS_OFF : null;
    }

    private static @Nullable Does wants(PersonHeard heard) {
        if (heard.shows("sees_through")) {
            return Does.SEES_THROUGH;
        }
        if (heard.shows("pauses")) {
            return Does.PAUSES;
        }
        if (heard.shows("confused") || heard.shows("lost_thread")) {
            return Does.IS_CONFUSED;
        }
        if (heard.shows("asks_why")) {
            return Does.ASKS_WHY;
        }
        if (heard.shows("asks_purpose")) {
            return Does.ASKS_PURPOSE;
        }
        if (heard.shows("requests")) {
            return Does.REQUESTS;
        }
        return heard.asks() && !heard.shows("unsure") ? Does.ASKS : null;
    }

    private static @Nullable Does answers(PersonHeard heard, Selling selling) {
        boolean yes = heard.saysYes() || (heard.shows("weak_yes") && !heard.shows("negative"));
        boolean no = heard.shows("no") || heard.shows("no_thanks");
        if (yes && no || heard.shows("unsure")) {
            return Does.IS_UNSURE;
        }
        boolean askedForWord = asksForWord(selling);
        boolean open = selling.awaits == Awaits.ANSWER;
        if (no && (heard.words().count() <= SHORT || !open)) {
            return Does.SAYS_NO;
        }
        if (heard.shows("nothing")) {
            return Does.SAYS_NO;
        }
        boolean answered = open && !heard.fits().isEmpty();
        if (yes && !answered && (askedForWord || heard.words().count() <= SHORT)) {
            return Does.AGREES;
        }
        boolean eager = heard.shows("eager") && !askedForWord;
        if ((eager || heard.shows("warms") || heard.shows("wants")) && !heard.shows("negative")) {
            return Does.WARMS;
        }
        boolean told = heard.sentences().stream()
                .anyMatch(one -> one.signs().stream().noneMatch(Set.of("yes", "nods", "weak_yes", "greets")::contains)
                        && one.words().count() > 1);
        if (heard.shows("nods") && !told) {
            return Does.NODS;
        }
        if (heard.shows("greets") && !told) {
            return Does.NODS;
        }
        boolean keen =
                heard.acts().stream().anyMatch(one -> one.act() == Act.BUYING_SIGNAL && one.confidence() >= SURE);
        return keen && !heard.shows("negative") && heard.fits().isEmpty() ? Does.WARMS : null;
    }

    /** A yes or a no is waited for. */
    private static boolean asksForWord(Selling selling) {
        return selling.awaits != Awaits.ANSWER && selling.awaits != Awaits.NOTHING;
    }

    /** Nothing in it has to do with what is spoken of, and it is not about the person's own place either. */
    private static boolean strays(PersonHeard heard, ScriptIndex index, @Nullable String lastWords) {
        if (!heard.fits().isEmpty()) {
            return false;
        }
        LanguagePack pack = index.pack();
        Set<String> content = new HashSet<>(heard.words().content(pack.stop()));
        content.removeIf(stem -> pack.isCommon(stem) || stem.length() <= 2);
        boolean ours = heard.words().stems().stream().anyMatch(pack.personSigns()::isOurs);
        boolean sober =
                heard.acts().stream().anyMatch(one -> one.act() == Act.INFORMATION && one.confidence() >= SOBER);
        boolean named = heard.words().count() <= SHORT
                && heard.sentences().stream()
                        .noneMatch(one -> pack.personSigns().states(one.plain()));
        if (heard.words().count() < LEAST || content.isEmpty() || named || ours || sober) {
            return false;
        }
        Set<String> asked = lastWords == null ? Set.of() : Words.of(lastWords).content(pack.stop());
        if (content.stream().anyMatch(stem -> pack.isNumber(stem) || asked.contains(stem))) {
            return false;
        }
        return content.stream().filter(index::knows).count() < content.size() * KNOWN;
    }

    private static boolean isMainly(PersonHeard heard, Act act) {
        if (heard.acts().isEmpty()) {
            return false;
        }
        ActReading first = heard.acts().getFirst();
        return first.act() == act && first.confidence() >= SURE;
    }
}
