package dev.emovox.serving.prediction;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.LabelSet;
import dev.emovox.serving.batching.ComputedClip;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.traces.PredictionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Makes an answer of what the model computed.
 *
 * @param live the model
 * @param heard the clip and its windows
 * @param waited nanoseconds until a thread began with it
 * @param decoded nanoseconds that decoding took
 */
record Answering(LiveModel live, HeardClip heard, long waited, long decoded) {

  /** Computes one clip alone, now. */
  ComputedClip compute(AudioClip clip) {
    long start = System.nanoTime();
    var prediction = live.loaded().model().predict(clip);
    return new ComputedClip(prediction, 0, System.nanoTime() - start, 1);
  }

  /**
   * The answer.
   *
   * @param computed one for each of {@link HeardClip#clips()}, in their order
   */
  Classification classification(List<ComputedClip> computed) {
    LabelSet labels = live.loaded().model().labels();
    return new Classification(
        PredictionId.at(Instant.now()),
        ClassScore.of(labels, computed.get(0).prediction()),
        heard.seconds(),
        live.identity(),
        segments(labels, computed.subList(1, computed.size()).iterator()),
        heard.digest(),
        timing(computed));
  }

  private List<Segment> segments(LabelSet labels, Iterator<ComputedClip> computed) {
    List<Segment> segments = new ArrayList<>();
    for (HeardClip.Part part : heard.parts()) {
      List<ClassScore> scores =
          part.prepared()
              .map(clip -> ClassScore.of(labels, computed.next().prediction()))
              .orElse(List.of());
      segments.add(new Segment(part.window().start(), part.window().end(), scores));
    }
    return segments;
  }

  /** Without batches one clip follows the other; else the longest batch is what counts. */
  private Timing timing(List<ComputedClip> computed) {
    boolean together = live.loaded().model().gainsFromBatches();
    long forModel = computed.stream().mapToLong(ComputedClip::waited).max().orElse(0);
    LongStream times = computed.stream().mapToLong(ComputedClip::computed);
    long inModel = together ? times.max().orElse(0) : times.sum();
    int batch = computed.stream().mapToInt(ComputedClip::batch).max().orElse(0);
    return new Timing(waited + forModel, decoded, inModel, batch);
  }
}
