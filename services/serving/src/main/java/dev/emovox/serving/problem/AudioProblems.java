package dev.emovox.serving.problem;

import dev.emovox.audio.UnusableAudioException;
import java.util.Locale;

/** Says which problem audio is that can't be used. */
final class AudioProblems {
  private AudioProblems() {}

  /** 415 for what is no audio that we decode, 422 for audio without a usable clip in it. */
  static Problem of(UnusableAudioException e) {
    return Problem.because(
        type(e.reason()), e.getMessage(), e.reason().name().toLowerCase(Locale.ROOT));
  }

  private static ProblemType type(UnusableAudioException.Reason reason) {
    return switch (reason) {
      case NOT_AUDIO, UNSUPPORTED -> ProblemType.NOT_AUDIO;
      case TRUNCATED, CORRUPT, EMPTY, SILENT, TOO_SHORT, TOO_LONG, TOO_LARGE ->
          ProblemType.UNUSABLE_AUDIO;
    };
  }
}
