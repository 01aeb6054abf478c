package dev.emovox.cli.document;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.StageStatus;
import java.util.List;

/** One stage of a run; {@code cache} is null until it is known. */
public record StageDocument(
    String name,
    RunState status,
    CacheUse cache,
    long done,
    long total,
    String unit,
    double seconds,
    List<OutputDocument> outputs) {

  static StageDocument of(StageStatus stage) {
    return new StageDocument(
        stage.name(),
        stage.state(),
        stage.cache(),
        stage.done(),
        stage.total(),
        stage.unit(),
        stage.seconds(),
        stage.outputs().stream().map(OutputDocument::of).toList());
  }
}
