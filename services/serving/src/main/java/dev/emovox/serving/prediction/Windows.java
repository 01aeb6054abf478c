package dev.emovox.serving.prediction;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.UnusableAudioException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a clip is cut into windows of one length. They begin a hop apart; the last one is moved back
 * so that it ends with the clip, and what is shorter than a window is one window itself. So every
 * moment is in at least one, and none is cut short but that.
 *
 * @param seconds length of a window
 * @param hop seconds from the beginning of one window to that of the next
 * @param limits what a clip may have of them
 */
public record Windows(double seconds, double hop, Limits limits) {
  /** Lengths that are whole numbers of samples are not always whole numbers of hops in binary. */
  private static final double ROUNDING = 1e-9;

  public Windows {
    if (!(seconds > 0) || !(hop > 0)) {
      throw new IllegalArgumentException("windows of " + seconds + " s, " + hop + " s apart");
    }
  }

  /**
   * Bounds of what one request has computed.
   *
   * @param windows most windows of a clip
   * @param seconds most seconds of all windows together, which bounds memory where they overlap
   */
  public record Limits(int windows, double seconds) {
    public Limits {
      if (windows < 1 || !(seconds > 0)) {
        throw new IllegalArgumentException("no room for a window: " + windows + ", " + seconds);
      }
    }
  }

  /**
   * A window.
   *
   * @param start seconds from the clip's beginning
   * @param clip its sound
   */
  public record Window(double start, AudioClip clip) {

    /** Seconds from the clip's beginning to the window's end. */
    public double end() {
      return start + clip.seconds();
    }
  }

  /**
   * The windows of a clip, in order.
   *
   * @throws UnusableAudioException if the clip is so long that there are too many
   */
  public List<Window> of(AudioClip clip) {
    double count = count(clip.seconds());
    if (count > limits.windows()) {
      throw tooLong(
          clip, "has %.0f windows, and at most %d are answered".formatted(count, limits.windows()));
    }
    double together = count * Math.min(seconds, clip.seconds());
    if (count > 1 && together > limits.seconds()) {
      throw tooLong(
          clip,
          "has windows of %.1f s together, and at most %.1f s are answered"
              .formatted(together, limits.seconds()));
    }
    return IntStream.range(0, (int) count).mapToObj(i -> window(clip, i)).toList();
  }

  private static UnusableAudioException tooLong(AudioClip clip, String why) {
    return new UnusableAudioException(
        UnusableAudioException.Reason.TOO_LONG,
        "The clip of %.1f s %s. Ask for a longer hop.".formatted(clip.seconds(), why));
  }

  private double count(double clipSeconds) {
    return clipSeconds <= seconds ? 1 : 1 + Math.ceil((clipSeconds - seconds) / hop - ROUNDING);
  }

  private Window window(AudioClip clip, int index) {
    int rate = clip.sampleRate();
    int length = (int) Math.min(clip.samples().length, Math.max(1, Math.round(seconds * rate)));
    int start = (int) Math.min(Math.round(index * hop * rate), clip.samples().length - length);
    float[] samples = Arrays.copyOfRange(clip.samples(), start, start + length);
    return new Window(start / (double) rate, new AudioClip(samples, rate));
  }
}
