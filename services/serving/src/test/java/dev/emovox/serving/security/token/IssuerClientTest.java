package dev.emovox.serving.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.ServerUnavailableException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssuerClientTest {
  private final FakeIssuer issuer = new FakeIssuer();
  private final IssuerClient client =
      new IssuerClient(
          new TokenSettings(issuer.address(), FakeIssuer.AUDIENCE, "scope", "emovox:"));

  @AfterEach
  void close() {
    issuer.close();
  }

  private void refused(String part) {
    assertThatThrownBy(client::keys)
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessageContaining(issuer.address().toString())
        .hasMessageContaining(part);
  }

  @Test
  void theKeysOfNowAreRead() throws InterruptedException {
    assertThat(client.keys().have("first")).isTrue();
    issuer.rotate("second");
    assertThat(client.keys().have("first")).isFalse();
    assertThat(client.keys().have("second")).isTrue();
  }

  @Test
  void anotherIssuersDescriptionIsRefused() {
    issuer.describe(URI.create("https://example.org"), URI.create(issuer.address() + "/keys"));
    refused("another issuer");
  }

  @Test
  void keysThatAnybodyOnTheWayCouldChangeAreRefused() {
    issuer.describe(issuer.address(), URI.create("http://example.org/keys"));
    refused("no https address");
  }

  @Test
  void answersThatAreNoneAreRefused() {
    issuer.page("/keys", "{}");
    refused("/keys");
    issuer.page("/keys", "<html>");
    refused("/keys");
    issuer.page("/keys", " ".repeat(1 << 21));
    refused("larger than a megabyte");
    issuer.describe(issuer.address(), URI.create(issuer.address() + "/nothing"));
    refused("404");
    issuer.page("/.well-known/openid-configuration", "[");
    refused("openid-configuration");
  }

  @Test
  void anIssuerThatIsAwayIsNamed() {
    issuer.close();
    refused("can't be had");
  }
}
