package dev.emovox.inference;

import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;
import java.nio.file.Path;
import java.util.Map;

/** A model with everything that is needed to use it and to say where it comes from. Immutable. */
public final class ModelPackage {
  private ModelPackage() {}

  /** Packs a fitted model. Equal contents give equal bytes. */
  public static ModelPackage of(PackageContents contents) {
    return pending();
  }

  /**
   * Reads a package and verifies every byte of it.
   *
   * @throws dev.emovox.domain.InvalidInputException if anything is missing, changed, inconsistent
   *     or not known to this version of the program
   */
  public static ModelPackage read(PackageFiles source) {
    return pending();
  }

  /** The files by name, {@code package.json} among them. */
  public Map<String, byte[]> files() {
    return pending();
  }

  /** The package's identity: the digest of {@code package.json}, which holds all other digests. */
  public Digest digest() {
    return pending();
  }

  /** The kind of the model as written in configuration. */
  public String kind() {
    return pending();
  }

  /** The ordered classes. */
  public LabelSet labels() {
    return pending();
  }

  /** How a clip becomes the model's input. */
  public FeatureSettings preprocessing() {
    return pending();
  }

  /** What the model was made from. */
  public Provenance provenance() {
    return pending();
  }

  /** Writes the files into a directory, which is made if it is not there and must be empty. */
  public void write(Path directory) {
    pending();
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <R> R pending() {
    throw new UnsupportedOperationException("not written yet");
  }
}
