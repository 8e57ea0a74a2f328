package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VoicesTests {

    private static final Pattern NAME = Pattern.compile("^persona:\\s*\\n\\s+name: (.+)$", Pattern.MULTILINE);

    @Test
    void thePeopleOfTheLibrarySoundDifferent() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../content/scenarios"))) {
            List<VoiceChoice> voices = files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(VoicesTests::persona)
                    .map(name -> Voices.of(name, "en"))
                    .toList();
            assertThat(voices).hasSizeGreaterThanOrEqualTo(13).doesNotHaveDuplicates();
            assertThat(voices.stream().map(VoiceChoice::voice).distinct()).hasSizeGreaterThanOrEqualTo(6);
        }
    }

    private static String persona(Path file) {
        try {
            Matcher matcher = NAME.matcher(Files.readString(file));
            assertThat(matcher.find()).as(file.toString()).isTrue();
            return matcher.group(1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPersonKeepsTheVoiceFromReleaseToReleaseAndInEveryLanguage() {
        VoiceChoice nora = Voices.of("Nora Felding", "en");
        assertThat(nora).isEqualTo(PINNED);
        assertThat(Voices.of(" nora felding ", "de")).isEqualTo(nora);
    }

    /** Written down once; a change here changes how everybody sounds. */
    private static final VoiceChoice PINNED = new VoiceChoice("voice-1", 1.0, 0.94);
}
