package dev.emovox.wav2vec2.hub;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.wav2vec2.hub.transfer.FileDigest;
import dev.emovox.wav2vec2.hub.transfer.HubFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * One commit of a repository on this machine. Its list of files, {@code hub.json}, is written last:
 * where it is, the checkpoint is whole.
 */
final class CachedCheckpoint {
  private static final String LIST = "hub.json";
  private static final int LARGEST_LIST = 1 << 20;
  private static final SnakeCaseJson JSON = new SnakeCaseJson();

  private final Path folder;

  CachedCheckpoint(Path folder) {
    this.folder = folder;
  }

  /** The content of {@code hub.json}. */
  private record FileList(String licence, List<Entry> files) {
    List<HubFile> listed() {
      return files.stream().map(Entry::file).toList();
    }
  }

  private record Entry(String name, long bytes, FileDigest.Kind kind, String digest) {
    static Entry of(HubFile file) {
      return new Entry(file.name(), file.bytes(), file.digest().kind(), file.digest().hex());
    }

    HubFile file() {
      return new HubFile(name, bytes, new FileDigest(kind, digest));
    }
  }

  Path folder() {
    return folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Whether all files are there with the right content; reads them. */
  boolean isWhole() {
    return list().map(list -> list.listed().stream().allMatch(this::holds)).orElse(false);
  }

  /** The licence that the model's card named; empty if it named none. */
  String licence() {
    return list().map(FileList::licence).orElse("");
  }

  private Optional<FileList> list() {
    Path list = file(LIST);
    try {
      if (!Files.exists(list) || Files.size(list) > LARGEST_LIST) {
        return Optional.empty();
      }
      FileList read = JSON.read(Files.readAllBytes(list), FileList.class);
      return read.listed().isEmpty() || read.licence() == null
          ? Optional.empty()
          : Optional.of(read);
    } catch (InvalidInputException | IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Whether a file is there with the right content. */
  boolean holds(HubFile file) {
    Path path = file(file.name());
    try {
      return Files.isRegularFile(path)
          && Files.size(path) == file.bytes()
          && FileDigest.of(file.digest().kind(), path).equals(file.digest());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Bytes of a file that came already, in an earlier try. */
  long arrived(HubFile file) {
    try {
      Path part = file(file.name() + ".part");
      return Files.exists(part) ? Math.min(Files.size(part), file.bytes()) : 0;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  byte[] read(String name) {
    try {
      return Files.readAllBytes(file(name));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  void complete(String licence, List<HubFile> files) {
    byte[] list = JSON.writeIndented(new FileList(licence, files.stream().map(Entry::of).toList()));
    Path partial = file(LIST + ".part");
    try {
      Files.write(partial, list);
      Files.move(partial, file(LIST), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Bytes that the disk has left for it. */
  long room() {
    try {
      Files.createDirectories(folder);
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private InvalidInputException unusable(IOException e) {
    return new InvalidInputException(
        "The cache of checkpoints %s can't be used: %s. Check the folder and its disk, or choose another EMOVOX_HOME."
            .formatted(folder, e),
        e);
  }
}
