package org.sellmeapen.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private static final PasswordRules RULES = PasswordRules.shipped();
    private static final List<String> CONTEXT =
            List.of("r.okafor@northwind-pens.example", "Remi Okafor", "Northwind Pens");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2026!",
                "P@ssw0rd2026",
                "p4$$w0rd!!!!",
                "passwordpassword",
                "letmeinplease",
                "LetMeIn12345!",
                "123456789012",
                "111111111111",
                "121212121212",
                "qwertyuiop12",
                "1qaz2wsx3edc4rfv",
                "qwertyuiopasdf",
                "abcdefghijkl",
                "abcd1234efgh5678",
                "zxcvbnm,./123",
                "iloveyou1234",
                "iloveyou!!2026",
                "welcome12345",
                "Willkommen2026",
                "motdepasse123",
                "contraseña2026",
                "пароль123456",
                "adminadmin12",
                "administrator1",
                "changeme2026",
                "Summer2026!!",
                "liverpool1892",
                "superman12345",
                "sunshine12345",
                "correcthorsebatterystaple",
                "sellmeapen2026",
                "SellMeAPen!123",
                "Okafor123456",
                "remi.okafor12",
                "northwind2026!",
                "NorthwindPens1",
                "2026-11-22-2026",
                "michael19871987",
                "abababababab",
            })
    void whatAnybodyWouldTryFirstIsRefused(String password) {
        assertThatThrownBy(() -> RULES.check(password, CONTEXT)).isInstanceOf(PasswordTooCommon.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violet tractor hums 41",
                "nine quiet harbours glow",
                "x7Kq9w2Lm4Pz",
                "Tr0ub4dor-xk-9",
                "kettle-marsh-onward",
                "ÆsirNorðanvindur",
                "雨の日は本を読むのがいいですね",
                "gYw8-fH2p-Qs5t",
            })
    void whatNobodyWouldTryIsTaken(String password) {
        assertThatCode(() -> RULES.check(password, CONTEXT)).doesNotThrowAnyException();
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleSeeThem() {
        assertThatThrownBy(() -> RULES.check("x7Kq9w2Lm4P", CONTEXT)).isInstanceOf(PasswordTooShort.class);
        assertThatThrownBy(() -> RULES.check("😀🐙🦊🐳🦉🌵", CONTEXT)).isInstanceOf(PasswordTooShort.class);
        assertThatThrownBy(() -> RULES.check("violet tractor hums 41 ".repeat(6), CONTEXT))
                .isInstanceOf(PasswordTooLong.class);
    }
}
