package dev.emovox.serving.prediction;

import java.time.Duration;
import java.util.Optional;

/**
 * What a client asks.
 *
 * @param source the clip
 * @param windows parts of the clip that are to be answered too
 * @param version the version of the model that is to answer; any if empty
 * @param patience how long the client waits for the answer
 */
public record Question(
    ClipSource source, Optional<Windows> windows, Optional<String> version, Duration patience) {

  /** A question for the whole clip to whichever version answers. */
  public static Question whole(ClipSource source, Duration patience) {
    return new Question(source, Optional.empty(), Optional.empty(), patience);
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
