package dev.emovox.adapters.network;

/**
 * An optimiser step of an epoch, as far as it is the same on every re-run; the epoch leaves a table
 * of them.
 *
 * @param step number of the step in the stage, from 1
 * @param clips that it learnt from
 * @param loss mean over its clips, before the step
 * @param gradientNorm of all gradients together, before clipping
 * @param learningRate the highest of the parameters' rates, without the head's factor
 */
public record StepRow(
    long step, int clips, double loss, double gradientNorm, double learningRate) {}
