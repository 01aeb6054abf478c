package dev.emovox.report.data;

import dev.emovox.contracts.RegisteredVersion;
import dev.emovox.contracts.RunState;
import dev.emovox.domain.Digest;
import java.time.Instant;

/**
 * Which run a report is of.
 *
 * @param id the run
 * @param experiment name of the experiment
 * @param description what the experiment is for; null if nobody said
 * @param status how it ended; {@code running} if it has not
 * @param error one paragraph if it failed, else null
 * @param started when; null of a run that has not ended
 * @param seconds how long it took
 * @param seed all random choices derive from it
 * @param configuration digest of the experiment's text
 * @param registered the version that it registered, or null
 * @param mlflowRun the run in MLflow, or null
 * @param mlflowLink where a browser shows it, or null
 */
public record RunFacts(
    String id,
    String experiment,
    String description,
    RunState status,
    String error,
    Instant started,
    double seconds,
    long seed,
    Digest configuration,
    RegisteredVersion registered,
    String mlflowRun,
    String mlflowLink) {}
