package dev.emovox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"ada", "Ada Lovelace", "heard the worst clips: ‘angry’ → sad 😠", "x'; --"})
  void whatPeopleWriteIsFit(String text) {
    assertThat(RecordedText.isFit(text)).isTrue();
    assertThat(RecordedText.fitted(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u001b[31mb", "a\u202eb", "a\u2028b", "a\ud83db", "a\u0000b"})
  void whatIsNotSeenIsNotFitAndBecomesASpace(String text) {
    assertThat(RecordedText.isFit(text)).isFalse();
    assertThat(RecordedText.isFit(RecordedText.fitted(text))).isTrue();
    assertThat(RecordedText.fitted(text)).startsWith("a ").endsWith("b");
  }

  @Test
  void nothingIsNotFit() {
    assertThat(RecordedText.isFit(" ")).isFalse();
  }

  @Test
  void whatIsTooLongIsCutBetweenCharacters() {
    for (String character : new String[] {"x", "😠", "x😠"}) {
      String text = character.repeat(RecordedText.LONGEST + 1);
      assertThat(RecordedText.isFit(text)).isFalse();
      assertThat(RecordedText.fitted(text)).endsWith("…").matches(RecordedText::isFit);
    }
  }
}
