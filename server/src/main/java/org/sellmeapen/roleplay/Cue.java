package org.sellmeapen.roleplay;

/** What whoever words an answer is told, and what the words are held against and nobody outside is told. */
public record Cue(Direction direction, Confines confines) {}
