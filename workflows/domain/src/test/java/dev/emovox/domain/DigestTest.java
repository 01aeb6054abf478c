package dev.emovox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {
  /** FIPS 180-2, appendix B.1. */
  private static final String ABC =
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void isSha256OfWhateverHoldsTheBytes(@TempDir Path folder) throws IOException {
    byte[] content = "abc".getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("abc"), content);
    assertThat(Digest.of("abc")).hasToString(ABC);
    assertThat(Digest.of(content)).hasToString(ABC);
    assertThat(Digest.of(new ByteArrayInputStream(content))).hasToString(ABC);
    assertThat(Digest.of(file)).hasToString(ABC);
  }

  @Test
  void isReadAsItIsWritten() {
    assertThat(Digest.parse(ABC)).isEqualTo(Digest.of("abc"));
    assertThat(Digest.parse(ABC)).isEqualByComparingTo(Digest.of("abc"));
  }

  @Test
  void itsLeadingBitsAreItsFirstSixteenDigits() {
    assertThat(Digest.of("abc").leadingBits()).isEqualTo(0xba7816bf8f01cfeaL);
  }

  @Test
  void refusesWhatIsNoDigest() {
    assertThatThrownBy(() -> Digest.parse(ABC.substring("sha256:".length())))
        .hasMessageContaining("starts with sha256:");
    assertThatThrownBy(() -> Digest.parse(ABC.toUpperCase(java.util.Locale.ROOT)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Digest("abc")).hasMessageContaining("64");
  }
}
