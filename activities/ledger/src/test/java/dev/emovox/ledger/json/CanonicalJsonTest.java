package dev.emovox.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  record Pair(String name, long count) {}

  private static String text(Object value) {
    return new String(CanonicalJson.write(value), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The example of RFC 8785, section 3.2.3. */
  @Test
  void sortsKeysByTheirCodeUnits() {
    Map<String, String> rfc =
        Map.of(
            "\u20ac", "Euro Sign",
            "\r", "Carriage Return",
            "\ufb33", "Hebrew Letter Dalet With Dagesh",
            "1", "One",
            "\ud83d\ude00", "Emoji: Grinning Face",
            "\u0080", "Control",
            "\u00f6", "Latin Small Letter O With Diaeresis");
    assertThat(text(rfc))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  /** The string of RFC 8785, section 3.2.2. */
  @Test
  void escapesNoMoreThanMustBe() {
    assertThat(text("\u20ac$\u000f\nA'B\"\\\\\"/"))
        .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    assertThat(text("\b\t\f\r\u007f\u001f")).isEqualTo("\"\\b\\t\\f\\r\u007f\\u001f\"");
  }

  @Test
  void leavesOutWhatIsAbsent() {
    assertThat(text(new Pair(null, 1))).isEqualTo("{\"count\":1}");
    assertThat(text(List.of(List.of(), Map.of(), true))).isEqualTo("[[],{},true]");
  }

  @Test
  void readsItsOwnText() {
    Pair pair = new Pair("é\ud83d\ude00", (1L << 53) - 1);
    assertThat(CanonicalJson.read(CanonicalJson.write(pair), Pair.class)).isEqualTo(pair);
  }

  @Test
  void refusesNumbersThatParsersDisagreeOn() {
    assertThatThrownBy(() -> CanonicalJson.write(0.5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CanonicalJson.write(1L << 53))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CanonicalJson.write(Long.MIN_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesHalfASurrogatePair() {
    assertThatThrownBy(() -> CanonicalJson.write("\ud83d"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"count\":1}\n",
        " {\"count\":1}",
        "{\"count\":1 }",
        "{\"count\":1.0}",
        "{\"count\":1e0}",
        "{\"count\":01}",
        "{\"count\":-0}",
        "{\"count\":\"1\"}",
        "{\"count\":9007199254740992}",
        "{\"count\":99999999999999999999999}",
        "{\"count\":1,\"count\":1}",
        "{\"count\":1,\"name\":null}",
        "{\"count\":1,\"name\":\"\\u0041\"}",
        "{\"count\":1,\"name\":\"\\ud83d\"}",
        "{\"count\":1,\"name\":\"\\/\"}",
        "{\"count\":1,\"more\":2}",
        "{\"name\":\"a\",\"count\":1}",
        "{\"count\":1}{}",
      })
  void refusesEveryOtherText(String text) {
    assertThatThrownBy(() -> CanonicalJson.read(bytes(text), Pair.class))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void refusesWhatIsNoUtf8OrFarTooDeep() {
    byte[] broken = bytes("{\"count\":1,\"name\":\"?\"}");
    broken[19] = (byte) 0xff;
    assertThatThrownBy(() -> CanonicalJson.read(broken, Pair.class))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> CanonicalJson.read(bytes("[".repeat(100_000)), Pair.class))
        .isInstanceOf(InvalidInputException.class);
  }
}
