package dev.emovox.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagePolicyTest {
  @Test
  void allowsTheOneStyleByItsDigestAndNothingInline() {
    // printf 'p{}' | openssl dgst -sha256 -binary | base64
    assertThat(PagePolicy.of("p{}"))
        .isEqualTo(
            "default-src 'none'; img-src data:; media-src data:;"
                + " style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=';"
                + " base-uri 'none'; form-action 'none'")
        .doesNotContain("unsafe", "http");
  }
}
