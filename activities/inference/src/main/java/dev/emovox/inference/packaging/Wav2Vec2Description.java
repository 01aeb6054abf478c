package dev.emovox.inference.packaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TemperatureScaling;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Version 2 of {@code package.json}: a network that hears the samples themselves, as a Hugging Face
 * checkpoint.
 *
 * @param format {@link PackageDescription#FORMAT}
 * @param version {@link #VERSION}
 * @param kind {@link #KIND}
 * @param labels the ordered classes, the same as in the checkpoint's configuration
 * @param files the other files
 * @param provenance where the weights come from
 * @param calibration how logits become calibrated probabilities; empty if it was made without
 * @param seal digest of this document with null in place of the seal
 */
public record Wav2Vec2Description(
    String format,
    int version,
    String kind,
    LabelSet labels,
    List<PackagedFile> files,
    CheckpointProvenance provenance,
    // Left out if empty, so that packages, and their digests, are what they were without it.
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<TemperatureScaling> calibration,
    Digest seal)
    implements PackageDescription {
  /** The version of this form. */
  public static final int VERSION = 2;

  /** The kind of every model that is described so. */
  public static final String KIND = "wav2vec2";

  public Wav2Vec2Description {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(labels, "labels");
    files = List.copyOf(files);
    Objects.requireNonNull(provenance, "provenance");
    calibration = calibration == null ? Optional.empty() : calibration;
  }

  /** A description that is to be written. */
  public static Wav2Vec2Description of(
      LabelSet labels, List<PackagedFile> files, CheckpointProvenance provenance) {
    return new Wav2Vec2Description(
        FORMAT, VERSION, KIND, labels, files, provenance, Optional.empty(), null);
  }

  /** The same description of other files. */
  public Wav2Vec2Description withFiles(List<PackagedFile> others) {
    return new Wav2Vec2Description(
        format, version, kind, labels, others, provenance, calibration, seal);
  }

  /** The same description with a calibration, or without. */
  public Wav2Vec2Description withCalibration(Optional<TemperatureScaling> other) {
    return new Wav2Vec2Description(format, version, kind, labels, files, provenance, other, seal);
  }

  @Override
  public Wav2Vec2Description withSeal(Digest newSeal) {
    return new Wav2Vec2Description(
        format, version, kind, labels, files, provenance, calibration, newSeal);
  }
}
