package org.sellmeapen.speech;

/** How words are told apart in writing. */
enum Segmentation {
    /** By spaces. */
    SPACES,
    /** Not at all: the words of the language pack are found as they stand, every other character is by itself. */
    CHARACTERS,
    /** Not at all, but the JDK has a dictionary of the language. */
    DICTIONARY
}
