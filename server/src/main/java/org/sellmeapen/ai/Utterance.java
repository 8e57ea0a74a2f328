package org.sellmeapen.ai;

/**
 * What is to be said, as plain text: no markup, whatever stands in it.
 *
 * @param language BCP 47
 */
public record Utterance(String text, String language, VoiceChoice voice) {}
