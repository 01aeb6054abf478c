package dev.emovox.inference.selftest;

import java.util.List;
import java.util.Objects;

/**
 * The content of {@code self_test.json}.
 *
 * @param clips the clips in the order of their files' names
 */
record RecordedAnswers(List<RecordedAnswer> clips) {
  RecordedAnswers {
    clips = List.copyOf(clips);
  }

  /**
   * What the model answered when it was packed.
   *
   * @param file the clip
   * @param answer to six decimals
   */
  record RecordedAnswer(String file, Answer answer) {
    RecordedAnswer {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(answer, "answer");
    }
  }
}
