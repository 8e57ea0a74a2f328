package org.sellmeapen.ai.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTests {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyEndOfLineWillDo(String end) throws IOException {
        String text = "event: a" + end + "data: 1" + end + "data:2" + end + end + ": keep-alive" + end + end + "data: 3"
                + end + end;
        assertThat(read(text)).containsExactly(event("a", "1\n2"), event("", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aByteAtATimeReadsTheSame(String end) throws IOException {
        String text = "\uFEFFdata: Grüß 価 🙂" + end + end + "id: 7" + end + "retry: 10" + end + "data: x" + end + end;
        assertThat(all(new EventReader(slowly(text)))).containsExactly(event("", "Grüß 価 🙂"), event("", "x"));
    }

    @Test
    void aReturnEndsALineBeforeTheNextByteIsThere() throws IOException {
        InputStream stalls = new InputStream() {
            private final byte[] bytes = "data: now\r\r".getBytes(StandardCharsets.UTF_8);
            private int at;

            @Override
            public int read() throws IOException {
                throw new IOException("read in pieces");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (at == bytes.length) {
                    throw new IOException("it would wait here");
                }
                into[offset] = bytes[at++];
                return 1;
            }
        };
        assertThat(new EventReader(stalls).next()).isEqualTo(event("", "now"));
    }

    @Test
    void anEventWithoutDataIsNone() throws IOException {
        assertThat(read("event: a\n\ndata: 1\n\n")).containsExactly(event("", "1"));
    }

    @Test
    void theLastOneCountsWithoutItsEmptyLineButNotHalfALine() throws IOException {
        assertThat(read("data: 1\n\ndata: 2\n")).containsExactly(event("", "1"), event("", "2"));
        assertThat(read("data: 1\n\ndata: {\"half\"")).containsExactly(event("", "1"));
    }

    @Test
    void aFieldWithoutAColonAndUnknownFieldsAreNoTrouble() throws IOException {
        assertThat(read("data\nunheard: of\n\n")).containsExactly(event("", ""));
    }

    @Test
    void aLineWithoutAnEndIsGivenUp() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThatThrownBy(() -> new EventReader(endless).next()).isInstanceOf(Garbled.class);
    }

    private static List<EventReader.Event> read(String text) throws IOException {
        return all(new EventReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<EventReader.Event> all(EventReader reader) throws IOException {
        List<EventReader.Event> events = new ArrayList<>();
        for (EventReader.Event event = reader.next(); event != null; event = reader.next()) {
            events.add(event);
        }
        return events;
    }

    private static InputStream slowly(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, 1);
            }
        };
    }

    private static EventReader.Event event(String name, String data) {
        return new EventReader.Event(name, data);
    }
}
