package dev.emovox.finetuning;

import dev.emovox.finetuning.audio.ClipReader;
import dev.emovox.finetuning.audio.Prefetcher;
import dev.emovox.finetuning.plan.TrainingClip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Gets logits for any number of clips, of similar length together, whose waveforms are read ahead
 * on another thread.
 *
 * @param logits a row for each waveform, such as {@code SpeechClassifier::logits}
 * @param reader where waveforms come from
 * @param progress told after each batch how many clips are done
 */
public record ClipScoring(
    Function<List<float[]>, double[][]> logits, ClipReader reader, LongConsumer progress) {
  /** About half a minute of speech. */
  private static final long SAMPLES_AT_ONCE = 500_000;

  private static final int BATCHES_AHEAD = 2;

  /**
   * The logits of each clip, by id.
   *
   * @throws dev.emovox.domain.InvalidInputException if a clip can't be used; the message names it
   * @throws InterruptedException if the calling thread is interrupted while it waits for waveforms
   */
  public SortedMap<String, double[]> score(List<TrainingClip> clips) throws InterruptedException {
    SortedMap<String, double[]> scored = new TreeMap<>();
    try (Prefetcher<List<TrainingClip>, Loaded> batches =
        new Prefetcher<>(batches(clips), this::load, BATCHES_AHEAD)) {
      while (batches.hasNext()) {
        Loaded batch = batches.next();
        double[][] rows = logits.apply(batch.waveforms());
        for (int i = 0; i < rows.length; i++) {
          scored.put(batch.clips().get(i).id(), rows[i]);
        }
        progress.accept(scored.size());
      }
    }
    return scored;
  }

  private record Loaded(List<TrainingClip> clips, List<float[]> waveforms) {}

  private Loaded load(List<TrainingClip> clips) {
    return new Loaded(clips, clips.stream().map(clip -> reader.read(clip.id())).toList());
  }

  private static List<List<TrainingClip>> batches(List<TrainingClip> clips) {
    List<List<TrainingClip>> batches = new ArrayList<>();
    long samples = SAMPLES_AT_ONCE;
    for (TrainingClip clip : byLength(clips)) {
      samples += clip.samples();
      if (samples > SAMPLES_AT_ONCE) {
        batches.add(new ArrayList<>());
        samples = clip.samples();
      }
      batches.get(batches.size() - 1).add(clip);
    }
    return batches;
  }

  private static List<TrainingClip> byLength(List<TrainingClip> clips) {
    return clips.stream()
        .sorted(Comparator.comparingLong(TrainingClip::samples).thenComparing(TrainingClip::id))
        .toList();
  }
}
