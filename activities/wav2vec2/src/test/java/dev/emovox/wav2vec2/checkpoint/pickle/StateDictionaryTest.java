package dev.emovox.wav2vec2.checkpoint.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.testing.PickleText;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateDictionaryTest {
  private static final String STORAGE = PickleText.storage("FloatStorage", '0', 6);

  @Test
  void readsATensorOfEachSpelling() {
    String hooks = "\\x89ccollections\\nOrderedDict\\n)R";
    String arguments = "K\\x02K\\x02K\\x01\\x86K\\x02K\\x01\\x86";
    for (String call :
        List.of(
            "ctorch._utils\\n_rebuild_tensor_v2\\n(" + STORAGE + arguments + hooks + "tR",
            "ctorch._utils\\n_rebuild_tensor_v2\\n(" + STORAGE + arguments + hooks + "NtR",
            "ctorch._utils\\n_rebuild_tensor\\n(" + STORAGE + arguments + "tR",
            "\\x8c\\x0ctorch._utils\\x8c\\x12_rebuild_tensor_v2\\x93("
                + STORAGE
                + arguments
                + hooks
                + "tR")) {
      Map<String, TensorReference> read = read("\\x80\\x02}U\\x01a" + call + "s.");
      assertThat(read)
          .containsExactly(
              Map.entry(
                  "a",
                  new TensorReference(
                      new StorageReference(StorageType.FLOAT, "0", 6),
                      2,
                      List.of(2L, 1L),
                      List.of(2L, 1L))));
    }
  }

  @Test
  void versionsOfModulesAreLeftOut() {
    assertThat(read("\\x80\\x02ccollections\\nOrderedDict\\n)R}U\\x09_metadata}sb.")).isEmpty();
  }

  @Test
  void readsIntegersOfAnySize() {
    assertThat(integer("\\x80\\x02\\x8a\\x00.")).isEqualTo(0);
    assertThat(integer("\\x80\\x02\\x8a\\x01\\xff.")).isEqualTo(-1);
    assertThat(integer("\\x80\\x02J\\xfe\\xff\\xff\\xff.")).isEqualTo(-2);
    assertThat(integer("\\x80\\x02\\x8a\\x0a\\x6c\\xfc\\x9c\\x46\\xf9\\x20\\x6a\\xa8\\x50\\x19."))
        .isEqualTo(new BigInteger("1950a86a20f9469cfc6c", 16));
  }

  @Test
  void positionIsAfterThePickle() {
    ByteBuffer two = assemble("\\x80\\x02K\\x01.\\x80\\x02](X\\x01\\x00\\x00\\x00ae.rest");
    assertThat(StateDictionary.readInteger("f", two)).isEqualTo(1);
    assertThat(StateDictionary.readStrings("f", two)).containsExactly("a");
    assertThat(two.remaining()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\\x80\\x06.                        | protocol 6",
        "\\x80\\x02.                        | takes a value where there is none",
        "\\x80\\x02NN.                      | values left over",
        "\\x80\\x02N(.                      | takes a value where there is none",
        "\\x80\\x02(N.                      | values left over",
        "\\x80\\x02e.                       | takes a mark where there is none",
        "\\x80\\x02](a.                     | takes a value where there is none",
        "\\x80\\x02h\\x07.                  | value 7, which was not remembered",
        "\\x80\\x02j\\xff\\xff\\xff\\xff.   | value 4294967295, which was not remembered",
        "\\x80\\x02}NNs.                    | key that is neither string nor integer",
        "\\x80\\x02}})s.                    | key that is neither string nor integer",
        "\\x80\\x02}(U\\x01aNU\\x01aNu.     | key a twice",
        "\\x80\\x02}(U\\x01au.              | key without value",
        "\\x80\\x02NNa.                     | element for what is no list",
        "\\x80\\x02\\xff.                   | unknown instruction 255",
        "\\x80\\x02X\\xff\\xff\\xff\\xff    | string of 4294967295 bytes",
        "\\x80\\x02T\\xff\\xff\\xff\\xff    | string of -1 bytes",
        "\\x80\\x04\\x8d\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x7f | string of 9223372036854775807",
        "\\x80\\x02X\\x09\\x00\\x00\\x00abc | cut off",
        "\\x80\\x02U\\x01\\xff.             | not UTF-8",
        "\\x80\\x02\\x8a\\x11\\x00          | integer of 17 bytes",
        "\\x80\\x02\\x8b\\xff\\xff\\xff\\xff | integer of -1 bytes",
        "\\x80\\x02cposix                   | a line without an end",
        "\\x80\\x04NN\\x93.                 | a name that is no string",
        "\\x80\\x02GABCDEFGH.               | it is no dictionary",
        "\\x80\\x02}K\\x01Ns.               | key that is no plain name",
        "\\x80\\x02}U\\x01\\x1bNs.          | key that is no plain name",
        "\\x80\\x02}U\\x01aK\\x01s.         | under 'a' is no tensor",
        "\\x80\\x02}U\\x01a}s.              | under 'a' is no tensor"
      })
  void whatIsMalformedIsSaid(String pickle, String message) {
    assertRefused(pickle.strip(), message);
  }

  @ParameterizedTest
  @CsvSource({
    "'K\\x02K\\x01\\x85K\\x01K\\x01\\x86',   '1 sizes and 2 strides'",
    "'J\\xff\\xff\\xff\\xffK\\x01\\x85K\\x01\\x85',  'where a size, stride or offset'",
    "'K\\x00J\\xff\\xff\\xff\\xff\\x85K\\x01\\x85',  'where a size, stride or offset'",
    "'K\\x00U\\x01a\\x85K\\x01\\x85',        'where a size, stride or offset'",
    "'K\\x00]K\\x01\\x85',                   'no tuple of at most 8'",
    "'K\\x00(NNNNNNNNNtK\\x01\\x85',         'no tuple of at most 8'"
  })
  void shapesThatAreNoneAreRefused(String arguments, String message) {
    assertRefused(
        "\\x80\\x02}U\\x01actorch._utils\\n_rebuild_tensor\\n(" + STORAGE + arguments + "tRs.",
        message);
  }

  @Test
  void storagesThatAreNoneAreRefused() {
    String id = "(X\\x07\\x00\\x00\\x00storage";
    assertRefused("\\x80\\x02NQ.", "persistent id that is no storage");
    assertRefused("\\x80\\x02" + id + "tQ.", "persistent id that is no storage");
    assertRefused("\\x80\\x02" + id + "NU\\x010NK\\x01tQ.", "a storage of unknown type");
    assertRefused(
        "\\x80\\x02" + id + "ctorch\\nIntStorage\\nU\\x010NK\\x01tQ.", "the name torch.IntStorage");
    assertRefused(
        "\\x80\\x02" + id + "ctorch\\nFloatStorage\\nU\\x010NK\\x01K\\x01tQ.", "part of another");
    assertRefused(
        "\\x80\\x02" + id + "ctorch._utils\\n_rebuild_tensor\\nU\\x010NK\\x01tQ.",
        "a storage of unknown type");
  }

  @Test
  void valuesThatContainThemselvesDoNoHarm() {
    assertRefused("\\x80\\x02]q\\x00h\\x00a.", "it is no dictionary");
    assertRefused("\\x80\\x02}q\\x00U\\x01ah\\x00s.", "under 'a' is no tensor");
    assertRefused("\\x80\\x02]q\\x00h\\x00\\x85h\\x00h\\x00\\x86R.", "what is no known function");
  }

  @Test
  void bombsAreDefused() {
    assertRefused(
        "\\x80\\x02" + "]q\\x00(h\\x00h\\x00h\\x00h\\x00e".repeat(40_000) + ".", "more than");
    assertRefused("\\x80\\x02" + "(".repeat(300_000) + ".", "more than 250000 values");
    assertRefused("\\x80\\x02N" + "\\x94".repeat(300_000) + ".", "more than 250000 values");
    assertRefused("\\x80\\x02N" + "\\x85".repeat(200_000) + ".", "it is no dictionary");
    assertRefused("\\x80\\x02" + "]".repeat(200_000) + "a".repeat(199_999) + ".", "no dictionary");
  }

  private static void assertRefused(String pickle, String message) {
    assertThatThrownBy(() -> read(pickle))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("weights.bin", message);
  }

  private static Map<String, TensorReference> read(String pickle) {
    return StateDictionary.read("weights.bin", assemble(pickle));
  }

  private static BigInteger integer(String pickle) {
    return StateDictionary.readInteger("weights.bin", assemble(pickle));
  }

  private static ByteBuffer assemble(String text) {
    return ByteBuffer.wrap(PickleText.assemble(text));
  }
}
