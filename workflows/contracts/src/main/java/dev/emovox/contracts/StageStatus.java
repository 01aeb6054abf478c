package dev.emovox.contracts;

import java.util.List;

/**
 * How far a stage is.
 *
 * @param name for example {@code features} or {@code fit random-forest on random}
 * @param state where it stands
 * @param cache whether outputs were found or made; null until known
 * @param done units of work finished
 * @param total units of work in all; zero while unknown
 * @param unit what a unit is, for example {@code clips}
 * @param startedAtMillis epoch milliseconds, zero before the start
 * @param seconds how long it took; zero while it runs, when the time since the start tells
 * @param outputs its artefacts
 */
public record StageStatus(
    String name,
    RunState state,
    CacheUse cache,
    long done,
    long total,
    String unit,
    long startedAtMillis,
    double seconds,
    List<NamedArtifact> outputs) {
  private static final double MILLIS_PER_SECOND = 1000;

  /** The same stage, ended without a result at a moment in epoch milliseconds. */
  public StageStatus stopped(RunState how, long nowMillis) {
    return new StageStatus(
        name,
        how,
        null,
        done,
        total,
        unit,
        startedAtMillis,
        (nowMillis - startedAtMillis) / MILLIS_PER_SECOND,
        outputs);
  }
}
