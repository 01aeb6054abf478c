package dev.emovox.wav2vec2.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were cut off or changed: refused, or read, but never anything else. */
class DamagedWeightsTest {
  private static final int MUTATIONS = 1000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain/model.safetensors",
        "pickle-zip/pytorch_model.bin",
        "pickle-old/pytorch_model.bin"
      })
  void cutOffAtEveryByteIsRefused(String name, @TempDir Path folder) throws IOException {
    byte[] whole = Fixtures.bytes(name);
    Path file = folder.resolve("weights");
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      if (!isRefused(name, file)) {
        fail("%d of %d bytes of %s are taken for a whole file", length, whole.length, name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain/model.safetensors",
        "pickle-zip/pytorch_model.bin",
        "pickle-old/pytorch_model.bin",
        "pickle-protocol4/pytorch_model.bin",
        "pickle-strided/pytorch_model.bin"
      })
  void changedBytesAreRefusedOrRead(String name, @TempDir Path folder) throws IOException {
    byte[] whole = Fixtures.bytes(name);
    Path file = folder.resolve("weights");
    Random random = new Random(name.hashCode());
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      Files.write(file, mutated(whole, random));
      refused += isRefused(name, file) ? 1 : 0;
    }
    assertThat(refused).isBetween(MUTATIONS / 100, MUTATIONS);
  }

  private static boolean isRefused(String name, Path file) {
    try (WeightSource source = open(name, file)) {
      for (String tensor : source.names()) {
        assertThat(source.tensor(tensor).layout()).isEqualTo(source.layout(tensor));
      }
      return false;
    } catch (InvalidInputException e) {
      assertThat(e).hasMessageContaining(file.toString());
      assertThat(e.getMessage()).hasSizeLessThan(2000).matches("[^\\p{Cntrl}]*");
      return true;
    }
  }

  /** Overwrites, inserts, removes or repeats up to eight bytes at up to four places. */
  private static byte[] mutated(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      int at = place(bytes.length, random);
      int count = Math.min(1 + random.nextInt(8), bytes.length - at);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> Arrays.fill(bytes, at, at + count, (byte) (random.nextBoolean() ? 0xff : 0));
        case 3 -> bytes = spliced(bytes, at, at + count);
        default -> bytes = spliced(bytes, at + count, at);
      }
    }
    return bytes;
  }

  /** Half of the damage goes to the beginning and the end, where headers and directories are. */
  private static int place(int length, Random random) {
    int edge = Math.min(length, 2000);
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(edge);
      case 1 -> length - 1 - random.nextInt(edge);
      default -> random.nextInt(length);
    };
  }

  /** The bytes before {@code end}, then those from {@code begin}. */
  private static byte[] spliced(byte[] bytes, int end, int begin) {
    byte[] result = Arrays.copyOf(bytes, end + bytes.length - begin);
    System.arraycopy(bytes, begin, result, end, bytes.length - begin);
    return result;
  }

  private static WeightSource open(String name, Path file) {
    Function<Path, WeightSource> opener =
        name.endsWith(".bin") ? PickleFile::open : SafetensorsFile::open;
    return opener.apply(file);
  }
}
