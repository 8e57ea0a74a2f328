package org.sellmeapen.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How people say who they are, before their names; only what is said for hardly anything else. */
final class Introductions {

    /** How sure it is that a name follows. */
    enum Proof {
        /** Nothing else follows. */
        NAME,
        /** As that, but it must open its sentence. */
        OPENING,
        /** Much else may follow: what stands behind the name must look like it. */
        SAID,
        /** Things too are shown so: a greeting stands before it, or where they come from behind it. */
        SHOWN,
        /** A noun may follow: as SHOWN, and of two words unless it was greeted. */
        SHOWN_TWICE,
        /** A greeting stands before it, or that they speak behind it. */
        GREETED
    }

    /** @param words in small letters, the last first */
    record Cue(List<String> words, Proof proof) {}

    private static final Map<String, List<Cue>> BY_LAST = new HashMap<>();

    static {
        add(Proof.NAME, """
                my name is, my name's, name's, my full name is, mein name ist, mein name lautet, ich heiße, ich heisse,
                hier spricht, je m'appelle, je me nomme, mon nom est, me llamo, mi nombre es, le habla, meu nome é, me chamo,
                chamo-me, o meu nome é, aqui fala o, aqui fala a, mi chiamo, mio nome è, mijn naam is, ik heet, spreekt met,
                jag heter, mitt namn är, namnet är, jeg hedder, mit navn er, jeg heter, mitt navn er, navnet mitt er,
                nimeni on, nazywam się, mam na imię, moje nazwisko to, moje imię to, z tej strony, jmenuji se, jmenuju se,
                mé jméno je, moje jméno je, u telefonu, меня зовут, моё имя, мое имя, моя фамилия, με λένε, ονομάζομαι,
                λέγομαι, όνομά μου είναι, benim adım, ismim, tên là, tên tôi là, tôi là""");
        add(Proof.OPENING, "adım");
        add(Proof.SAID, """
                i'm, i am, je suis, soy, sou o, sou a, eu sou, io sono, ik ben, jag är, jeg er, είμαι ο, είμαι η""");
        add(Proof.SHOWN, """
                this is, aqui é o, aqui é a, det här är""");
        add(Proof.GREETED, "it's, it is, c'est, det er, det är, это");
        add(Proof.SHOWN_TWICE, """
                hier ist, ich bin, hier, ici, moi c'est, sono, parla, habla, fala o, fala a, met, mówi, tu, ben""");
        BY_LAST.values()
                .forEach(cues ->
                        cues.sort(Comparator.comparingInt(cue -> -cue.words().size())));
    }

    static final Set<String> GREETINGS = Set.of(
            "hello",
            "yeah",
            "yep",
            "hi",
            "hey",
            "morning",
            "afternoon",
            "evening",
            "hallo",
            "tag",
            "moin",
            "servus",
            "bonjour",
            "bonsoir",
            "allô",
            "hola",
            "buenas",
            "días",
            "tardes",
            "olá",
            "dia",
            "tarde",
            "ciao",
            "salve",
            "buongiorno",
            "buonasera",
            "pronto",
            "goedemorgen",
            "goedemiddag",
            "hej",
            "hei",
            "goddag",
            "здравствуйте",
            "добрый",
            "привет",
            "алло",
            "abend",
            "yes",
            "alô",
            "dobry",
            "cześć",
            "halo",
            "merhaba",
            "goedenavond");

    static final Set<String> SPEAKING = Set.of("calling", "speaking", "here");

    /** Behind a name: whom they are of, and that it is they who speak. */
    static final Set<String> WHENCE = Set.of(
            "from",
            "calling",
            "speaking",
            "here",
            "von",
            "vom",
            "aus",
            "am",
            "bei",
            "de",
            "du",
            "chez",
            "à",
            "da",
            "do",
            "di",
            "della",
            "del",
            "dal",
            "van",
            "från",
            "fra",
            "из",
            "hier",
            "z",
            "ze");

    /** What else may stand behind one. */
    static final Set<String> BEHIND = Set.of(
            "and", "with", "of", "at", "i", "your", "the", "a", "an", "nice", "und", "et", "y", "e", "en", "och", "og",
            "και", "from", "by", "la", "le", "el", "il", "o", "votre", "tu", "su", "den", "det", "på", "från", "fra",
            "απο", "από");

    /** What is said behind one's name when one takes a call. */
    static final Set<String> ON_THE_LINE =
            Set.of("am apparat", "z tej strony", "à l'appareil", "à l\u2019appareil", "al aparato");

    private Introductions() {}

    private static void add(Proof proof, String cues) {
        for (String cue : cues.strip().split(",\\s*")) {
            List<String> words = new ArrayList<>(List.of(cue.split("[ \\-]|'(?=[ms]$)")));
            words = words.reversed();
            BY_LAST.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(new Cue(List.copyOf(words), proof));
        }
    }

    /** Those that end with that word, the longest first. */
    static List<Cue> endingWith(String word) {
        return BY_LAST.getOrDefault(word, List.of());
    }
}
