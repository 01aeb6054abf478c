package dev.emovox.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class SafeTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "</text></svg><script>alert(1)</script>",
        "\" onload=\"alert(1)",
        "' onfocus='alert(1)' autofocus='",
        "<img src=x onerror=alert(1)>",
        "]]><!--",
        "<?xml?><!DOCTYPE x>",
        "&lt;script&gt; &amp; &#60; &unknown;",
        "a\tb\nc",
        "Grüße, 東京, 🎧, नमस्ते"
      })
  void whatIsReadIsWhatWasWritten(String text) throws Exception {
    Element read = read(text);

    assertThat(read.getTextContent()).isEqualTo(text);
    assertThat(read.getChildNodes().getLength()).isEqualTo(1);
    assertThat(read.getAttributes().getLength()).isEqualTo(2);
    assertThat(read.getAttribute("double")).isEqualTo(text.replaceAll("[\t\n]", " "));
    assertThat(read.getAttribute("single")).isEqualTo(text.replaceAll("[\t\n]", " "));
  }

  private static Element read(String text) throws Exception {
    String safe = SafeText.of(text);
    String document = "<x double=\"%s\" single='%s'>%s</x>".formatted(safe, safe, safe);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x0, 0x8, 0xB, 0xC, 0xD, 0x1B, 0x7F, 0x85, 0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x2028,
        0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xD800, 0xDFFF, 0xFDD0, 0xFEFF, 0xFFF9,
        0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001, 0xE0041, 0x10FFFF
      })
  void whatIsNotSeenOrIsNoCharacterIsReplaced(int point) {
    String text = "a" + (point <= 0xFFFF ? "" + (char) point : Character.toString(point)) + "b";

    assertThat(SafeText.of(text)).isEqualTo("a\uFFFDb");
  }

  @Test
  void everyCharacterGivesAWellFormedDocument() throws Exception {
    StringBuilder all = new StringBuilder();
    for (int point = 0; point <= 0x10FFFF; point += point < 0x3000 ? 1 : 7) {
      all.appendCodePoint(point);
    }

    assertThat(read(all.toString()).getTextContent()).doesNotContain("\u202e").contains("<", "&");
  }
}
