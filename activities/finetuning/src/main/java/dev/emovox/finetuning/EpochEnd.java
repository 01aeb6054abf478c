package dev.emovox.finetuning;

/**
 * Where training of an epoch ended.
 *
 * @param position after the last step that was done
 * @param complete whether that was the epoch's last; otherwise a stop was requested
 */
public record EpochEnd(EpochPosition position, boolean complete) {}
