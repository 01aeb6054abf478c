package dev.emovox.orchestration;

import dev.emovox.contracts.IngestionActivities;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.IngestionRequest;
import dev.emovox.domain.LabelSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds a given number of clips, after a given behaviour had its turn. */
final class FakeIngestion implements IngestionActivities {
  final AtomicInteger attempts = new AtomicInteger();
  volatile int clips = 35;
  volatile AttemptBehaviour behaviour = attempt -> {};

  @Override
  public IngestionOutcome ingest(IngestionRequest request) {
    behaviour.on(attempts.incrementAndGet());
    return new IngestionOutcome(
        FakeArtifacts.made(request, "manifest", "rejects", "counts"),
        clips,
        2,
        new LabelSet(List.of("angry", "happy")),
        Map.of("ravdess", clips),
        List.of());
  }
}
