package dev.emovox.cli.checkpoint;

import dev.emovox.artifacts.S3Location;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.hub.HubReference;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a checkpoint is to be imported from. */
public sealed interface ImportSource {

  /** A Hugging Face folder on this machine. */
  record Folder(Path path) implements ImportSource {
    @Override
    public String toString() {
      return path.toAbsolutePath().normalize().toString();
    }
  }

  /** The objects directly below a prefix; the key has no slash at its end. */
  record Prefix(S3Location location) implements ImportSource {
    @Override
    public String toString() {
      return location.uri();
    }
  }

  /** A repository of a hub. */
  record Repository(HubReference reference) implements ImportSource {
    @Override
    public String toString() {
      return reference.toString();
    }
  }

  /**
   * Reads what a user wrote: an address of S3, a folder that is there, else a repository.
   *
   * @param revision of a repository, or null
   * @throws InvalidInputException if it is none of them, or a revision is given for another than a
   *     repository
   */
  static ImportSource parse(String text, String revision) {
    ImportSource source = parsed(text);
    if (revision == null) {
      return source;
    }
    if (source instanceof Repository repository) {
      return new Repository(repository.reference().at(revision));
    }
    throw new InvalidInputException(
        "--revision is for models of a hub, and '%s' is none.".formatted(text));
  }

  private static ImportSource parsed(String text) {
    if (text.startsWith("s3://")) {
      return new Prefix(S3Location.parse(text.replaceFirst("/+$", "")));
    }
    if (isFolder(text)) {
      return new Folder(Path.of(text));
    }
    if (HubReference.isReference(text)) {
      return new Repository(HubReference.parse(text));
    }
    throw new InvalidInputException(
        "'%s' is no folder that is there, no s3://BUCKET/PREFIX and no OWNER/NAME of a hub. Name one of these."
            .formatted(text));
  }

  private static boolean isFolder(String text) {
    try {
      return !text.isBlank() && Files.isDirectory(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
