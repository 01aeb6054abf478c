package dev.emovox.artifacts;

import java.util.regex.Pattern;

/**
 * What sort of artefact a stage makes; decides the folder, extension and media type of the object.
 *
 * @param name folder below {@code artifacts/}: lower-case letters, digits and hyphens
 * @param mediaType RFC 6838 media type
 * @param extension with its dot, for example {@code .parquet}; may be empty
 * @param schemaVersion version of the format inside, from 1
 */
public record ArtifactKind(String name, String mediaType, String extension, int schemaVersion) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Pattern EXTENSION = Pattern.compile("(\\.[a-z0-9]+)*");

  public ArtifactKind {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of an artefact kind: " + name);
    }
    if (!EXTENSION.matcher(extension).matches()) {
      throw new IllegalArgumentException("not a file extension: " + extension);
    }
    if (mediaType.isBlank() || schemaVersion < 1) {
      throw new IllegalArgumentException("an artefact has a media type and a version from 1 up");
    }
  }

  /** A Parquet table. */
  public static ArtifactKind parquet(String name) {
    return new ArtifactKind(name, "application/vnd.apache.parquet", ".parquet", 1);
  }

  /** A JSON document. */
  public static ArtifactKind json(String name) {
    return new ArtifactKind(name, "application/json", ".json", 1);
  }

  /** A scalable picture. */
  public static ArtifactKind svg(String name) {
    return new ArtifactKind(name, "image/svg+xml", ".svg", 1);
  }

  /** Bytes of a format of our own. */
  public static ArtifactKind binary(String name) {
    return new ArtifactKind(name, "application/octet-stream", ".bin", 1);
  }

  /** The same kind with another version of the format inside. */
  public ArtifactKind version(int version) {
    return new ArtifactKind(name, mediaType, extension, version);
  }
}
