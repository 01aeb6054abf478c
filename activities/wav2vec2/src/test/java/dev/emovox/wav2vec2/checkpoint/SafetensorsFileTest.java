package dev.emovox.wav2vec2.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("model.safetensors");
  }

  @Test
  void readsScalarsEmptyTensorsAndMetadata() throws IOException {
    write(
        "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"s\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]},"
            + "\"e\":{\"dtype\":\"F16\",\"shape\":[3,0],\"data_offsets\":[4,4]}}   ",
        4);
    try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
      assertThat(tensors.names()).containsExactly("e", "s");
      assertThat(tensors.metadata()).containsEntry("format", "pt");
      assertThat(tensors.tensor("s").elements()).isEqualTo(1);
      assertThat(tensors.tensor("e").shape()).containsExactly(3L, 0L);
      assertThatThrownBy(() -> tensors.tensor("x")).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> tensors.names().clear())
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  /** What the header says of up to two tensors, how many bytes follow, what the message says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 7 | at bytes 0 to 8 of 7",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 9 | take 8 bytes, but 9 follow",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,8]}} | 8 | takes 8 bytes",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | 8 | at bytes 8 to 0",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 | begins at byte 4",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 | b begins at byte 4",
        "{'a':{'dtype':'F32','shape':[9223372036854775807,4],'data_offsets':[0,8]}} | 8 | overflows",
        "{'a':{'dtype':'F64','shape':[2305843009213693952],'data_offsets':[0,0]}} | 0 | overflows",
        "{'a':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,0]}} | 0 | not the JSON",
        "{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,8]}} | 8 | negative",
        "{'a':{'dtype':'F32','shape':[1,1,1,1,1,1,1,1,1],'data_offsets':[0,4]}} | 4 | more than 8",
        "{'a':{'dtype':'F32','shape':[1.0],'data_offsets':[0,4]}} | 4 | VALUE_NUMBER_FLOAT",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0]}} | 8 | two data_offsets",
        "{'a':{'dtype':'F32','shape':[2]}} | 8 | needs dtype, shape and two data_offsets",
        "{'a':{'dtype':'U8','shape':[8],'data_offsets':[0,8]}} | 8 | element type U8",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'x':1}} | 8 | unknown key x",
        "{'a':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 8 | Duplicate",
        "{'a':{'dtype':'F32','shape':[],'data_offsets':[0,4]},'a':{'dtype':'F32','shape':[],'data_offsets':[4,8]}} | 8 | Duplicate",
        "{'a':[]} | 0 | START_ARRAY instead of START_OBJECT",
        "{'':{'dtype':'F32','shape':[],'data_offsets':[0,4]}} | 4 | name is empty",
        "{'a\\u001b[2J':{'dtype':'F32','shape':[],'data_offsets':[0,4]}} | 4 | can't be printed",
        "{'__metadata__':{'a':1}} | 0 | VALUE_NUMBER_INT instead of VALUE_STRING",
        "{'__metadata__':{'a':{}}} | 0 | START_OBJECT instead of VALUE_STRING",
        "{'a':{'dtype':{'b':{'c':{'d':{}}}}}} | 0 | START_OBJECT instead of VALUE_STRING",
        "{} {} | 0 | goes on after its end",
        "{'a':  | 0 | not the JSON",
        "[] | 0 | does not begin with {"
      })
  void headersThatLieAreRefused(String header, int bytes, String message) throws IOException {
    write(header.replace('\'', '"'), bytes);
    assertRefused(message);
  }

  @Test
  void headersOfImpossibleLengthAreRefused() throws IOException {
    for (long length : new long[] {0, 1, 100_000_001, 1L << 40, Long.MAX_VALUE, -1, 100}) {
      ByteBuffer content = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
      Files.write(file, content.putLong(0, length).array());
      assertRefused("its header is said to have " + Long.toUnsignedString(length) + " bytes");
    }
    Files.write(file, new byte[7]);
    assertRefused("it has 7 bytes");
    Files.write(file, new byte[0]);
    assertRefused("it has 0 bytes");
  }

  @Test
  void headerThatIsNotUtf8IsRefused() throws IOException {
    write("{\"a\u00ff\":1}".getBytes(StandardCharsets.ISO_8859_1), 0);
    assertRefused("not UTF-8");
    write("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE), 0);
    assertRefused("not the JSON");
  }

  @Test
  void tooManyTensorsAreRefused() throws IOException {
    StringBuilder header = new StringBuilder("{");
    for (int i = 0; i <= 20_000; i++) {
      header.append(i == 0 ? "" : ",").append('"').append(i);
      header.append("\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}");
    }
    write(header.append('}').toString(), 0);
    assertRefused("more than 20000 tensors");
  }

  @Test
  void endlessHeadersAreRefused() throws IOException {
    write("{" + " ".repeat(99_999_998) + "}", 0);
    SafetensorsFile.open(file).close();
    write("{\"" + "a".repeat(9_000_000) + "\":1}", 0);
    assertRefused("not the JSON");
    write("{\"__metadata__\":{\"a\":\"" + "a".repeat(9_000_000) + "\"}}", 0);
    assertRefused("not the JSON");
    StringBuilder metadata = new StringBuilder("{\"__metadata__\":{\"\":\"\"");
    for (int i = 0; i < 1000; i++) {
      metadata.append(",\"").append(i).append("\":\"\"");
    }
    write(metadata + "}}", 0);
    assertRefused("longer than any that makes sense");
    write("{\"a\":".repeat(100_000), 0);
    assertRefused("unknown key a");
    write("{\"a\":{\"shape\":" + "[".repeat(100_000), 0);
    assertRefused("START_ARRAY instead of VALUE_NUMBER_INT");
  }

  @Test
  void tensorsBeyondTwoGibibytesAreRead() throws IOException {
    long far = 5L << 29;
    write(
        ("{\"far\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[5,134217728],\"data_offsets\":[0,%d]}}")
            .formatted(far, far + 4, far),
        0);
    ByteBuffer last = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, 1.5f);
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.position(channel.size() + far).write(last); // a sparse file
    }
    try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
      assertThat(Fixtures.floats(tensors.tensor("far"))).containsExactly(1.5f);
      assertThat(tensors.layout("a").bytes()).isEqualTo(far);
      assertThatThrownBy(() -> tensors.tensor("a"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("at most 1073741824");
    }
  }

  @Test
  void closedFilesGiveNoMoreTensors() {
    SafetensorsFile tensors = SafetensorsFile.open(Fixtures.path("plain/model.safetensors"));
    String name = tensors.names().first();
    tensors.close();
    assertThatThrownBy(() -> tensors.tensor(name)).isInstanceOf(IllegalStateException.class);
  }

  private void write(String header, int bytes) throws IOException {
    write(header.getBytes(StandardCharsets.UTF_8), bytes);
  }

  private void write(byte[] header, int bytes) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(Long.BYTES + header.length + bytes);
    content.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
    Files.write(file, content.array());
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> SafetensorsFile.open(file).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(file.toString(), message);
  }
}
