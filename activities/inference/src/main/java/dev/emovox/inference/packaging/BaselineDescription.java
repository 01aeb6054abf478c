package dev.emovox.inference.packaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TemperatureScaling;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Version 1 of {@code package.json}: a model that is fitted on a table of features.
 *
 * @param format {@link PackageDescription#FORMAT}
 * @param version {@link #VERSION}
 * @param kind kind of the model as written in configuration
 * @param labels the ordered classes
 * @param files the other files
 * @param provenance what the model was made from
 * @param calibration how logits become calibrated probabilities; empty if it was made without
 * @param seal digest of this document with null in place of the seal
 */
public record BaselineDescription(
    String format,
    int version,
    String kind,
    LabelSet labels,
    List<PackagedFile> files,
    Provenance provenance,
    // Left out if empty, so that packages, and their digests, are what they were without it.
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<TemperatureScaling> calibration,
    Digest seal)
    implements PackageDescription {
  /** The version of this form. */
  public static final int VERSION = 1;

  public BaselineDescription {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(labels, "labels");
    files = List.copyOf(files);
    Objects.requireNonNull(provenance, "provenance");
    calibration = calibration == null ? Optional.empty() : calibration;
  }

  /** A description that is to be written. */
  public static BaselineDescription of(
      String kind, LabelSet labels, List<PackagedFile> files, Provenance provenance) {
    return new BaselineDescription(
        FORMAT, VERSION, kind, labels, files, provenance, Optional.empty(), null);
  }

  /** The same description with a calibration, or without. */
  public BaselineDescription withCalibration(Optional<TemperatureScaling> other) {
    return new BaselineDescription(format, version, kind, labels, files, provenance, other, seal);
  }

  @Override
  public BaselineDescription withSeal(Digest newSeal) {
    return new BaselineDescription(
        format, version, kind, labels, files, provenance, calibration, newSeal);
  }
}
