package org.sellmeapen.media;

/** Finds peaks while it walks once through a recording; needs no more memory than the answer. */
final class PeakFinder {

    private static final float FULL_SCALE = 32768f;

    private PeakFinder() {}

    static Peaks of(SegmentReader reader, int stretches) {
        long total = reader.index.samples();
        Peaks peaks = new Peaks((double) total / Segment.RATE, Peaks.Wave.of(stretches), Peaks.Wave.of(stretches));
        int segments = reader.index.segments();
        double[][] squares = new double[2][stretches];
        for (int segment = 0; segment < segments; segment++) {
            if (reader.index.find(segment) != null) {
                reader.load(segment, segments - 1);
                long from = (long) segment * Segment.SAMPLES;
                add(peaks.rep(), squares[0], reader.rep, from, total);
                add(peaks.buyer(), squares[1], reader.buyer, from, total);
            }
        }
        roots(peaks.rep(), squares[0], total);
        roots(peaks.buyer(), squares[1], total);
        return peaks;
    }

    private static void add(Peaks.Wave wave, double[] squares, short[] samples, long from, long total) {
        int stretches = squares.length;
        int i = 0;
        int end = (int) Math.min(samples.length, total - from);
        while (i < end) {
            int stretch = (int) ((from + i) * stretches / total);
            // The first sample that belongs to the next stretch.
            int next = (int) Math.min(end, ((stretch + 1) * total + stretches - 1) / stretches - from);
            short least = 0;
            short most = 0;
            double sum = 0;
            for (; i < next; i++) {
                short sample = samples[i];
                least = sample < least ? sample : least;
                most = sample > most ? sample : most;
                sum += sample * sample;
            }
            wave.min()[stretch] = Math.min(wave.min()[stretch], least / FULL_SCALE);
            wave.max()[stretch] = Math.max(wave.max()[stretch], most / FULL_SCALE);
            squares[stretch] += sum;
        }
    }

    private static void roots(Peaks.Wave wave, double[] squares, long total) {
        for (int stretch = 0; stretch < squares.length; stretch++) {
            double samples = Math.max(1, (double) total / squares.length);
            wave.rms()[stretch] = (float) (Math.sqrt(squares[stretch] / samples) / FULL_SCALE);
        }
    }
}
