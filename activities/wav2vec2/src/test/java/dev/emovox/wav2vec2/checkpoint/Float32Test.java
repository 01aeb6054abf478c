package dev.emovox.wav2vec2.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class Float32Test {

  @Test
  void everyHalfHasTheValueOfItsDefinition() {
    for (int bits = 0; bits < 0x1_0000; bits++) {
      float value = Float32.ofHalf((short) bits);
      assertThat(Float.floatToRawIntBits(value) >>> 31).isEqualTo(bits >>> 15);
      assertThat(Double.valueOf(Math.abs(value))).as("%04x", bits).isEqualTo(magnitude(bits));
    }
  }

  /** IEEE 754-2019, 3.4, for k = 16. */
  private static Double magnitude(int bits) {
    int exponent = bits >> 10 & 31;
    int fraction = bits & 1023;
    if (exponent == 31) {
      return fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    return exponent == 0
        ? fraction * Math.pow(2, -24)
        : (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
  }

  @Test
  void bfloat16IsTheUpperHalf() {
    ByteBuffer content = little(6).putShort((short) 0x3fc0).putShort((short) 0xff80);
    content.putShort((short) 0x0001).flip();
    StoredTensor tensor = new StoredTensor("a", ElementType.BFLOAT16, List.of(3L), content);
    assertThat(Fixtures.floats(tensor))
        .containsExactly(1.5f, Float.NEGATIVE_INFINITY, Float.intBitsToFloat(0x10000));
  }

  @Test
  void doublesAreRoundedToNearest() {
    ByteBuffer content = little(24).putDouble(0.1).putDouble(1 + 0x1p-24).putDouble(1e300).flip();
    StoredTensor tensor = new StoredTensor("a", ElementType.FLOAT64, List.of(3L), content);
    assertThat(Fixtures.floats(tensor)).containsExactly(0.1f, 1f, Float.POSITIVE_INFINITY);
  }

  @Test
  void floatsAreNotCopied() {
    ByteBuffer content = little(4).putFloat(0, 1f);
    StoredTensor tensor = new StoredTensor("a", ElementType.FLOAT32, List.of(), content);
    ByteBuffer numbers = Float32.of(tensor);
    content.putFloat(0, 2f);
    assertThat(numbers.getFloat(0)).isEqualTo(2f);
  }

  @Test
  void copyFillsFromThePosition() {
    ByteBuffer content = little(2).putShort(0, (short) 0x3c00);
    StoredTensor tensor = new StoredTensor("a", ElementType.FLOAT16, List.of(1L, 1L), content);
    ByteBuffer target = little(8).position(4);
    Float32.copy(tensor, target);
    assertThat(target.getFloat(4)).isEqualTo(1f);
    assertThatThrownBy(() -> Float32.copy(tensor, target))
        .isInstanceOf(BufferOverflowException.class);
  }

  @Test
  void integersAreNoParameters() {
    StoredTensor tensor = new StoredTensor("steps", ElementType.INT64, List.of(), little(8));
    assertThatThrownBy(() -> Float32.of(tensor))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("steps");
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
