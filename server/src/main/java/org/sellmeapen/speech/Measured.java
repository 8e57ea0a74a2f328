package org.sellmeapen.speech;

import java.util.List;
import java.util.Map;

/**
 * A report, and what coaching needs beside it.
 *
 * @param findings everything outside its norm, the weightiest first; of the seller's side
 * @param figures of the seller's side, by name; what could not be measured is absent
 */
public record Measured(
        SpeechReport report, SpeechTimeline timeline, List<SpeechFinding> findings, Map<String, Double> figures) {}
