package dev.emovox.serving.security.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]", "0:0:0:0:0:0:0:1"})
  void thisMachineNeedsNoKeys(String host) {
    assertThatCode(() -> Exposure.of(Map.of("EMOVOX_SERVING_HOST", host)).check())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", "localhost.example.org", "127.0.0.1.nip.io"})
  void elsewhereNeedsKeysOrTheWord(String host) {
    assertThatThrownBy(() -> Exposure.of(Map.of("EMOVOX_SERVING_HOST", host)).check())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(host)
        .hasMessageContaining("serving-key create")
        .hasMessageContaining("EMOVOX_SERVING_OPEN=true");
    assertThatCode(() -> new Exposure(host, true, false).check()).doesNotThrowAnyException();
    assertThatCode(() -> new Exposure(host, false, true).check()).doesNotThrowAnyException();
  }

  @Test
  void withACertificateThePlainPortAnswersOnlyIfAskedTo() {
    assertThat(PlainHttp.isOff(Map.of())).isFalse();
    assertThat(PlainHttp.isOff(Map.of("EMOVOX_SERVING_TLS_CERT", "tls.crt"))).isTrue();
    assertThat(
            PlainHttp.isOff(
                Map.of("EMOVOX_SERVING_TLS_CERT", "tls.crt", "EMOVOX_SERVING_PLAIN", "redirect")))
        .isFalse();
  }

  @Test
  void blankVariablesAreNotSet() {
    assertThatCode(() -> Exposure.of(Map.of("EMOVOX_SERVING_HOST", " ")).check())
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () ->
                Exposure.of(
                        Map.of(
                            "EMOVOX_SERVING_HOST", "0.0.0.0",
                            "EMOVOX_SERVING_KEYS_FILE", " ",
                            "EMOVOX_SERVING_OPEN", "yes"))
                    .check())
        .isInstanceOf(InvalidInputException.class);
  }
}
