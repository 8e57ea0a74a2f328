package org.sellmeapen.ai.budget;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.ShippedContent;

/**
 * List prices, as {@code content/prices.yaml} has them. They are as old as its date: whoever pays others gives their own
 * with the entry of the model.
 */
public final class PriceTable {

    record File(
            LocalDate asOf,
            String note,
            List<String> free,
            List<Line> models,
            List<SpeechLine> hear,
            List<SpeechLine> speak,
            List<RealtimeLine> realtime) {}

    /** @param usd by the minute that is heard, or by the million characters that are spoken */
    record SpeechLine(String provider, String model, double usd) {}

    /** By the million tokens. */
    record RealtimeLine(
            String provider,
            String model,
            double audioInput,
            double cachedAudioInput,
            double audioOutput,
            double textInput,
            double cachedTextInput,
            double textOutput) {}

    /** @param model names it, or begins its name */
    record Line(
            String provider,
            String model,
            double input,
            @Nullable Double cachedInput,
            double output) {}

    private final File file;

    private PriceTable(File file) {
        this.file = file;
    }

    public static PriceTable shipped() {
        return new PriceTable(ShippedContent.read("prices.yaml", File.class));
    }

    static PriceTable of(File file) {
        return new PriceTable(file);
    }

    public LocalDate asOf() {
        return file.asOf();
    }

    /** Empty where nobody wrote it down. The longest name that fits counts. */
    public Optional<Price> of(String provider, String model) {
        if (file.free().contains(provider)) {
            return Optional.of(Price.FREE);
        }
        return file.models().stream()
                .filter(line -> line.provider().equals(provider) && begins(model, line.model()))
                .max(Comparator.comparingInt(line -> line.model().length()))
                .map(line -> new Price(
                        line.input(), line.cachedInput() == null ? line.input() : line.cachedInput(), line.output()));
    }

    /** Of one minute that is heard; as {@link #of}. */
    public Optional<SpeechPrice> hearing(String provider, String model) {
        return speech(file.hear(), provider, model);
    }

    /** Of a million characters that are spoken; as {@link #of}. */
    public Optional<SpeechPrice> speaking(String provider, String model) {
        return speech(file.speak(), provider, model);
    }

    /** Of who hears and speaks in one, without who writes down what was said; as {@link #of}. */
    public Optional<RealtimePrice> realtime(String provider, String model) {
        return file.realtime().stream()
                .filter(line -> line.provider().equals(provider) && begins(model, line.model()))
                .max(Comparator.comparingInt(line -> line.model().length()))
                .map(line -> new RealtimePrice(
                        0,
                        line.audioInput(),
                        line.cachedAudioInput(),
                        line.audioOutput(),
                        line.textInput(),
                        line.cachedTextInput(),
                        line.textOutput()));
    }

    private Optional<SpeechPrice> speech(List<SpeechLine> lines, String provider, String model) {
        if (file.free().contains(provider)) {
            return Optional.of(SpeechPrice.FREE);
        }
        return lines.stream()
                .filter(line -> line.provider().equals(provider) && begins(model, line.model()))
                .max(Comparator.comparingInt(line -> line.model().length()))
                .map(line -> new SpeechPrice(line.usd()));
    }

    /** A date or a build of three digits and more may follow the name; {@code -4-6} after {@code -4} is another model. */
    private static boolean begins(String model, String name) {
        return model.equals(name)
                || (model.startsWith(name)
                        && model.substring(name.length()).matches("(-latest|-preview.*|[-@:](v\\d|\\d{3}).*)"));
    }
}
