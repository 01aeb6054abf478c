package dev.emovox.cli.workplace;

import dev.emovox.contracts.RunState;
import java.time.Instant;

/**
 * A run as the list of runs shows it.
 *
 * @param id the run
 * @param experiment name of the experiment
 * @param status where it stands
 * @param started when it began
 * @param seconds how long it took, or has taken so far
 */
public record RunSummary(
    String id, String experiment, RunState status, Instant started, double seconds) {}
