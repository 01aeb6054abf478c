package dev.emovox.serving.prediction;

import java.time.Duration;
import java.util.Optional;

/**
 * What a client asks. Which of two live models answers is a matter of its version, or else of its
 * caller.
 *
 * @param source the clip
 * @param windows parts of the clip that are to be answered too
 * @param version the version of the model that is to answer; any if empty
 * @param caller who asks, by a name that is the same each time, so that one model answers all that
 *     it asks; empty for the champion's answer
 * @param stretch whether the clip is one of many stretches of a stream, which overlap
 * @param patience how long the client waits for the answer
 */
public record Question(
    ClipSource source,
    Optional<Windows> windows,
    Optional<String> version,
    Optional<String> caller,
    boolean stretch,
    Duration patience) {

  /** A question of nobody in particular. */
  public Question(
      ClipSource source, Optional<Windows> windows, Optional<String> version, Duration patience) {
    this(source, windows, version, Optional.empty(), false, patience);
  }

  /** A question for the whole clip to whichever version answers. */
  public static Question whole(ClipSource source, Duration patience) {
    return new Question(source, Optional.empty(), Optional.empty(), patience);
  }

  /** A question for a stretch of a stream. */
  public static Question stretch(ClipSource source, Duration patience) {
    return new Question(
        source, Optional.empty(), Optional.empty(), Optional.empty(), true, patience);
  }

  /** The same question, asked by a caller. */
  public Question by(String name) {
    return new Question(source, windows, version, Optional.of(name), stretch, patience);
  }

  /** The same question, for the champion to answer. */
  Question toChampion() {
    return new Question(source, windows, Optional.empty(), Optional.empty(), stretch, patience);
  }

  /**
   * Holds the version that is asked for against the one that answers.
   *
   * @throws VersionNotLiveException if they differ
   */
  void checkVersion(String live) {
    if (!version.map(live::equals).orElse(true)) {
      throw new VersionNotLiveException(version.get(), live);
    }
  }
}
