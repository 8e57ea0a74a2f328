package org.sellmeapen.ai.budget;

/** Of one account in one month. */
public record Spend(Account account, long takenMicros, long spentMicros, long answers) {}
