package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the clips of an epoch become optimiser steps.
 *
 * @param clips most clips in one forward pass
 * @param seconds most seconds of audio in one forward pass, a single longer clip excepted
 * @param accumulation forward passes whose gradients make one step
 * @param bucketing whether clips of similar length share a batch, which saves padding; batches are
 *     random either way
 */
public record BatchSettings(
    int clips,
    @JsonProperty(defaultValue = "120.0") double seconds,
    @JsonProperty(defaultValue = "1") int accumulation,
    @JsonProperty(defaultValue = "true") boolean bucketing) {}
