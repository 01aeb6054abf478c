package dev.emovox.adapters.augmentation;

import dev.emovox.adapters.Stores;
import dev.emovox.artifacts.ClipUploader;
import dev.emovox.audio.AudioClip;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.contracts.AugmentationRange;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.records.rows.AugmentedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Makes the copies of a range of clips and stores them. One clip and its copies are in memory at a
 * time, and the copies that are on their way to the store.
 */
final class SetMaking {
  private final Stores stores;
  private final AudioDecoder decoder;
  private final AugmentationRange range;
  private final TrainingPart part;
  private final CopyMaker maker;
  private final List<AugmentedRow> copies = new ArrayList<>();
  private final List<RejectedCopy> rejects = new ArrayList<>();

  SetMaking(Stores stores, AudioDecoder decoder, AugmentationRange range, TrainingPart part) {
    this.stores = stores;
    this.decoder = decoder;
    this.range = range;
    this.part = part;
    this.maker = new CopyMaker(range.augmentation(), range.seed(), part.voices());
  }

  /**
   * Makes them; the caller sees to it that all clips are stored before it uses the set.
   *
   * @param progress told the number of copies after each
   */
  AugmentedSet make(ClipUploader uploader, IntConsumer progress) {
    for (ManifestRow source : part.sources()) {
      copy(source, uploader, progress);
    }
    return new AugmentedSet(copies, rejects);
  }

  private void copy(ManifestRow source, ClipUploader uploader, IntConsumer progress) {
    byte[] content = stores.artifacts().read(Digest.parse(source.contentDigest()));
    AudioClip clip = null;
    for (int version = 1; version <= range.augmentation().copies(); version++) {
      try {
        clip = clip == null ? maker.prepared(decoder.decode(content).clip()) : clip;
        Copy copy = maker.make(source, clip, version);
        uploader.store(copy.digest(), copy.wav());
        copies.add(copy.rowOf(source));
      } catch (InvalidInputException e) {
        rejects.add(new RejectedCopy(source.id(), source.contentDigest(), version, e.getMessage()));
      }
      progress.accept(copies.size() + rejects.size());
    }
  }
}
