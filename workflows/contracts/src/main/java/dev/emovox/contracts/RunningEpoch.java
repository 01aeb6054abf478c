package dev.emovox.contracts;

/**
 * An epoch that a device works at. Its speed is {@code (clips - clipsAtStart)} a second since
 * {@code startedAtMillis}.
 *
 * @param epoch from 1
 * @param startedAtMillis when the attempt that works at it first told of itself; epoch milliseconds
 * @param clipsAtStart training clips that were done then, by earlier attempts
 * @param clips training clips done
 * @param total training clips of the epoch
 */
public record RunningEpoch(
    int epoch, long startedAtMillis, long clipsAtStart, long clips, long total) {}
