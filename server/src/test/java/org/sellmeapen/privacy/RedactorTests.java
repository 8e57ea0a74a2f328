package org.sellmeapen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTests {

    private static final List<String> PEOPLE = List.of(
            "Anna Maria Kowalska", "Will Baker", "Sean O'Neill", "Jürgen von der Heide", "李小龙", "Zoë", "Иван Петров");
    private static final Redactor REDACTOR = Redactor.of(PEOPLE);

    private static String out(String text) {
        return REDACTOR.begin().out(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello Anna Maria Kowalska, how are you? | Hello [NAME_1], how are you?",
                "this is anna maria kowalska speaking | this is [NAME_1] speaking",
                "Kowalska's offer | [NAME_1]'s offer",
                "Will you call Will? | Will you call [NAME_1]?",
                "I will call Mr. Baker. | I will call Mr. [NAME_1].",
                "A baker needs no pen. | A baker needs no pen.",
                "Ask O'Neill or JÜRGEN VON DER HEIDE | Ask [NAME_1] or [NAME_2]",
                "Zoë and Zoë | [NAME_1] and [NAME_1]",
                "我叫李小龙。 | 我叫[NAME_1]。",
                "Меня зовут Иван. | Меня зовут [NAME_1].",
                "Write to anna.k@example.co.uk. | Write to [EMAIL_1].",
                "Call +49 (0)30 123456-78 today | Call [PHONE_1] today",
                "Call 0170 1234567 | Call [PHONE_1]",
                "It is 555-123-4567, or (555) 123 4567 | It is [PHONE_1], or [PHONE_2]",
                "Card 4111 1111 1111 1111 please | Card [CARD_1] please",
                "Card 4111 1111 1111 1111 12/27 please | Card [CARD_1] 12/27 please",
                "It is 4111 1111 1111 1111 12/27 123, yes | It is [CARD_1] 12/27 123, yes",
                "4111\u20131111\u20131111\u20131111 | [CARD_1]",
                "Call 1-415-555-2671 now | Call [PHONE_1] now",
                "Call 1 (415) 555-2671 now | Call [PHONE_1] now",
                "415-555-2671 415-555-2672 | [PHONE_1] [PHONE_2]",
                "At 10 415-555-2671 | At 10 [PHONE_1]",
                "415\u2011555\u20112671 | [PHONE_1]",
                "\u0660\u0665\u0660 \u0661\u0662\u0663 \u0664\u0665\u0666\u0667 | [PHONE_1]",
                "\uff14\uff11\uff11\uff11 1111 1111 1111 | [CARD_1]",
                "From 1999 2005 2010 2024 they sold 100 200 300 | From 1999 2005 2010 2024 they sold 100 200 300",
                "IBAN DE89 3704 0044 0532 0130 00 is mine | IBAN [IBAN_1] is mine",
                "GB82WEST12345698765432 | [IBAN_1]",
                "On 2026-03-02 we sold 1,250,000 pens for 12.50 | On 2026-03-02 we sold 1,250,000 pens for 12.50",
                "Order 4111111111111112 from 1999 to 2024 | Order 4111111111111112 from 1999 to 2024",
                "Between 100 and 200 people at 10:30 | Between 100 and 200 people at 10:30",
            })
    void takesOutWhatIsPersonalAndNothingElse(String text, String wanted) {
        assertThat(out(text)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[NAME_1]", "[name_1]", "[NAME 1]", "[NAME-1]", "[Name1]", "NAME_1", "[ NAME_1 ]", "name_1"})
    void whatAModelMadeOfAPlaceholderComesBackAllTheSame(String written) {
        Redaction redaction = REDACTOR.begin();
        redaction.out("Zoë");
        assertThat(redaction.back("Dear " + written + ", well.")).isEqualTo("Dear Zoë, well.");
    }

    @Test
    void aPlaceholderThatWasNeverGivenOutStaysAsItIs() {
        Redaction redaction = REDACTOR.begin();
        redaction.out("Zoë");
        assertThat(redaction.back("[NAME_7] and [CARD_1] and nickname_1"))
                .isEqualTo("[NAME_7] and [CARD_1] and nickname_1");
    }

    @Test
    void whoTypesAPlaceholderGetsItBackAndNobodysName() {
        Redaction redaction = REDACTOR.begin();
        String asked = redaction.out("Zoë is here") + redaction.out("say [NAME_1]");
        assertThat(asked).isEqualTo("[NAME_1] is heresay [TEXT_2]");
        assertThat(redaction.back("[TEXT_2]")).isEqualTo("[NAME_1]");
    }

    @Test
    void inJsonWhatComesBackIsEscaped() {
        Redaction redaction = Redactor.of(List.of("李\"小龙\\")).begin();
        String sent = redaction.out("李\"小龙\\");
        assertThat(sent).isEqualTo("[NAME_1]");
        assertThat(redaction.backInJson("{\"quote\":\"" + sent + "\"}")).isEqualTo("{\"quote\":\"李\\\"小龙\\\\\"}");
    }

    private static String restored(Redaction redaction, List<String> pieces) {
        StringBuilder told = new StringBuilder();
        Restoring restoring = redaction.restoring(told::append, false);
        pieces.forEach(restoring::words);
        restoring.end();
        return told.toString();
    }

    @Test
    void aPlaceholderSplitAnywhereComesBackWhole() {
        Redaction redaction = REDACTOR.begin();
        redaction.out("Zoë 0170 1234567");
        String answer = "Hi [NAME_1], I ring [PHONE_2] now. NAME_1? [NAM";
        for (int one = 0; one <= answer.length(); one++) {
            for (int two = one; two <= answer.length(); two++) {
                assertThat(restored(
                                redaction,
                                List.of(answer.substring(0, one), answer.substring(one, two), answer.substring(two))))
                        .isEqualTo("Hi Zoë, I ring 0170 1234567 now. Zoë? [NAM");
            }
        }
    }

    @Test
    void onlyWhatMayBecomeAPlaceholderIsHeldBack() {
        Redaction redaction = REDACTOR.begin();
        redaction.out("Zoë");
        StringBuilder told = new StringBuilder();
        Restoring restoring = redaction.restoring(told::append, false);
        restoring.words("Good morning, ");
        assertThat(told).hasToString("Good morning, ");
        restoring.words("[NA");
        assertThat(told).hasToString("Good morning, ");
        restoring.words("ture] loves ");
        assertThat(told).hasToString("Good morning, [NAture] loves ");
    }

    /** Thousands of texts out of awkward pieces, cut at random. */
    @Test
    void whateverGoesOutComesBackAsItWas() {
        Random chance = new Random(7);
        String[] pieces = {
            "Zoë",
            "zoë",
            "Anna Maria Kowalska",
            "Kowalska",
            "Will ",
            "will",
            "李小龙",
            "Иван",
            " ",
            ", ",
            ".",
            "\n",
            "[",
            "]",
            "[NAME_1]",
            "NAME_2",
            "name",
            "TEXT_1",
            "x",
            "_",
            "1",
            "0",
            "a@b.example",
            "+49 170 1234567",
            "0170-1234567",
            "4111 1111 1111 1111",
            "DE89370400440532013000",
            "\"",
            "\\",
            "é",
            "😀",
            "NA",
            "EMAIL_",
            "12",
            "$5.00",
            "O'Neill",
        };
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int k = chance.nextInt(12); k >= 0; k--) {
                text.append(pieces[chance.nextInt(pieces.length)]);
            }
            Redaction redaction = REDACTOR.begin();
            String sent = redaction.out(text.toString());
            assertThat(redaction.back(sent)).as(sent).isEqualTo(text.toString());
            assertThat(sent).doesNotContain(" Kowalska ").doesNotContain("a@b.example");
            int cut = chance.nextInt(sent.length() + 1);
            int again = cut + chance.nextInt(sent.length() - cut + 1);
            assertThat(restored(
                            redaction,
                            List.of(sent.substring(0, cut), sent.substring(cut, again), sent.substring(again))))
                    .as(sent)
                    .isEqualTo(text.toString());
        }
    }

    @Test
    void manyNamesCostNoMoreThanFew() {
        List<String> many = new java.util.ArrayList<>();
        for (int k = 0; k < 20_000; k++) {
            many.add("Xq" + Integer.toString(k, 26).replaceAll("\\d", "z") + " Yw"
                    + Integer.toString(k * 7, 26).replaceAll("\\d", "k"));
        }
        many.add("Zoë Stern");
        Redactor redactor = Redactor.of(many);
        String text = "A long conversation about pens with Zoë Stern. ".repeat(200);
        assertThat(redactor.begin().out(text)).isEqualTo("A long conversation about pens with [NAME_1]. ".repeat(200));
    }
}
