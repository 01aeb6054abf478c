package dev.emovox.inference.packaging;

import dev.emovox.domain.Digest;
import java.util.Objects;

/**
 * What a baseline was made from.
 *
 * @param manifest digest of the clips' manifest
 * @param split digest of the split
 * @param features digest of the feature table
 * @param evaluation digest of the report of its test
 * @param codeVersion version of the program that fitted it
 */
public record Provenance(
    Digest manifest, Digest split, Digest features, Digest evaluation, String codeVersion) {

  public Provenance {
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(evaluation, "evaluation");
    Objects.requireNonNull(codeVersion, "code version");
  }
}
