package org.sellmeapen.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How people are addressed before their names, in the languages whose script tells a name by its capital: Czech, Danish,
 * Dutch, English, Finnish, French, German, Greek, Italian, Norwegian, Polish, Portuguese, Russian, Spanish, Swedish, Turkish,
 * Vietnamese. The one place for them.
 */
final class Titles {

    /** Whether a dot stands behind it. */
    enum Dot {
        NEVER,
        MAY,
        MUST
    }

    enum Letters {
        ANY,
        /** As a small word it means something else. */
        CAPITAL,
        SMALL
    }

    record Title(String word, Dot dot, Letters letters) {}

    private static final Map<String, Title> ALL = new HashMap<>();

    static {
        add(Dot.MAY, Letters.ANY, """
                mr mrs mx dr dra prof profa sr sra srta dhr mevr mw drs mme mlle mmes hr frk hra rva sig dott mgr mudr
                judr phdr rndr δρ κα κος κον""");
        add(Dot.MAY, Letters.CAPITAL, "ms messrs pr");
        add(Dot.MUST, Letters.ANY, "ing ir avv geom inż lic κ");
        add(Dot.MUST, Letters.CAPITAL, "m fr eng");
        add(Dot.NEVER, Letters.CAPITAL, "miss sir mister herrn");
        add(Dot.NEVER, Letters.SMALL, "heer");
        add(Dot.NEVER, Letters.ANY, """
                doctor doctora doktor dokter docteur docteure doutor doutora dottor dottore dottoressa tohtori доктор доктора
                доктору доктором professor professora professeur professeure profesor profesora professore professoressa
                professori профессор profesora herr frau fräulein fru fröken frøken herra rouva neiti monsieur madame
                mademoiselle maître señor señora señorita don doña dona senhor senhora signor signore signora signorina
                ingegner avvocato sig.ra sig.na sig.re sig.ri dott.ssa prof.ssa meneer mijnheer mevrouw juffrouw pan pani pana
                panu panem panią panie paní pane panem slečna slečno г-н г-на г-ну г-ном г-жа г-жи г-же г-жу г-жой господин
                господина господину господином госпожа госпожи госпоже госпожу госпожой κύριος κύριε κύριο κυρίου κυρία
                κυρίας sayın bayan ông bà anh chị cô chú sĩ""");
    }

    /** Turkish: they stand behind a first name. */
    static final Set<String> BEHIND = Set.of("bey", "hanım", "beye", "beyi", "hanıma", "hanımı");

    /** Between a title and a name. */
    static final Set<String> DEGREES = Set.of(
            "med", "rer", "nat", "phil", "jur", "iur", "ing", "hc", "h", "c", "dent", "vet", "habil", "hab", "pol");

    /** What is sold, played or told under a title; no person. */
    private static final Set<String> PRODUCTS = Set.of(
            "dr oetker",
            "dr pepper",
            "dr martens",
            "dr scholl",
            "dr best",
            "dr beckmann",
            "dr hauschka",
            "dr who",
            "dr strange",
            "dr evil",
            "doctor who",
            "doctor strange",
            "doctor oetker",
            "mr clean",
            "mr muscle",
            "mr proper",
            "mr kipling",
            "mr coffee",
            "mr bean",
            "mr robot",
            "mr porter",
            "mr price",
            "mr right",
            "mr big",
            "mrs butterworth",
            "mrs doubtfire",
            "miss universe",
            "miss world",
            "miss america",
            "miss dior",
            "miss sixty",
            "miss saigon",
            "don julio",
            "don simón",
            "don quijote",
            "don quixote",
            "don giovanni",
            "madame tussauds",
            "frau holle",
            "monsieur bricolage",
            "pan am",
            "pan bimbo",
            "pan tadeusz",
            "pan european",
            "pan american",
            "sir speedy",
            "bà rịa",
            "bà nà",
            "bà đen",
            "cô tô",
            "anh quốc");

    /** Before these words it is bread in Spanish and Italian, and a pan in English. */
    private static final Set<String> BEFORE_BREAD = Set.of(
            "el", "un", "del", "de", "con", "su", "mi", "este", "ese", "y", "al", "il", "di", "e", "the", "a", "an",
            "frying", "sauce", "and", "or", "stick", "o", "per", "lo", "sin", "this", "that", "your");

    private static final Set<String> BREAD = Set.of("pan", "pane", "pani");

    private static final Set<String> BEFORE_ENGLAND = Set.of("tiếng", "nước", "người", "vương", "bên");

    private static final Set<String> SIZES =
            Set.of("size", "taille", "größe", "talla", "taglia", "maat", "tamanho", "storlek", "rozmiar");

    private static final Set<String> THE = Set.of("the", "a", "my", "your", "our", "his", "her", "their");

    private Titles() {}

    private static void add(Dot dot, Letters letters, String words) {
        for (String word : words.split("\\s+")) {
            ALL.put(word, new Title(word, dot, letters));
        }
    }

    /** @param word as it is written */
    static @Nullable Title of(String word, String small) {
        Title title = ALL.get(small);
        if (title == null) {
            return null;
        }
        boolean capital = Character.isUpperCase(word.codePointAt(0));
        // Wholly in capitals they are something else: MS Office, an HR department.
        boolean shouted = word.length() > 1 && word.equals(word.toUpperCase(java.util.Locale.ROOT));
        boolean fits = switch (title.letters()) {
            case ANY -> true;
            case CAPITAL -> capital;
            case SMALL -> !capital;
        };
        return fits && !shouted ? title : null;
    }

    static boolean isOne(String small) {
        return ALL.containsKey(small);
    }

    /**
     * Whether it means a person there.
     *
     * @param before the word before it, in small letters; empty for none
     * @param next the word behind it, in small letters
     */
    static boolean means(Title title, String before, boolean dotted, String next) {
        if (PRODUCTS.contains(title.word() + " " + next)) {
            return false;
        }
        if (BREAD.contains(title.word())) {
            return !BEFORE_BREAD.contains(before);
        }
        return switch (title.word()) {
            case "anh" -> !BEFORE_ENGLAND.contains(before);
            // Not the second of two initials, and not a shirt's.
            case "m" -> (before.length() != 1 || "àa".contains(before)) && !SIZES.contains(before);
            default -> !dotted || !THE.contains(before); // ask your Dr. Tomorrow is fine
        };
    }
}
