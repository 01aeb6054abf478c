package dev.emovox.inference.selftest;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.settings.SnakeCaseJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Whether a model answers as it did when it was packed. Digests tell that the bytes are the same;
 * this tells that what is made of them is: another libtorch, another kernel of this processor or
 * audio that is prepared otherwise would change answers without changing a byte.
 *
 * @param labels the classes in the order of answers
 * @param probes the clips and what is expected
 */
public record SelfTest(LabelSet labels, List<Probe> probes) {
  /** The file with the answers. */
  public static final String ANSWERS = "self_test.json";

  /** By how much a probability may differ. Sums in another order change the seventh decimal. */
  public static final double TOLERANCE = 1e-3;

  /** A package from elsewhere does not decide how much is decoded. */
  static final DecodeLimits LIMITS = new DecodeLimits(1 << 20, 10, 96_000, 1);

  private static final int MOST_PROBES = 16;
  private static final String AGAIN = " Get the package again from where it was made.";

  public SelfTest {
    probes = List.copyOf(probes);
  }

  /**
   * A clip with what the model answered on it when it was packed.
   *
   * @param file name of the clip in the package
   * @param clip the clip
   * @param expected one probability a class
   */
  public record Probe(String file, AudioClip clip, List<Double> expected) {}

  /**
   * Reads a self-test.
   *
   * @param labels the package's classes
   * @param clips names of its clips, as the package lists them
   * @param files bytes by name, verified
   * @throws InvalidInputException if the answers are not those of the clips and classes, or a clip
   *     can't be decoded
   */
  public static SelfTest read(LabelSet labels, List<String> clips, Function<String, byte[]> files) {
    RecordedAnswers recorded = recorded(files.apply(ANSWERS));
    List<String> answered =
        recorded.clips().stream().map(RecordedAnswers.RecordedAnswer::file).toList();
    Set<String> listed = new TreeSet<>(clips);
    if (!answered.equals(List.copyOf(listed)) || listed.size() > MOST_PROBES || listed.isEmpty()) {
      throw new InvalidInputException(
          "%s of the model package has answers for the clips %s, and the package has %s.%s"
              .formatted(ANSWERS, answered, listed, AGAIN));
    }
    List<Probe> probes = new ArrayList<>();
    for (RecordedAnswers.RecordedAnswer answer : recorded.clips()) {
      AudioClip clip = new AudioDecoder(LIMITS).decode(files.apply(answer.file())).clip();
      probes.add(new Probe(answer.file(), clip, expected(labels, answer)));
    }
    return new SelfTest(labels, probes);
  }

  private static RecordedAnswers recorded(byte[] content) {
    try {
      return new SnakeCaseJson().read(content, RecordedAnswers.class);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          "%s of the model package can't be read: %s%s".formatted(ANSWERS, e.getMessage(), AGAIN),
          e);
    }
  }

  private static List<Double> expected(LabelSet labels, RecordedAnswers.RecordedAnswer answer) {
    List<Double> probabilities = answer.answer().probabilities();
    if (probabilities.size() != labels.size()
        || !probabilities.stream().allMatch(p -> p >= 0 && p <= 1)) {
      throw new InvalidInputException(
          "%s of the model package has for %s not one probability from 0 to 1 for each of the %d classes.%s"
              .formatted(ANSWERS, answer.file(), labels.size(), AGAIN));
    }
    return probabilities;
  }

  /**
   * Asks the model that was loaded about every clip.
   *
   * @throws InvalidInputException if a probability differs by more than {@link #TOLERANCE}, with
   *     the clip and the largest difference
   */
  public void check(Function<AudioClip, Answer> model) {
    for (Probe probe : probes) {
      check(probe, answer(probe, model));
    }
  }

  private static List<Double> answer(Probe probe, Function<AudioClip, Answer> model) {
    try {
      return model.apply(probe.clip()).probabilities();
    } catch (InvalidInputException e) {
      throw failed(probe, "it can't be used here (%s)".formatted(e.getMessage()), e);
    }
  }

  private void check(Probe probe, List<Double> found) {
    int worst = 0;
    for (int c = 1; c < labels.size(); c++) {
      worst = difference(probe, found, c) > difference(probe, found, worst) ? c : worst;
    }
    // Not above, so that no number at all is refused too.
    if (!(difference(probe, found, worst) <= TOLERANCE)) {
      String what =
          String.format(
              Locale.ROOT,
              "'%s' gets the probability %.6f, and got %.6f when the package was made: %.6f apart, where %s is allowed",
              labels.name(worst),
              found.get(worst),
              probe.expected().get(worst),
              difference(probe, found, worst),
              TOLERANCE);
      throw failed(probe, what, null);
    }
  }

  private static double difference(Probe probe, List<Double> found, int index) {
    return Math.abs(found.get(index) - probe.expected().get(index));
  }

  private static InvalidInputException failed(Probe probe, String what, Exception cause) {
    return new InvalidInputException(
        "The model package fails its self-test. On its clip %s, %s. Its files are whole, so this program computes otherwise than the one that tested the model: another version of it, another libtorch, device or processor, or a package that was put together from two. Load it with the program that made it, or run the experiment again with this one."
            .formatted(probe.file(), what),
        cause);
  }
}
