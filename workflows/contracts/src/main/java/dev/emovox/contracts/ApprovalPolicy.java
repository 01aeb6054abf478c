package dev.emovox.contracts;

/**
 * That a person must agree.
 *
 * @param fourEyes whether it must be another than who asked for the promotion
 * @param withinSeconds after which silence is a rejection
 */
public record ApprovalPolicy(boolean fourEyes, long withinSeconds) {}
