package dev.emovox.cli.benchmark.clips;

import dev.emovox.corpora.ManifestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clips taken evenly from a whole list, which is sorted by corpus and name, so that every corpus
 * and speaker has its share.
 *
 * @param most no more than these; all if empty
 */
public record EvenChoice(Optional<Integer> most) {

  /** The chosen ones, in their order. */
  public List<ManifestRow> of(List<ManifestRow> clips) {
    int count = Math.min(most.orElse(clips.size()), clips.size());
    List<ManifestRow> chosen = new ArrayList<>(count);
    for (long i = 0; i < count; i++) {
      chosen.add(clips.get((int) (i * clips.size() / count)));
    }
    return chosen;
  }
}
