package org.sellmeapen.conversation;

/**
 * What may be shown of a counterpart's mind after a call.
 *
 * @param interest 0-100
 * @param trust 0-100
 * @param patience 0-100
 * @param mood one display word, such as {@code guarded}
 */
public record MindView(int interest, int trust, int patience, String mood) {}
