package dev.emovox.wav2vec2.hub;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.hub.transfer.HubFile;
import dev.emovox.wav2vec2.hub.transfer.TransferProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.LongConsumer;

/** Brings the files of one commit that are needed and not here. */
final class CheckpointDownload {
  /** More than any checkpoint of this architecture in double precision. */
  private static final long LARGEST_WEIGHTS = 32L << 30;

  private static final long LARGEST_DOCUMENT = 16L << 20;

  /** What else needs room on the disk meanwhile. */
  private static final long SPARE_ROOM = 64L << 20;

  private final CachedCheckpoint target;
  private final TransferProgress progress;
  private final Fetch fetch;
  private long done;
  private long total;

  CheckpointDownload(CachedCheckpoint target, TransferProgress progress, Fetch fetch) {
    this.target = target;
    this.progress = progress;
    this.fetch = fetch;
  }

  /** Brings one file. */
  interface Fetch {
    void run(HubFile file, Path path, LongConsumer arrived);
  }

  /**
   * Brings what is needed of the files that are offered.
   *
   * @param licence as the model's card names it
   * @param subject what messages call the checkpoint
   * @return bytes that came
   */
  long run(NavigableMap<String, HubFile> offered, String licence, String subject) {
    requireRoom(List.of(), subject);
    List<HubFile> needed =
        CheckpointSelection.choose(offered.keySet(), subject, name -> early(offered.get(name)))
            .stream()
            .map(offered::get)
            .toList();
    needed.forEach(file -> requireSize(file, subject));
    List<HubFile> missing = needed.stream().filter(file -> !target.holds(file)).toList();
    requireRoom(missing, subject);
    total = done + missing.stream().mapToLong(file -> file.bytes() - target.arrived(file)).sum();
    missing.forEach(this::bring);
    target.complete(licence, needed);
    return done;
  }

  /** The list of shards is needed before it is known what else is. */
  private byte[] early(HubFile index) {
    requireSize(index, index.name());
    if (!target.holds(index)) {
      total = index.bytes();
      bring(index);
    }
    return target.read(index.name());
  }

  private void bring(HubFile file) {
    fetch.run(
        file,
        target.file(file.name()),
        bytes -> {
          done += bytes;
          // A part that had to be thrown away comes again.
          total = Math.max(total, done);
          progress.at(file.name(), done, total);
        });
  }

  private static void requireSize(HubFile file, String subject) {
    long largest = file.name().endsWith(".json") ? LARGEST_DOCUMENT : LARGEST_WEIGHTS;
    if (file.bytes() > largest) {
      throw new InvalidInputException(
          "%s of %s has %d bytes, and at most %d are taken. This is no checkpoint of wav2vec 2.0 or HuBERT."
              .formatted(file.name(), subject, file.bytes(), largest));
    }
  }

  private void requireRoom(List<HubFile> missing, String subject) {
    long needed =
        missing.stream().mapToLong(file -> file.bytes() - target.arrived(file)).sum() + SPARE_ROOM;
    long room = target.room();
    if (room < needed) {
      throw new InvalidInputException(
          "%s needs %d MB in %s, which has %d MB left. Make room there, or choose another EMOVOX_HOME."
              .formatted(subject, needed >> 20, target.folder(), room >> 20));
    }
  }
}
