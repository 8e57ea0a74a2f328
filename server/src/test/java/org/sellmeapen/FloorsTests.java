package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Spring Modulith accepts an upward dependency that is declared; this house does not. */
class FloorsTests {

    @Test
    void everyRoomStandsOnAFloor() {
        assertThat(House.builtRooms())
                .isNotEmpty()
                .allSatisfy(room -> assertThat(House.floor(room)).as(room).isPresent());
    }

    @Test
    void everyDependencyBetweenRoomsGoesDown() {
        List<String> wrong = new ArrayList<>();
        House.uses()
                .forEach((room, others) -> others.forEach(other -> {
                    if (House.floor(other).orElse(99) >= House.floor(room).orElse(-1)) {
                        wrong.add(room + " uses " + other);
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyDeclaredDependencyGoesDownToo() throws ClassNotFoundException {
        for (String room : House.builtRooms()) {
            ApplicationModule module =
                    Class.forName(House.ROOT + "." + room + ".package-info").getAnnotation(ApplicationModule.class);
            assertThat(module).as(room + " declares itself a module").isNotNull();
            for (String declared : module.allowedDependencies()) {
                String other = declared.split("::")[0].strip();
                if (other.equals("embeddedpg")) {
                    continue; // a library of ours under the house, not a room
                }
                assertThat(House.floor(other).orElse(99))
                        .as(room + " declares " + other)
                        .isLessThan(House.floor(room).orElse(-1));
            }
        }
    }

    @Test
    void noRoomKnowsTheSite() {
        for (JavaClass type : House.MAIN) {
            if (House.room(type).isPresent()) {
                assertThat(type.getDirectDependenciesFromSelf())
                        .as(type.getName())
                        .noneMatch(d -> d.getTargetClass().getPackageName().equals(House.ROOT));
            }
        }
    }

    @Test
    void roomsEnterEachOtherOnlyByTheFrontDoor() {
        ApplicationModules.of(SellMeAPen.class).verify();
    }
}
