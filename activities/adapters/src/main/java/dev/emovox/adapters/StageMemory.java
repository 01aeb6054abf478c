package dev.emovox.adapters;

import dev.emovox.artifacts.CachedOutput;
import dev.emovox.artifacts.CachedStep;
import dev.emovox.artifacts.StepCache;
import dev.emovox.artifacts.StepKey;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.StageResult;
import dev.emovox.settings.SnakeCaseJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Does a stage's work once: what was made before, and is whole to the byte, is found again. */
public final class StageMemory {
  private final StepCache cache;
  private final SnakeCaseJson json = new SnakeCaseJson();

  /** A memory in the given cache. */
  public StageMemory(StepCache cache) {
    this.cache = cache;
  }

  /** What the stage with this key left, or else what {@code work} makes now. */
  public <T> Remembered<T> recall(StepKey key, Class<T> summaryType, Supplier<Made<T>> work) {
    return find(key, summaryType).orElseGet(() -> remember(key, work.get()));
  }

  /** What the stage with this key left, if all of it is there and unchanged. */
  public <T> Optional<Remembered<T>> find(StepKey key, Class<T> summaryType) {
    return cache
        .findStep(key)
        .map(step -> new Remembered<>(result(CacheUse.HIT, step), summary(step, summaryType)));
  }

  /**
   * The addresses of all artefacts that are noted for any key of a stage.
   *
   * @param stage name of the stage
   */
  public Set<String> namedBy(String stage) {
    return cache.recorded(stage).stream()
        .flatMap(step -> step.outputs().stream())
        .map(output -> output.artifact().uri())
        .collect(Collectors.toSet());
  }

  /** Notes what a stage made. */
  public <T> Remembered<T> remember(StepKey key, Made<T> made) {
    String summary = new String(json.write(made.summary()), StandardCharsets.UTF_8);
    CachedStep step = new CachedStep(made.outputs(), summary.strip());
    cache.record(key, step);
    return new Remembered<>(result(CacheUse.MISS, step), made.summary());
  }

  private <T> T summary(CachedStep step, Class<T> type) {
    return json.read(step.summary().getBytes(StandardCharsets.UTF_8), type);
  }

  private static StageResult result(CacheUse use, CachedStep step) {
    return new StageResult(use, step.outputs().stream().map(StageMemory::named).toList());
  }

  private static NamedArtifact named(CachedOutput output) {
    return new NamedArtifact(output.name(), output.artifact());
  }

  /**
   * What a stage made.
   *
   * @param outputs its artefacts, stored
   * @param summary what callers need without opening an artefact; may be null
   */
  public record Made<T>(List<CachedOutput> outputs, T summary) {}

  /**
   * What a stage left, now or earlier.
   *
   * @param stage the artefacts and whether they were found
   * @param summary as it was made
   */
  public record Remembered<T>(StageResult stage, T summary) {}
}
