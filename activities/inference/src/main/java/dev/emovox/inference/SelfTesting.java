package dev.emovox.inference;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.inference.packaging.OptionalParts;
import dev.emovox.inference.packaging.PackageConsistency;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.inference.selftest.Answer;
import dev.emovox.inference.selftest.SelfTest;
import dev.emovox.inference.selftest.SelfTestRecorder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Self-tests of packages: how they are made, read and passed. */
final class SelfTesting {
  private static final long MOST_BYTES = 1 << 20;

  private SelfTesting() {}

  /** The files of the self-test of a model that is being packed. */
  static Map<String, byte[]> files(EmotionPredictor predictor) {
    return new SelfTestRecorder(answers(predictor)).files();
  }

  private static Function<AudioClip, Answer> answers(EmotionPredictor predictor) {
    return clip -> {
      Prediction prediction = predictor.predict(clip);
      return Answer.of(prediction.probabilities(), prediction.logits());
    };
  }

  /**
   * The self-test of a package, if it has one.
   *
   * @param files bytes by name, verified
   * @throws InvalidInputException if it is not whole, or not that of the package's classes
   */
  static Optional<SelfTest> read(PackageDescription description, Function<String, byte[]> files) {
    List<PackagedFile> parts = OptionalParts.selfTest(description);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    PackageConsistency.require(
        parts.stream().allMatch(part -> part.bytes() <= MOST_BYTES),
        "a file of its self-test has more than " + MOST_BYTES + " bytes");
    List<String> names = parts.stream().map(PackagedFile::name).toList();
    PackageConsistency.require(
        names.contains(SelfTest.ANSWERS), "its self-test lacks the file " + SelfTest.ANSWERS);
    List<String> clips = names.stream().filter(name -> !name.equals(SelfTest.ANSWERS)).toList();
    return Optional.of(SelfTest.read(description.labels(), clips, files));
  }

  /**
   * The predictor, once it has passed the test; else it is closed.
   *
   * @throws InvalidInputException if it answers otherwise than when it was packed
   */
  static EmotionPredictor passed(EmotionPredictor predictor, Optional<SelfTest> test) {
    try {
      test.ifPresent(its -> its.check(answers(predictor)));
      return predictor;
    } catch (RuntimeException e) {
      predictor.close();
      throw e;
    }
  }
}
