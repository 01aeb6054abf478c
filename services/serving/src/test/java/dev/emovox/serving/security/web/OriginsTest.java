package dev.emovox.serving.security.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*.example.org",
        "https://example.org/",
        "example.org",
        "null",
        "HTTPS://example.org",
        "https://user@example.org",
        "",
        "/https://.*/"
      })
  void refusesWhatIsNoExactOrigin(String origin) {
    assertThatThrownBy(() -> new Origins(List.of(origin)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("EMOVOX_SERVING_ORIGINS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://app.example.org", "http://127.0.0.1:3000", "http://[::1]:80"})
  void takesExactOrigins(String origin) {
    assertThatCode(() -> new Origins(List.of(origin))).doesNotThrowAnyException();
  }
}
