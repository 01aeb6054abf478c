package dev.emovox.serving.security.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.domain.ServerUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Asks an issuer for its public keys. Safe for use by several threads. */
final class IssuerClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LARGEST_DOCUMENT = 1 << 20;
  private static final int OK = 200;

  private final TokenSettings settings;
  private final ObjectMapper json = new ObjectMapper();
  // Redirects are not followed: they would lead to where nobody said that keys are.
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  IssuerClient(TokenSettings settings) {
    this.settings = settings;
  }

  /**
   * The keys of now.
   *
   * @throws ServerUnavailableException if they can't be had, or are none of the issuer's
   * @throws InterruptedException if the thread is to end
   */
  SigningKeys keys() throws InterruptedException {
    URI address = settings.description();
    try {
      URI keys = keysAddress(json.readTree(read(address)));
      address = keys;
      return new SigningKeys(new JsonWebKeySet(read(keys)).getJsonWebKeys());
    } catch (IOException | JoseException | IllegalArgumentException e) {
      throw new ServerUnavailableException(
          "The keys of the issuer %s can't be had from %s: %s. Tokens are refused until they can; API keys are not concerned."
              .formatted(settings.issuer(), address, e.getMessage()),
          e);
    }
  }

  private URI keysAddress(JsonNode description) throws IOException {
    String issuer = description.path("issuer").asText();
    if (!issuer.equals(settings.issuer().toString())) {
      throw new IOException("it says that it is another issuer, '%s'".formatted(issuer));
    }
    URI keys = URI.create(description.path("jwks_uri").asText());
    if (!TokenSettings.isTrusted(keys)) {
      throw new IOException("its keys are at '%s', which is no https address".formatted(keys));
    }
    return keys;
  }

  private String read(URI address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .build();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != OK) {
        throw new IOException("the answer is " + answer.statusCode());
      }
      byte[] content = body.readNBytes(LARGEST_DOCUMENT + 1);
      if (content.length > LARGEST_DOCUMENT) {
        throw new IOException("the answer is larger than a megabyte");
      }
      return new String(content, StandardCharsets.UTF_8);
    }
  }
}
