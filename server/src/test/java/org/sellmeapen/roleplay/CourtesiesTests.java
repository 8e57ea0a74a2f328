package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one is, and whether one has a minute, asks for nothing that a fact could answer; the same words inside a question do. */
class CourtesiesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Bonjour, ça va ? | false",
                "fr | Bonjour, ça va bien ? | false",
                "fr | Alors, ça va coûter combien ? | true",
                "es | Hola, ¿qué tal? | false",
                "es | Buenos días, ¿qué tal está? | false",
                "es | ¿Qué tal funciona la máquina de ahora? | true",
                "ja | 今お時間よろしいですか。 | false",
                "ja | お時間はありますか。 | false",
                "ja | 点検にはお時間がどのくらいかかりますか。 | true",
                "de | Guten Tag, wie geht es Ihnen? | false",
                "en | How are you today? | false",
                "en | How are you handling the night shifts? | true",
            })
    void areNoQuestionOfTheMatter(String language, String said, boolean asks) {
        assertThat(GuardLists.shipped().asks(said, language)).isEqualTo(asks);
    }
}
