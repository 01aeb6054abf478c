package dev.emovox.audit.testing;

/**
 * A place in the making of a run where something can go wrong.
 *
 * @param name for messages
 * @param <T> what is made there
 */
@SuppressWarnings("UnusedTypeParameter") // It ties a change to what is made at its step.
public record Step<T>(String name) {}
