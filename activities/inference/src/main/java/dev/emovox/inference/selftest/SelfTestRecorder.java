package dev.emovox.inference.selftest;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.SnakeCaseJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Asks a model that is being packed about the golden clips.
 *
 * @param model the model, as it will be loaded
 */
public record SelfTestRecorder(Function<AudioClip, Answer> model) {

  /**
   * The files of the self-test by name. A clip that this model can't use, because it is too short
   * for it, say, is left out; if it can use none, there is no self-test.
   */
  public Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    List<RecordedAnswers.RecordedAnswer> answers = new ArrayList<>();
    for (GoldenClip golden : GoldenClip.values()) {
      byte[] wav = WavWriter.encode(golden.clip());
      answer(wav)
          .ifPresent(
              answer -> {
                files.put(golden.file(), wav);
                answers.add(new RecordedAnswers.RecordedAnswer(golden.file(), answer));
              });
    }
    if (!answers.isEmpty()) {
      files.put(SelfTest.ANSWERS, new SnakeCaseJson().writeIndented(new RecordedAnswers(answers)));
    }
    return files;
  }

  /** To the clip as it is stored, not as it was computed. */
  private Optional<Answer> answer(byte[] wav) {
    AudioClip clip = new AudioDecoder(SelfTest.LIMITS).decode(wav).clip();
    try {
      return Optional.of(model.apply(clip).rounded());
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }
}
