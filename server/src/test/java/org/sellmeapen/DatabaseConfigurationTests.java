package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseConfigurationTests {

    @Test
    void everyNodeFindsTheSameRoleAndNoneLocksAnotherOut() throws SQLException {
        AppRole first = AppRole.ensure(TestDatabase.OWNER);
        try (Connection open = connect(first)) {
            AppRole second = AppRole.ensure(TestDatabase.OWNER);
            assertThat(second).isEqualTo(first);
            try (Connection another = connect(first)) {
                assertThat(another.isValid(1)).isTrue();
            }
            assertThat(open.isValid(1)).isTrue();
        }
        assertThat(first.toString()).doesNotContain(first.password());
    }

    @Test
    void theRoleMakesNothingInTheDatabase() throws SQLException {
        try (Connection connection = connect(AppRole.ensure(TestDatabase.OWNER))) {
            assertThatThrownBy(() -> connection.createStatement().execute("create table public.mine (x int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static Connection connect(AppRole role) throws SQLException {
        return DriverManager.getConnection(TestDatabase.OWNER.url(), role.name(), role.password());
    }
}
