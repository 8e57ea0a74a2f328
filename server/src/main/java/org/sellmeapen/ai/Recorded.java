package org.sellmeapen.ai;

/**
 * One answer as it was given, to be given again without any model.
 *
 * @param prompt the digest of what was asked ({@link Prompt#digest()})
 */
public record Recorded(String prompt, Answer answer) {}
