package dev.emovox.wav2vec2.training;

import dev.emovox.wav2vec2.model.WaveformBatch;
import java.util.List;

/**
 * Clips with what they are to be taken for.
 *
 * @param waveforms the clips
 * @param labels the class of each, from 0
 */
public record LabelledClips(WaveformBatch waveforms, List<Integer> labels) {
  public LabelledClips {
    labels = List.copyOf(labels);
    if (labels.size() != waveforms.size()) {
      throw new IllegalArgumentException(
          "%d labels for %d clips".formatted(labels.size(), waveforms.size()));
    }
  }
}
