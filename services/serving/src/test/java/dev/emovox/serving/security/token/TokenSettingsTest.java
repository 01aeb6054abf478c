package dev.emovox.serving.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {

  private static void check(String issuer, String audience) {
    TokenSettings.check(
        Map.of("EMOVOX_SERVING_OIDC_ISSUER", issuer, "EMOVOX_SERVING_OIDC_AUDIENCE", audience));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://id.example.org/realms/speech", "http://localhost:9000", "http://[::1]"})
  void anIssuerIsReachedOverTlsOrOnThisMachine(String issuer) {
    assertThatCode(() -> check(issuer, "emovox")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example.org",
        "https://id.example.org?realm=1",
        "id.example.org",
        "file:///etc/passwd",
        "https://",
        "not an address"
      })
  void otherAddressesAreRefused(String issuer) {
    assertThatThrownBy(() -> check(issuer, "emovox"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("EMOVOX_SERVING_OIDC_ISSUER");
  }

  @Test
  void anAudienceIsNeeded() {
    assertThatThrownBy(() -> check("https://id.example.org", " "))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("EMOVOX_SERVING_OIDC_AUDIENCE");
    assertThatCode(() -> TokenSettings.check(Map.of())).doesNotThrowAnyException();
  }

  @Test
  void theDescriptionIsBelowTheIssuer() {
    for (String issuer : new String[] {"https://example.org/a", "https://example.org/a/"}) {
      assertThat(new TokenSettings(URI.create(issuer), "emovox", "scope", "").description())
          .isEqualTo(URI.create("https://example.org/a/.well-known/openid-configuration"));
    }
  }
}
