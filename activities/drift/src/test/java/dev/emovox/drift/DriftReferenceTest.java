package dev.emovox.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.SplitPart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriftReferenceTest {
  private final List<Observation> clips = new References(3).clips(5000, -25);

  private String text() {
    return new String(
        DriftReferenceFile.write(References.reference(clips)), StandardCharsets.UTF_8);
  }

  private static DriftReference read(String text) {
    return DriftReferenceFile.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void isAFileOfBoundedSizeThatIsReadAsItWasWritten() {
    DriftReference reference = References.reference(clips);
    byte[] file = DriftReferenceFile.write(reference);
    assertThat(file.length).isLessThan(DriftReferenceFile.MAX_BYTES / 2);
    assertThat(DriftReferenceFile.read(file)).isEqualTo(reference);
    assertThat(DriftReferenceFile.write(References.reference(clips))).isEqualTo(file);
    assertThat(reference.inputs()).isEqualTo(new ReferencePart(SplitPart.TRAIN, 5000));
    assertThat(reference.outputs()).isEqualTo(new ReferencePart(SplitPart.TEST, 5000));
    assertThat(reference.of(Quantity.LEVEL).median()).isCloseTo(-25, within(0.5));
  }

  @Test
  void theKeptValuesStandForAll() {
    Random random = new Random(11);
    Sample all = Sample.of(random.doubles(5000));
    Sample window = Sample.of(random.doubles(300).map(x -> x * 0.9));
    KolmogorovSmirnov exact = KolmogorovSmirnov.of(all, window);
    KolmogorovSmirnov kept = Distribution.of(all).test(window);
    assertThat(kept.statistic()).isCloseTo(exact.statistic(), within(1 / 256.0));
    assertThat(Distribution.of(all).values()).hasSize(Distribution.MOST_VALUES);
    assertThat(Distribution.of(window).test(window).statistic())
        .as("a sample of %d", window.size())
        .isLessThan(1 / 256.0);
  }

  @Test
  void equalValuesAreNoHindrance() {
    Sample ones = Sample.of(new Random(1).doubles(100).map(x -> 1));
    Sample twos = Sample.of(new Random(1).doubles(100).map(x -> 2));
    Distribution reference = Distribution.of(ones);
    assertThat(reference.stability(ones)).isZero();
    assertThat(reference.test(ones).probability()).isEqualTo(1);
    assertThat(reference.stability(twos)).isGreaterThan(1);
    assertThat(reference.test(twos).statistic()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":1 | \"version\":2 | version is 2",
        "emovox-drift-reference | something-else | format",
        "\"level\" | \"loudness\" | quantities",
        "\"clips\":5000 | \"clips\":12 | its clips",
        "\"part\":\"train\" | \"part\":\"all\" | SplitPart",
        "\"labels\":[\"angry\", | \"labels\":[ | not counted",
        "\"edges\":[ | \"edges\":[0.1, | no distribution",
        "\"counts\":[5 | \"counts\":[-5 | no distribution",
        "\"quantities\": | \"wishes\": | missing",
      })
  void refusesWhatIsNoReference(String what, String instead, String why) {
    String changed = text().replaceFirst(java.util.regex.Pattern.quote(what), instead);
    assertThat(changed).isNotEqualTo(text());
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> read(changed))
        .withMessageContaining(DriftReferenceFile.NAME)
        .withMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"format\":\"emovox-drift-reference\"}"})
  void refusesWhatIsNoDocument(String text) {
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> read(text));
  }

  @Test
  void refusesWhatIsTooLargeOrTooSmall() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> DriftReferenceFile.read(new byte[DriftReferenceFile.MAX_BYTES + 1]))
        .withMessageContaining("bytes");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> References.reference(clips.subList(0, 29)))
        .withMessageContaining("30");
  }
}
