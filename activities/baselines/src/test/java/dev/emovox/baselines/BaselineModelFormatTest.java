package dev.emovox.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.InvalidInputException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselineModelFormatTest {
  private static final TrainingTable TABLE = Clusters.table(200, 7, 1);

  private final BaselineModelFormat format = new BaselineModelFormat();

  static Stream<BaselineModel> models() {
    BaselineTrainer trainer = new BaselineTrainer();
    return Stream.of(
        trainer.fit(new BaselineSettings.LogisticRegression("lr", 1, 100), TABLE, 1),
        trainer.fit(new BaselineSettings.RandomForest("rf", 10, 1), TABLE, 1));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModelReadBackPredictsTheSameBits(BaselineModel fitted) {
    BaselineModel read = format.read(format.write(fitted));
    assertThat(read.kind()).isEqualTo(fitted.kind());
    assertThat(read.labels()).isEqualTo(fitted.labels());
    assertThat(read.featureCount()).isEqualTo(fitted.featureCount());
    for (double[] row : Clusters.table(300, 7, 2).features()) {
      assertThat(read.logits(row)).isEqualTo(fitted.logits(row));
      assertThat(read.probabilities(row)).isEqualTo(fitted.probabilities(row));
    }
    assertThat(format.write(read)).isEqualTo(format.write(fitted));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyTruncationIsRefused(BaselineModel model) {
    byte[] content = format.write(model);
    for (int length = 0; length < content.length; length++) {
      refused(Arrays.copyOf(content, length));
    }
    refused(Arrays.copyOf(content, content.length + 1));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyChangedByteIsRefused(BaselineModel model) {
    byte[] content = format.write(model);
    for (int at = 0; at < content.length; at++) {
      byte[] changed = content.clone();
      changed[at] ^= 0x20;
      refused(changed);
    }
  }

  /** With a checksum that is right again, so that every value is read. */
  @ParameterizedTest
  @MethodSource("models")
  void hostileBytesAreReadOrRefusedAndNothingElse(BaselineModel model) {
    byte[] content = format.write(model);
    Random random = new Random(5);
    double[] row = TABLE.features()[0];
    for (int i = 0; i < 5000; i++) {
      byte[] changed = content.clone();
      int reach = random.nextBoolean() ? Math.min(100, content.length) : content.length;
      changed[random.nextInt(reach)] = (byte) random.nextInt(256);
      checksum(changed);
      try {
        BaselineModel read = format.read(changed);
        if (read.featureCount() == row.length) {
          assertThat(read.probabilities(row)).hasSize(read.labels().size());
        }
      } catch (InvalidInputException expected) {
        assertThat(expected).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void anotherVersionIsNamed() {
    byte[] content = format.write(models().findFirst().orElseThrow());
    content[BaselineModelFormat.MAGIC.length() + 3] = 9;
    checksum(content);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> format.read(content))
        .withMessageContaining("version 9");
  }

  @Test
  void sizesThatTheInputCannotFillTakeNoMemory() {
    byte[] content = format.write(models().findFirst().orElseThrow());
    for (int at = 0; at < content.length - 8; at++) {
      byte[] changed = content.clone();
      changed[at] = (byte) 0xff;
      changed[at + 1] = (byte) 0xff;
      changed[at + 2] = 0x01;
      checksum(changed);
      try {
        format.read(changed);
      } catch (InvalidInputException expected) {
        assertThat(expected).hasMessageNotContaining("null");
      }
    }
  }

  private static void checksum(byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content, 0, content.length - 4);
    ByteBuffer.wrap(content).putInt(content.length - 4, (int) checksum.getValue());
  }

  private void refused(byte[] content) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> format.read(content))
        .withMessageContaining("baseline model");
  }
}
