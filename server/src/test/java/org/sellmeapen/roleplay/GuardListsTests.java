package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardListsTests {

    private final GuardLists lists = GuardLists.shipped();

    @Test
    void everyLanguageIsHeldAgainstEveryList() {
        Set<String> languages = lists.languages();

        assertThat(languages).hasSize(24);
        assertThat(lists.leavesRole.byLanguage().keySet()).containsAll(languages);
        assertThat(lists.coaches.byLanguage().keySet()).containsAll(languages);
        assertThat(lists.commits.byLanguage().keySet()).containsAll(languages);
        assertThat(lists.folds.byLanguage().keySet()).containsAll(languages);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sv | bra fråga! ni borde fråga mig om min budget.
            da | du burde spørge mig om budgettet.
            no | dere burde spørre meg om budsjettet.
            fi | hyvä kysymys! kysykää lisää.
            cs | dobrá otázka! ptejte se dál.
            el | καλή ερώτηση! συνεχίστε.
            he | שאלה טובה! כדאי לך לשאול עוד.
            hi | आपको मुझसे यह पूछना चाहिए।
            ar | سؤال جيد! استمر.
            th | เป็นคำถามที่ดีครับ
            vi | anh nên hỏi tôi về ngân sách.
            """)
    void praiseForTheSellingIsCoaching(String language, String text) {
        assertThat(lists.coaches.in(text, language)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sv | det låter perfekt, ni har övertygat mig. | jag är inte övertygad, det är precis det jag oroar mig för.
            da | du har overbevist mig.                   | jeg er ikke overbevist endnu.
            no | det er fantastisk.                       | du har ikke overbevist meg.
            fi | kuulostaa täydelliseltä.                 | et ole vakuuttanut minua.
            cs | přesvědčil jste mě.                      | nepřesvědčil jste mě.
            el | με έπεισες.                              | δεν με έπεισες.
            he | שכנעת אותי.                              | לא שכנעת אותי, אני צריך עוד טיפה זמן.
            ar | أقنعتني تماما.                            | لم تقنعني بعد.
            pl | przekonał mnie pan.                      | nie przekonał mnie pan.
            ru | вы меня убедили.                         | вы меня не убедили, это именно то, что меня беспокоит.
            tr | ikna oldum.                              | ikna olmadım.
            vi | anh đã thuyết phục được tôi.             | anh chưa thuyết phục được tôi.
            zh | 你说服了我。                              | 你还没有说服我。
            ja | 納得しました。                            | まだ納得していません。
            ko | 설득됐어요.                               | 아직 설득되지 않았어요.
            """)
    void givingInIsKnownFromHoldingOut(String language, String folds, String holds) {
        assertThat(lists.folds.in(folds, language)).isTrue();
        assertThat(lists.folds.in(holds, language)).isFalse();
    }
}
