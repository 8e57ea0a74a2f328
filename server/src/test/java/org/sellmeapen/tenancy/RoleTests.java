package org.sellmeapen.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTests {

    @Test
    void onlyAnOwnerReachesAnOwner() {
        for (Role role : Role.values()) {
            assertThat(role.reaches(Role.OWNER)).isEqualTo(role == Role.OWNER);
            assertThat(Role.OWNER.reaches(role)).isTrue();
        }
    }

    @Test
    void nobodyReachesARoleThatMayMore() {
        for (Role role : Role.values()) {
            for (Role other : Role.values()) {
                if (role.reaches(other)) {
                    assertThat(role.permissions()).containsAll(other.permissions());
                }
            }
        }
        assertThat(Role.MANAGER.reaches(Role.AUTHOR)).isFalse();
        assertThat(Role.MANAGER.reaches(Role.TRAINEE)).isTrue();
    }
}
