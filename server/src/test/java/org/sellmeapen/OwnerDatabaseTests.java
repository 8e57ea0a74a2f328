package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerDatabaseTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://own%40er:p%2Bw+d@db.example:5433/pen?sslmode=require",
                "jdbc:postgresql://own%40er:p%2Bw+d@db.example:5433/pen?sslmode=require",
                "jdbc:postgresql://db.example:5433/pen?user=own%40er&sslmode=require&password=p%2Bw%2Bd",
            })
    void theWaysPeopleWriteADatabaseAddressAreAllUnderstood(String text) {
        OwnerDatabase owner = OwnerDatabase.at(text);
        assertThat(owner.url()).isEqualTo("jdbc:postgresql://db.example:5433/pen?sslmode=require");
        assertThat(owner.user()).isEqualTo("own@er");
        assertThat(owner.password()).isEqualTo("p+w+d");
        assertThat(owner.toString()).doesNotContain("p+w+d");
    }

    @Test
    void portAndPasswordMayBeLeftOut() {
        OwnerDatabase owner = OwnerDatabase.at("postgres://owner@db.example/pen");
        assertThat(owner.url()).isEqualTo("jdbc:postgresql://db.example/pen");
        assertThat(owner.password()).isEmpty();
    }
}
