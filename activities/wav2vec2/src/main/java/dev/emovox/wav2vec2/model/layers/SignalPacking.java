package dev.emovox.wav2vec2.model.layers;

import dev.emovox.wav2vec2.config.FeatureEncoderConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the clips of a batch lie in one long signal. Each begins where a frame of the signal
 * begins, so its frames are those that it has by itself; the one or two frames that straddle two
 * clips are nobody's, nor are those of the silence at the end.
 *
 * @param samples of the whole signal
 * @param starts the first sample of each clip
 * @param lengths how many samples of each clip are taken, which are those that reach a frame
 * @param rows the frames of the signal that are a clip's own, clip after clip
 */
// An array on purpose: it goes to the engine as it is.
@SuppressWarnings("ArrayRecordComponent")
public record SignalPacking(int samples, List<Integer> starts, List<Integer> lengths, long[] rows) {

  /**
   * The packing of clips of these lengths.
   *
   * @param lengths in samples, each enough for a frame
   */
  public static SignalPacking of(FeatureEncoderConfig config, List<Integer> lengths) {
    int width = Math.toIntExact(config.shortestInput());
    int hop = Math.toIntExact(config.hop());
    List<Integer> starts = new ArrayList<>();
    List<Integer> taken = new ArrayList<>();
    List<Long> rows = new ArrayList<>();
    int end = 0;
    for (int length : lengths) {
      int start = Math.multiplyExact((end + hop - 1) / hop, hop);
      int frames = Math.toIntExact(config.frames(length));
      for (int frame = 0; frame < frames; frame++) {
        rows.add((long) start / hop + frame);
      }
      starts.add(start);
      taken.add((frames - 1) * hop + width);
      end = start + taken.get(taken.size() - 1);
    }
    int frames = LengthSteps.atLeast(Math.toIntExact(config.frames(end)));
    return new SignalPacking(
        (frames - 1) * hop + width,
        starts,
        taken,
        rows.stream().mapToLong(Long::longValue).toArray());
  }
}
