package org.sellmeapen.privacy;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a telephone number by how it is written. Prices, quantities, years and orders are written in groups too: what is
 * round, runs on evenly, counts something or is called something else is none.
 */
final class Phones {

    private static final Pattern GROUPED = Pattern.compile("(?:1[-. ])?\\(?\\d{3}\\)?[-. ]{1,2}\\d{3}[-. ]\\d{4}");

    /** As countries write them, by blanks and dashes: Spain, Portugal, Poland, Czechia, Turkey, Russia, Italy, Brazil, … */
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("[67]\\d\\d[ -]\\d{3}[ -]\\d{3}"),
            Pattern.compile("9[1236]\\d[ -]\\d{3}[ -]\\d{3}"),
            Pattern.compile("[6789]\\d\\d[ -]\\d\\d[ -]\\d\\d[ -]\\d\\d"),
            Pattern.compile("[89]\\d[ -]\\d{3}[ -]\\d\\d[ -]\\d\\d"),
            Pattern.compile("[59]\\d\\d[ -]\\d{3}[ -]\\d\\d[ -]\\d\\d"),
            Pattern.compile("[78][ -]\\(?[3-9]\\d\\d\\)?[ -]\\d{3}[ -]\\d\\d[ -]\\d\\d"),
            Pattern.compile("[49]\\d\\d[ -]\\d\\d[ -]\\d{3}"),
            Pattern.compile("3[2-9]\\d[ -]\\d{7}"),
            Pattern.compile("3[2-9]\\d[ -]\\d\\d[ -]\\d\\d[ -]\\d{3}"),
            Pattern.compile("1[3-9]\\d[ -]\\d{4}[ -]\\d{4}"),
            Pattern.compile("[1-9][1-9][ -]9\\d{4}-\\d{4}"));

    private static final String NOUN =
            "(?:(?:tele)?phone|mobile|cell(?:phone)?|tel|telefon(?:o|e|u|em)?|teléfono|télé(?:phone)?|"
                    + "telefonnummer|handynummer|mobilnummer|handy|móvil|movil|portable|cellulare|telemóvel|telemovel|celular|whatsapp|"
                    + "telefoonnummer|puhelin(?:numeroni)?|numer telefonu|telefonní číslo|telefonszám|gsm|numaram|телефона?|номер телефона|"
                    + "τηλέφωνο|κινητό)";
    private static final String AT =
            "(?:call|reach|ring|text) (?:me|us|him|her) (?:at|on)|llám[ae]me al|appel(?:le|ez)-moi au|"
                    + "erreichen sie mich unter|erreichst du mich unter|ruf mich an unter|mi chiami al|chiamami al|ligue para|liga-me para";

    private static final String LINK =
            "(?:number|no|nr|numero|número|numéro|is|are|it's|es|est|ist|lautet|è|é|er|är|to|je|on|"
                    + "είναι|at|under|unter|al|au|my|mein|mi|mon|,|:|\\.|=|#|')";

    /** Said to be one, right before it. */
    private static final Pattern SAID = Pattern.compile(
            "(?:^|[^\\p{L}])(?:" + NOUN + "|" + AT + ")(?:\\s*" + LINK + "(?![\\p{L}]))*\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Said to be something else. */
    private static final Pattern ELSE = Pattern.compile(
            "(?:\\b(?:order|invoice|ref(?:erence)?|article|item|part|serial|sku|customer|account|ticket|case|vat|id|pedido|"
                    + "factura|artículo|commande|facture|référence|siren|siret|bestellung|bestellnummer|rechnung|"
                    + "rechnungsnummer|auftrag|artikel|artikelnummer|kundennummer|ordine|fattura|articolo|encomenda|fatura|"
                    + "zamówienie|zamówienia|faktura|faktury|objednávka|faktúra|factuur|lot|batch|заказ|заказа|счёт|счет|"
                    + "sipariş|tilaus|lasku)(?:\\s*(?:number|no|nr|n|numero|número|numéro|numer|číslo|номер|is|es|ist|est|[.:#°º№]))*"
                    + "|[$€£¥₽₹#№]|(?-i:\\b[A-Z]{2}))\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Set<String> UNITS = Set.of(
            "eur",
            "yen",
            "reais",
            "pesos",
            "rupees",
            "euro",
            "euros",
            "usd",
            "dollar",
            "dollars",
            "gbp",
            "pounds",
            "chf",
            "franken",
            "zł",
            "zl",
            "pln",
            "złotych",
            "kč",
            "czk",
            "korun",
            "kr",
            "kronor",
            "kroner",
            "sek",
            "nok",
            "dkk",
            "rub",
            "руб",
            "рублей",
            "tl",
            "lira",
            "inr",
            "people",
            "units",
            "pieces",
            "pcs",
            "pens",
            "users",
            "customers",
            "copies",
            "stück",
            "einwohner",
            "kunden",
            "unidades",
            "piezas",
            "personas",
            "habitantes",
            "unités",
            "pièces",
            "personnes",
            "habitants",
            "pezzi",
            "persone",
            "abitanti",
            "unidade",
            "peças",
            "pessoas",
            "sztuk",
            "osób",
            "kusů",
            "lidí",
            "stuks",
            "mensen",
            "stycken",
            "stk",
            "styk",
            "штук",
            "человек",
            "τεμάχια",
            "adet",
            "kişi",
            "kpl",
            "percent",
            "prozent",
            "km",
            "kg",
            "million",
            "millions",
            "bytes",
            "euroa",
            "bolígrafos",
            "stylos",
            "stifte",
            "penne",
            "canetas",
            "długopisów",
            "ручек",
            "views",
            "impressions");

    private Phones() {}

    /** @param written digits of ours, with what stands between them */
    static boolean isGrouped(String written) {
        return GROUPED.matcher(written).matches();
    }

    /** Whether the digits there are one that neither begins nor is grouped as numbers of telephones do everywhere. */
    static boolean has(String text, int from, int to) {
        String written = text.substring(from, to);
        String before = text.substring(Math.max(0, from - 40), from);
        if (SAID.matcher(before).find()) {
            return written.chars().filter(Character::isDigit).count() >= 8;
        }
        return SHAPES.stream().anyMatch(shape -> shape.matcher(written).matches())
                && !isEven(written)
                && !ELSE.matcher(before).find()
                && !counts(text, to);
    }

    /** Round numbers, and numbers that go on by the same step. */
    private static boolean isEven(String written) {
        int[] groups = Pattern.compile("\\D+")
                .splitAsStream(written)
                .mapToInt(Integer::parseInt)
                .toArray();
        boolean round = true;
        boolean steps = groups.length > 2;
        for (int k = 0; k < groups.length; k++) {
            round &= groups[k] % 10 == 0;
            steps &= k < 2 || groups[k] - groups[k - 1] == groups[1] - groups[0];
        }
        return round || steps || written.endsWith("000");
    }

    /** Whether something follows that is counted, or a decimal. */
    private static boolean counts(String text, int to) {
        Matcher next =
                Pattern.compile("\\G(?:[.,]\\d|\\s?[%€$£¥₽₹]|\\s?(\\p{L}+))").matcher(text);
        return next.find(to)
                && (next.group(1) == null || UNITS.contains(next.group(1).toLowerCase(java.util.Locale.ROOT)));
    }
}
