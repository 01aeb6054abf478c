package dev.emovox.cli.document;

import dev.emovox.cli.checkpoint.CheckpointFacts;
import dev.emovox.cli.checkpoint.ExportedModel;
import dev.emovox.cli.checkpoint.ImportedCheckpoint;
import dev.emovox.cli.checkpoint.InspectedModel;
import dev.emovox.cli.checkpoint.InspectedPackage;
import dev.emovox.domain.Digest;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.wav2vec2.checkpoint.CheckpointFile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A network as {@code model import}, {@code export} and {@code inspect} describe it.
 *
 * @param architecture {@code wav2vec2} or {@code hubert}
 * @param parameters how many numbers the model has
 * @param labels the ordered classes; empty without a classification head
 * @param head whether it has a classification head
 * @param digest the identity of the checkpoint
 * @param packageDigest the identity of the model package that it is in, or null
 * @param calibration how the package's probabilities are calibrated, or null
 * @param selfTestClips clips that every loading of the package is tested with, or null
 * @param weights {@code safetensors} or {@code pickle}
 * @param layers of the transformer
 * @param hiddenSize of the transformer
 * @param samplingRate hertz
 * @param normalize whether each clip is brought to mean 0 and variance 1
 * @param bytes size of all files
 * @param files what it consists of
 * @param ignored tensors that a classifier has no use for
 * @param address where it is: an address of S3 or a folder
 * @param sentBytes what an import had to send, or null
 * @param source where an import came from or what was exported, or null
 */
public record CheckpointDocument(
    String architecture,
    long parameters,
    List<String> labels,
    boolean head,
    Digest digest,
    Digest packageDigest,
    TemperatureScaling calibration,
    Integer selfTestClips,
    String weights,
    int layers,
    long hiddenSize,
    int samplingRate,
    boolean normalize,
    long bytes,
    List<CheckpointFile> files,
    Collection<String> ignored,
    String address,
    Long sentBytes,
    Source source) {

  /**
   * Where it came from.
   *
   * @param kind {@code folder}, {@code s3}, {@code hub}, or {@code stored} for an export
   * @param name as it was asked for
   * @param hub origin of the hub, or null
   * @param commit state of the hub's repository, or null
   * @param licence as the model's card on the hub names it, or null
   */
  public record Source(String kind, String name, String hub, String commit, String licence) {}

  /** The document of an import. */
  public static CheckpointDocument of(ImportedCheckpoint imported) {
    Source source =
        new Source(
            imported.origin().kind(),
            imported.origin().source(),
            imported.origin().hub(),
            imported.origin().commit(),
            imported.origin().licence());
    return of(imported.facts(), Optional.empty(), imported.address(), imported.sentBytes(), source);
  }

  /** The document of an export. */
  public static CheckpointDocument of(ExportedModel exported) {
    Source source = new Source("stored", exported.exported(), null, null, null);
    return of(exported.facts(), Optional.empty(), exported.folder().toString(), null, source);
  }

  /** The document of a folder. */
  public static CheckpointDocument of(InspectedModel inspected) {
    return of(inspected.facts(), inspected.packaged(), inspected.folder().toString(), null, null);
  }

  private static CheckpointDocument of(
      CheckpointFacts facts,
      Optional<InspectedPackage> packaged,
      String address,
      Long sent,
      Source source) {
    return new CheckpointDocument(
        facts.architecture(),
        facts.parameters(),
        facts.labels(),
        facts.head(),
        facts.digest(),
        packaged.map(InspectedPackage::digest).orElse(null),
        packaged.flatMap(InspectedPackage::calibration).orElse(null),
        packaged.map(InspectedPackage::selfTestClips).filter(clips -> clips > 0).orElse(null),
        facts.weights(),
        facts.layers(),
        facts.hiddenSize(),
        facts.samplingRate(),
        facts.normalize(),
        facts.bytes(),
        facts.files(),
        facts.ignored(),
        address,
        sent,
        source);
  }
}
