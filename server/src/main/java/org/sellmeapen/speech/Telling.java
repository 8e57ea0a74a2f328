package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what is told about one recording, and says of everything that is not told why. */
final class Telling {

    private static final String NO_TRANSCRIPT = "no transcript: nothing wrote down what was said";
    private static final String NOT_VERBATIM = "not-verbatim: what wrote the words down leaves hesitations out";
    private static final String IN_DIGITS = "figures are written in digits, and said in more words than these are";
    private static final String NO_SYLLABLE = "no syllable was heard";
    private static final String TWO_IN_ONE = "two speakers in one channel";
    private static final String MAYBE_TWO =
            "one channel may hold two people; one_voice (--one-voice) says that it is one";
    private static final String BUYER_ALONE = "only the buyer's channel holds speech";

    private final Scores scores;
    private final @Nullable SpeechPack pack;
    private final @Nullable Lexicon lexicon;
    private final @Nullable Said said;
    private final Voices voices;
    private final @Nullable String mixed;
    private final String noPack;
    private final List<Unmeasured> notAvailable = new ArrayList<>();

    /** Why the words of a side, by its place, are not believed. */
    private final Map<Integer, String> doubts = new HashMap<>();

    /** Why those of the whole are not. */
    private @Nullable String doubt;

    Telling(
            Scores scores,
            @Nullable SpeechPack pack,
            @Nullable Said said,
            Voices voices,
            String language,
            boolean oneVoice) {
        this.scores = scores;
        this.pack = pack;
        this.lexicon = pack == null ? null : new Lexicon(pack);
        this.said = said;
        this.voices = voices;
        this.mixed = mixed(oneVoice);
        this.noPack = "there is no language pack for " + language;
    }

    /** Why nothing may be told of one person here, or null. */
    private @Nullable String mixed(boolean oneVoice) {
        if (voices.exchange() == null && said != null && said.hasTwoSpeakers()) {
            return TWO_IN_ONE;
        }
        boolean told = oneVoice || said != null && said.tellsSpeakers();
        return voices.mayBeTwo() && !told ? MAYBE_TWO : null;
    }

    Measured measured(double seconds) {
        if (voices.silent()) {
            SpeechTimeline nothing =
                    new SpeechTimeline(Rounded.to(seconds, 2), List.of(), List.of(), List.of(), List.of());
            return new Measured(Silence.report(seconds), nothing, List.of(), Map.of());
        }
        Exchange exchange = voices.exchange();
        Voice first = exchange == null ? null : side(exchange, 0);
        Voice second = exchange == null ? null : side(exchange, 1);
        WordFigures words = wholeWords();
        Voice whole = voices.whole(words, syllablesPerWord());
        List<Voice> sides = first == null || second == null ? List.of(whole) : List.of(first, second);
        String notScored = mixed != null ? mixed : voices.buyerAlone() ? BUYER_ALONE : null;

        Voice.Pace pace = whole.pace();
        if (pace == null) {
            absent(whyNoPace(), "words_per_minute", "words_per_minute_estimated");
        }
        Double articulation = whole.articulation();
        if (articulation == null) {
            absent(NO_SYLLABLE, "articulation_syllables_per_second");
        }
        List<WordFigures.Found> fillers = words == null ? null : words.fillers();
        if (fillers == null) {
            absent(whyNoFillers(), "filler_word_count", "filler_words", "fillers_per_minute");
        }
        if (words == null || words.hedges() == null) {
            absent(words == null ? whyNoCounts() : noPack, "hedges", "boosters", "apologies");
        }
        if (words == null && pack != null && pack.charactersPerMinute() != null) {
            absent(whyNoCounts(), "characters_per_minute");
        }
        if (whole.pauses().count() == 0) {
            absent("there was no pause", "pauses.mean_s", "pauses.longest_s");
        }
        if (exchange != null && exchange.responseDelays().count() == 0) {
            absent("nobody let a quarter of a second pass", "response_delays.mean_s", "response_delays.longest_s");
        }
        Judged judged = judged(sides.getFirst(), exchange, notScored);
        Span monologue = mixed != null ? null : longest(sides);
        if (mixed != null) {
            absent(mixed, "longest_monologue_s");
        }
        if (voices.oneBecause() != null) {
            absent(
                    voices.oneBecause(),
                    "talk_ratio",
                    "interruptions",
                    "interruption_list",
                    "overlaps",
                    "response_delays");
        }
        Voice own = sides.getFirst();
        WordFigures ownWords = voices.buyerAlone() ? null : own.words();
        SpeechTimeline timeline = SpeechTimeline.of(seconds, voices, own, ownWords);
        Map<String, Double> figures = notScored != null
                ? Map.of()
                : Figures.of(own, scores, pack == null ? null : pack.pace(), exchange, judged);
        return new Measured(
                told(seconds, whole, sides, judged, words, pace, articulation, monologue),
                timeline,
                judged.findings(),
                figures);
    }

    private SpeechReport told(
            double seconds,
            Voice whole,
            List<Voice> sides,
            Judged judged,
            @Nullable WordFigures words,
            Voice.@Nullable Pace pace,
            @Nullable Double articulation,
            @Nullable Span monologue) {
        Exchange exchange = voices.exchange();
        List<WordFigures.Found> fillers = words == null ? null : words.fillers();
        return new SpeechReport(
                Rounded.to(seconds, 3),
                Rounded.to(Spans.seconds(voices.sounding()), 2),
                pace == null ? null : Rounded.to(pace.wordsPerMinute(), 1),
                pace == null ? null : pace.estimated(),
                pace == null || !pace.estimated() ? null : typicalError(whole),
                pace == null || !pace.estimated() ? null : words == null ? whyNoCounts() : IN_DIGITS,
                perMinute(words, whole),
                rounded(articulation, 2),
                fillers == null ? null : fillers.size(),
                fillers == null ? null : WordFigures.counted(fillers),
                rounded(whole.fillersPerMinute(), 1),
                words == null || words.hedges() == null ? null : WordFigures.counted(words.hedges()),
                words == null || words.boosters() == null ? null : WordFigures.counted(words.boosters()),
                words == null || words.apologies() == null ? null : WordFigures.counted(words.apologies()),
                whole.pauses(),
                exchange == null ? null : exchange.responseDelays(),
                judged.clarity(),
                judged.confidence(),
                judged.parts(),
                judged.recommendations(),
                channels(sides),
                exchange == null ? null : Rounded.to(exchange.talkRatio(), 4),
                monologue == null ? null : Rounded.to(monologue.seconds(), 2),
                exchange == null ? null : exchange.interruptions().size(),
                exchange == null ? null : interruptions(exchange),
                exchange == null ? null : overlaps(exchange),
                notAvailable);
    }

    private @Nullable Double typicalError(Voice whole) {
        Double words = whole.wordCount();
        return words == null || pack == null || pack.estimateError() == null
                ? null
                : Rounded.to(Voice.typicalError(pack.estimateError(), words), 3);
    }

    /** Characters a minute, where that is how the language counts. */
    private @Nullable Double perMinute(@Nullable WordFigures words, Voice whole) {
        return words == null || pack == null || pack.charactersPerMinute() == null || whole.minutes() <= 0
                ? null
                : Rounded.to(words.characters() / whole.minutes(), 1);
    }

    private void absent(String reason, String... names) {
        for (String name : names) {
            notAvailable.add(new Unmeasured(name, reason));
        }
    }

    private String whyNoFillers() {
        return said == null || doubt != null ? whyNoCounts() : lexicon == null ? noPack : NOT_VERBATIM;
    }

    private String whyNoCounts() {
        return doubt == null ? NO_TRANSCRIPT : doubt;
    }

    private String whyNoPace() {
        if (said != null && doubt == null) {
            return "the transcript has no words";
        }
        int syllables = syllables(voices.heard());
        String few = syllables + " syllables are too few for an estimate; it takes " + Voice.FEWEST_SYLLABLES;
        return whyNoCounts() + ", and " + (pack == null ? noPack : syllables == 0 ? NO_SYLLABLE : few);
    }

    private @Nullable Double syllablesPerWord() {
        return pack == null ? null : pack.syllablesPerWord();
    }

    /** Where those of one side do not fit, those of the whole do not either. */
    private @Nullable WordFigures wholeWords() {
        WordFigures words = said == null ? null : WordFigures.of(said, lexicon);
        if (words == null) {
            return null;
        }
        doubt = doubts.isEmpty()
                ? Fit.doubt(words.words(), words.digits(), syllables(voices.heard()), pack)
                : doubts.values().iterator().next();
        return doubt == null ? Fit.fitting(words, syllables(voices.heard()), pack) : null;
    }

    private static int syllables(List<Heard> heard) {
        return heard.stream().mapToInt(Heard::syllables).sum();
    }

    private Voice side(Exchange exchange, int channel) {
        WordFigures words = said == null || !said.tellsSpeakers()
                ? null
                : WordFigures.of(said.by(Voices.SIDES.get(channel)), lexicon);
        if (words != null) {
            String why = Fit.doubt(
                    words.words(), words.digits(), voices.heard().get(channel).syllables(), pack);
            if (why != null) {
                doubts.put(channel, why);
                words = null;
            } else {
                words = Fit.fitting(words, voices.heard().get(channel).syllables(), pack);
            }
        }
        return Voices.side(exchange, voices.heard().get(channel), channel, words, syllablesPerWord());
    }

    // --- Scores and advice ----------------------------------------------------------------------------------------

    record Judged(
            @Nullable Integer clarity,
            @Nullable Integer confidence,
            SpeechReport.Parts parts,
            List<SpeechFinding> findings) {

        List<SpeechReport.Recommendation> recommendations() {
            return findings.stream()
                    .limit(Advice.MOST)
                    .map(SpeechReport.Recommendation::of)
                    .toList();
        }
    }

    private Judged judged(Voice voice, @Nullable Exchange exchange, @Nullable String notScored) {
        String refused = notScored != null ? notScored : scores.tooLittle(voice);
        if (refused != null) {
            absent(refused, "clarity_score", "confidence_score", "parts", "recommendations");
            return new Judged(null, null, new SpeechReport.Parts(List.of(), List.of()), List.of());
        }
        SpeechPack.Pace norm = pack == null ? null : pack.pace();
        Scores.Score clarity = scored("clarity", scores.score(scores.clarity(), voice, norm));
        Scores.Score confidence = scored("confidence", scores.score(scores.confidence(), voice, norm));
        if (pack == null) {
            absent(noPack, "recommendations");
        }
        return new Judged(
                clarity.value(),
                confidence.value(),
                new SpeechReport.Parts(clarity.parts(), confidence.parts()),
                pack == null ? List.of() : Advice.of(scores, pack, voice, exchange));
    }

    private Scores.Score scored(String name, Scores.Score score) {
        List<SpeechReport.Part> missing =
                score.parts().stream().filter(p -> p.points() == null).toList();
        for (SpeechReport.Part part : missing) {
            absent(whyMissing(part), "parts." + name + "." + part.name());
        }
        if (score.value() == null) {
            int weight = missing.stream().mapToInt(SpeechReport.Part::weight).sum();
            absent("parts that weigh " + weight + " of 100 could not be measured", name + "_score");
        }
        return score;
    }

    private String whyMissing(SpeechReport.Part part) {
        return switch (part.of()) {
            case "word_confidence" -> whyNoSureness();
            case "level_wanders_db" -> "too few whole seconds of speech";
            case "words_per_minute" -> noPack;
            case "fillers_per_minute" ->
                ownDoubt() == null && said != null && pack != null && !said.verbatim() ? NOT_VERBATIM : whyNoWords();
            default -> whyNoWords();
        };
    }

    private String whyNoSureness() {
        if (said == null || ownDoubt() != null) {
            return whyNoWords();
        }
        return said.recognised()
                ? "the recogniser tells no confidence"
                : "the transcript was given: only a recogniser tells how sure it was of each word";
    }

    /** Of the side that is judged. */
    private @Nullable String ownDoubt() {
        return voices.exchange() == null ? doubt : doubts.get(0);
    }

    private String whyNoWords() {
        String own = ownDoubt();
        return own != null
                ? own
                : said == null ? NO_TRANSCRIPT : pack == null ? noPack : "the transcript does not tell who speaks";
    }

    // --- Rows -----------------------------------------------------------------------------------------------------

    private List<SpeechReport.Channel> channels(List<Voice> sides) {
        List<SpeechReport.Channel> rows = new ArrayList<>();
        Exchange exchange = voices.exchange();
        for (int c = 0; c < sides.size(); c++) {
            Voice voice = sides.get(c);
            int channel = c;
            Voice.Pace pace = voice.pace();
            WordFigures words = voice.words();
            Span longest = mixed != null ? null : voice.longestTurn();
            if (exchange != null && said != null && words == null) {
                absent(
                        doubts.getOrDefault(c, "the transcript does not tell who speaks"),
                        "channels[" + c + "].filler_word_count");
            }
            rows.add(new SpeechReport.Channel(
                    voices.firstChannel() + c,
                    voices.codeOf(c),
                    Rounded.to(voice.soundingS(), 2),
                    Rounded.to(Spans.seconds(voice.turns()), 2),
                    voice.turns().size(),
                    pace == null ? null : Rounded.to(pace.wordsPerMinute(), 1),
                    pace == null ? null : pace.estimated(),
                    rounded(voice.articulation(), 2),
                    words == null || words.fillers() == null
                            ? null
                            : words.fillers().size(),
                    voice.pauses(),
                    longest == null ? null : Rounded.to(longest.seconds(), 2),
                    exchange == null
                            ? null
                            : (int) exchange.interruptions().stream()
                                    .filter(i -> i.by() == channel)
                                    .count(),
                    rounded(voice.levelWandersDb(), 1)));
        }
        return rows;
    }

    private static @Nullable Span longest(List<Voice> sides) {
        Span longest = null;
        for (Voice side : sides) {
            Span own = side.longestTurn();
            if (own != null && (longest == null || own.seconds() > longest.seconds())) {
                longest = own;
            }
        }
        return longest;
    }

    private static List<SpeechReport.Interruption> interruptions(Exchange exchange) {
        return exchange.interruptions().stream()
                .map(i -> new SpeechReport.Interruption(
                        Rounded.to(i.span().startS(), 2),
                        Rounded.to(i.span().endS(), 2),
                        Voices.SIDES.get(i.by()).code()))
                .toList();
    }

    private static SpeechReport.Overlaps overlaps(Exchange exchange) {
        List<Span> overlaps = exchange.overlaps();
        return new SpeechReport.Overlaps(overlaps.size(), Rounded.to(Spans.seconds(overlaps), 2));
    }

    private static @Nullable Double rounded(@Nullable Double value, int digits) {
        return value == null ? null : Rounded.to(value, digits);
    }
}
