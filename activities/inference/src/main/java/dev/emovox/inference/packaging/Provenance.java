package dev.emovox.inference.packaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.domain.Digest;
import java.util.Objects;
import java.util.Optional;

/**
 * What a baseline was made from.
 *
 * @param manifest digest of the clips' manifest
 * @param split digest of the split
 * @param features digest of the feature table
 * @param evaluation digest of the report of its test
 * @param codeVersion version of the program that fitted it
 * @param augmented digest of the set of copies of training clips that it was fitted on too
 */
public record Provenance(
    Digest manifest,
    Digest split,
    Digest features,
    Digest evaluation,
    String codeVersion,
    // Left out if empty, so that packages, and their digests, are what they were without it.
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Digest> augmented) {

  /** Of a model that was fitted on the clips alone. */
  public Provenance(
      Digest manifest, Digest split, Digest features, Digest evaluation, String codeVersion) {
    this(manifest, split, features, evaluation, codeVersion, Optional.empty());
  }

  public Provenance {
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(evaluation, "evaluation");
    Objects.requireNonNull(codeVersion, "code version");
    augmented = augmented == null ? Optional.empty() : augmented;
  }
}
