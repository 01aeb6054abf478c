package dev.emovox.adapters.augmentation;

import dev.emovox.adapters.Stores;
import dev.emovox.audio.Resampler;
import dev.emovox.audio.augmentation.noise.SpeakerVoices;
import dev.emovox.audio.augmentation.noise.SpeakerVoices.SpokenClip;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.contracts.AugmentationRange;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.Digest;
import dev.emovox.domain.NoiseColour;
import dev.emovox.domain.SplitPart;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The clips of a manifest that are in a split's training part.
 *
 * @param sources those among the rows of a range
 * @param voices those of the whole part; none if nobody asks for babble
 */
record TrainingPart(List<ManifestRow> sources, SpeakerVoices voices) {

  /**
   * Reads manifest and split.
   *
   * @throws dev.emovox.domain.InvalidInputException if there is babble and one speaker alone
   */
  static TrainingPart of(AugmentationRange range, Stores stores, AudioDecoder decoder) {
    Set<String> training =
        stores.tables().rows(range.split(), SplitRow.class).stream()
            .filter(row -> row.part() == SplitPart.TRAIN)
            .map(SplitRow::id)
            .collect(Collectors.toSet());
    List<ManifestRow> sources =
        stores.manifests().rows(range.manifest(), range.firstRow(), range.endRow()).stream()
            .filter(clip -> training.contains(clip.id()))
            .toList();
    boolean babble = NoiseColour.BABBLE.isIn(range.augmentation().steps());
    List<ManifestRow> heard = babble ? stores.manifests().rows(range.manifest()) : List.of();
    List<SpokenClip> spoken =
        heard.stream()
            .filter(clip -> training.contains(clip.id()))
            .map(clip -> new SpokenClip(clip.speaker(), clip.contentDigest()))
            .toList();
    int rate = range.augmentation().sampleRate();
    SpeakerVoices voices =
        new SpeakerVoices(spoken, digest -> voice(digest, rate, stores, decoder));
    voices.requireOthers();
    return new TrainingPart(sources, voices);
  }

  private static float[] voice(String digest, int rate, Stores stores, AudioDecoder decoder) {
    byte[] content = stores.artifacts().read(Digest.parse(digest));
    return new Resampler().resample(decoder.decode(content).clip(), rate).samples();
  }
}
