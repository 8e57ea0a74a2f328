package org.sellmeapen.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CursorAndVersionTests {

    @Test
    void aCursorComesBackAsItWent() {
        String text = Cursor.after("Zoë & Søn, 100 %", "7").text();
        assertThat(text).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.parse(text, 2)).isEqualTo(new Cursor(List.of("Zoë & Søn, 100 %", "7")));
        assertThat(Cursor.parse("", 2)).isNull();
        assertThatThrownBy(() -> Cursor.parse(text, 1)).isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> Cursor.parse("***", 1)).isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> Cursor.ofId(Cursor.after("no id").text())).isInstanceOf(NotValid.class);
    }

    @Test
    void aPageSaysThereIsANextOnlyWhenThereIs() {
        List<Integer> three = List.of(1, 2, 3);
        assertThat(Page.of(three, 3, n -> Cursor.after("" + n)).nextCursor()).isNull();
        Page<Integer> page = Page.of(three, 2, n -> Cursor.after("" + n));
        assertThat(page.items()).containsExactly(1, 2);
        assertThat(Cursor.parse(page.nextCursor(), 1)).isEqualTo(Cursor.after("2"));
    }

    @Test
    void aVersionIsReadFromWhatClientsSendAndNothingElseFits() {
        assertThat(Version.ofIfMatch(new Version(7).etag())).isEqualTo(new Version(7));
        assertThat(Version.ofIfMatch("W/\"7\"")).isEqualTo(new Version(7));
        assertThatThrownBy(() -> Version.ofIfMatch(null)).isInstanceOf(VersionMissing.class);
        assertThatThrownBy(() -> Version.ofIfMatch("*")).isInstanceOf(VersionStale.class);
        assertThatThrownBy(() -> new Version(7).mustBe(8)).isInstanceOf(VersionStale.class);
    }
}
