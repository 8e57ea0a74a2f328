package org.sellmeapen.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.audio.Decoder;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.speech.Said;
import org.sellmeapen.speech.Speech;
import org.sellmeapen.speech.SpeechReport;
import org.sellmeapen.speech.Unmeasured;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "speech",
        description = {
            "Measures how something was said: pace, pauses, fillers, talk share, interruptions, clarity, confidence.",
            "Reads wav, mp3, m4a, ogg, opus, flac and webm, mono or stereo (the seller left, the buyer right); all but wav",
            "through ffmpeg. What cannot be computed is absent and named with its reason. Pace is an estimate from syllables,",
            "and fillers are not counted, without a transcript."
        })
public final class SpeechCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A recording.")
    private String file = "";

    @Option(
            names = "--transcript",
            paramLabel = "FILE",
            description = {
                "What was said, to the word, fillers included: plain text, or JSON",
                "{language?, turns:[{i, speaker, text, start_s?, end_s?}]}; - is standard input."
            })
    private @Nullable String transcript;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "BCP 47. Default: what the transcript says, else en.")
    private @Nullable String language;

    @Option(
            names = "--one-voice",
            description = {
                "One person speaks in it. Of one channel without a transcript that tells the speakers, nobody else can know:",
                "then there are no scores and no longest monologue."
            })
    private boolean oneVoice;

    @Option(names = "--json", description = "JSON instead of a page for people.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Output output;

    public SpeechCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (language != null && !language.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*")) {
            throw new ParameterException(spec.commandLine(), "--language: \"" + language + "\" is no language code.");
        }
        Said said = transcript == null ? null : said(Input.text(transcript));
        try (SampleStream recording = new Decoder().open(Path.of(file))) {
            SpeechReport report = new Speech().measure(recording, said, language == null ? "en" : language, oneVoice);
            if (json) {
                output.json(report);
            } else {
                page(report);
            }
        }
        return 0;
    }

    private Said said(String text) {
        if (text.isBlank()) {
            throw new Input.NotReadable(transcript + " has no words in it.");
        }
        if (!text.stripLeading().startsWith("{")) {
            return Said.plain(language == null ? "en" : language, text);
        }
        try {
            Transcript read = Transcripts.of(text);
            return Said.of(language == null ? read : new Transcript(read.id(), language, read.turns()));
        } catch (Input.NotReadable e) {
            throw new Input.NotReadable(transcript + ": " + e.getMessage() + ".");
        }
    }

    private void page(SpeechReport report) {
        line("%.1f s, of these %.1f s speech", report.seconds(), report.speechSeconds());
        if (report.wordsPerMinute() != null) {
            Double error = report.wordsPerMinuteTypicalError();
            if (!Boolean.TRUE.equals(report.wordsPerMinuteEstimated())) {
                line("pace %.0f words a minute", report.wordsPerMinute());
            } else {
                String off = error == null
                        ? "how far off is not known for this language"
                        : String.format(Locale.ROOT, "off by %.0f %% on average", 100 * error);
                line("pace ≈ %.0f words a minute, estimated from syllables (%s)", report.wordsPerMinute(), off);
                line("    %s", report.wordsPerMinuteEstimatedBecause());
            }
        }
        if (report.articulationSyllablesPerSecond() != null) {
            line("articulation %.1f syllables a second", report.articulationSyllablesPerSecond());
        }
        if (report.fillerWordCount() != null && report.fillerWords() != null) {
            String words = report.fillerWords().stream()
                    .map(counted -> counted.word() + " " + counted.count())
                    .collect(Collectors.joining(", "));
            line("fillers %d%s", report.fillerWordCount(), words.isEmpty() ? "" : ": " + words);
        }
        if (report.pauses() != null && report.pauses().meanS() != null) {
            line(
                    "pauses %d, mean %.2f s, longest %.2f s",
                    report.pauses().count(),
                    report.pauses().meanS(),
                    report.pauses().longestS());
        }
        if (report.talkRatio() != null) {
            line("talk share of the seller %.0f %%", 100 * report.talkRatio());
        }
        if (report.longestMonologueS() != null) {
            line("longest monologue %.1f s", report.longestMonologueS());
        }
        if (report.interruptionList() != null) {
            report.interruptionList().forEach(i -> line("interrupted by the %s at %.1f s", i.by(), i.startS()));
        }
        score("clarity", report.clarityScore(), report.parts().clarity());
        score("confidence", report.confidenceScore(), report.parts().confidence());
        for (SpeechReport.Recommendation advice : report.recommendations()) {
            SpeechReport.Moment moment = advice.moment();
            String where = moment.startS() != null
                    ? String.format(Locale.ROOT, "at %.1f s", moment.startS())
                    : "\"" + moment.quote() + "\"";
            line("practise, %s: %s", where, advice.say());
            line("    %s: %.2f, well would be %.2f", advice.formula(), advice.value(), advice.norm());
        }
        Map<String, List<String>> absent = report.notAvailable().stream()
                .collect(Collectors.groupingBy(
                        Unmeasured::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(Unmeasured::name, Collectors.toList())));
        absent.forEach((reason, names) -> line("not available: %s (%s)", String.join(", ", names), reason));
    }

    private void score(String name, @Nullable Integer score, List<SpeechReport.Part> parts) {
        if (score == null) {
            return;
        }
        line("%s %d (a practice indicator)", name, score);
        for (SpeechReport.Part part : parts) {
            if (part.points() != null) {
                line("    %4.1f/%d %s: %s %.2f", part.points(), part.weight(), part.name(), part.of(), part.value());
            }
        }
    }

    private void line(String format, @Nullable Object... values) {
        output.line(String.format(Locale.ROOT, format, values));
    }
}
