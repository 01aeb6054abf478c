package dev.emovox.finetuning.benchmark;

import dev.emovox.domain.LabelSet;
import java.util.Collections;
import java.util.List;

/**
 * The clips of an epoch.
 *
 * @param labels the classes
 * @param waveforms mono at the network's rate, at least one; neither the list nor the samples are
 *     copied
 * @param classes the class of each, from 0
 */
public record BenchmarkClips(LabelSet labels, List<float[]> waveforms, List<Integer> classes) {
  public BenchmarkClips {
    waveforms = Collections.unmodifiableList(waveforms);
    classes = List.copyOf(classes);
    if (waveforms.isEmpty() || waveforms.size() != classes.size()) {
      throw new IllegalArgumentException(
          "%d waveforms with %d classes".formatted(waveforms.size(), classes.size()));
    }
  }

  /** How many samples there are in all. */
  public long samples() {
    return waveforms.stream().mapToLong(waveform -> waveform.length).sum();
  }
}
