package dev.emovox.cli.testing;

import dev.emovox.artifacts.CheckpointOrigin;
import dev.emovox.cli.checkpoint.CheckpointFacts;
import dev.emovox.cli.checkpoint.ExportSubject;
import dev.emovox.cli.checkpoint.ExportedModel;
import dev.emovox.cli.checkpoint.ImportSource;
import dev.emovox.cli.checkpoint.ImportedCheckpoint;
import dev.emovox.cli.checkpoint.TransferListener;
import dev.emovox.cli.workplace.Checkpoints;
import dev.emovox.domain.Digest;
import dev.emovox.wav2vec2.checkpoint.CheckpointFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Knows one checkpoint, whatever is asked. */
public final class FakeCheckpoints implements Checkpoints {
  private final List<ImportSource> imported = new ArrayList<>();
  private final List<ExportSubject> exported = new ArrayList<>();

  public List<ImportSource> imported() {
    return imported;
  }

  public List<ExportSubject> exported() {
    return exported;
  }

  private static CheckpointFacts facts() {
    return new CheckpointFacts(
        "wav2vec2",
        94_572_423,
        List.of("sad", "angry"),
        true,
        Statuses.digest("checkpoint"),
        "safetensors",
        12,
        768,
        16_000,
        true,
        List.of(new CheckpointFile("config.json", Statuses.digest("config"), 1500)),
        new TreeSet<>(List.of("lm_head.bias", "lm_head.weight")));
  }

  @Override
  public ImportedCheckpoint importFrom(ImportSource source, TransferListener listener) {
    imported.add(source);
    listener.passed("fetching", "config.json", 1500, 1500);
    CheckpointOrigin origin =
        new CheckpointOrigin(
            "hub", source.toString(), "https://hub", "c".repeat(40), "mit", Instant.EPOCH, "ada");
    long sent = imported.size() == 1 ? 1500 : 0;
    return new ImportedCheckpoint(facts(), "s3://emovox/checkpoints/x/", sent, origin);
  }

  @Override
  public boolean isStored(Digest checkpoint) {
    return checkpoint.equals(facts().digest());
  }

  @Override
  public ExportedModel export(ExportSubject subject, Path folder, TransferListener listener) {
    exported.add(subject);
    listener.say("It was exported");
    return new ExportedModel(folder, "version 3", facts());
  }

  @Override
  public void close() {}
}
