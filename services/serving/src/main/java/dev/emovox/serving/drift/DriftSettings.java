package dev.emovox.serving.drift;

import dev.emovox.drift.DriftRule;
import java.time.Duration;

/**
 * How drift is watched.
 *
 * @param enabled whether it is at all
 * @param rule windows and alarm
 * @param capacity answers that wait to be looked at; more are not looked at
 * @param interval between two looks
 */
public record DriftSettings(boolean enabled, DriftRule rule, int capacity, Duration interval) {}
