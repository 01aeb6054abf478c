package dev.emovox.contracts;

/**
 * How far the approval of a promotion is.
 *
 * @param untilMillis epoch milliseconds after which silence is a rejection
 * @param fourEyes whether another than who asked must say it
 * @param agreed what was said; null while nobody said anything
 * @param by who said it, or null
 * @param reason why, or null
 * @param entry the entry that records it, or null
 */
public record ApprovalStatus(
    long untilMillis,
    boolean fourEyes,
    Boolean agreed,
    String by,
    String reason,
    RecordedEntry entry) {}
