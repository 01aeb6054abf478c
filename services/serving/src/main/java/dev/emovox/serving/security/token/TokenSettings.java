package dev.emovox.serving.security.token;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.serving.security.exposure.Exposure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Objects;

/**
 * Whose tokens are accepted, and for what.
 *
 * @param issuer as tokens name it; its description is at {@code /.well-known/openid-configuration}
 *     below it
 * @param audience by which tokens name this service
 * @param scopesClaim the claim with the scopes: words with spaces between, or a list
 * @param scopePrefix before the names of scopes, which have other services' beside them
 */
public record TokenSettings(URI issuer, String audience, String scopesClaim, String scopePrefix) {

  /**
   * Checks that the issuer can be trusted to be itself.
   *
   * @throws InvalidInputException if it is no address, or plain HTTP and on another machine, or
   *     there is no audience
   */
  public TokenSettings {
    Objects.requireNonNull(scopesClaim, "scopesClaim");
    Objects.requireNonNull(scopePrefix, "scopePrefix");
    if (!isTrusted(issuer)) {
      throw new InvalidInputException(
          "EMOVOX_SERVING_OIDC_ISSUER is %s. Give the https address of the issuer, without a query."
              .formatted(issuer));
    }
    if (audience == null || audience.isBlank()) {
      throw new InvalidInputException(
          "EMOVOX_SERVING_OIDC_ISSUER is set and EMOVOX_SERVING_OIDC_AUDIENCE is not. Give the name that tokens for this service have as their audience; without it, tokens for any other service of the issuer would open this one.");
    }
  }

  /**
   * Checks what the variables of the process say, before anything is started with it.
   *
   * @throws InvalidInputException as the constructor does
   */
  public static void check(Map<String, String> environment) {
    String issuer = environment.getOrDefault("EMOVOX_SERVING_OIDC_ISSUER", "").strip();
    if (!issuer.isEmpty()) {
      var unused =
          new TokenSettings(
              address(issuer), environment.get("EMOVOX_SERVING_OIDC_AUDIENCE"), "scope", "");
    }
  }

  private static URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new InvalidInputException(
          "EMOVOX_SERVING_OIDC_ISSUER is no address: %s".formatted(e.getMessage()), e);
    }
  }

  /** Whether what is read at this address is what its owner wrote: over TLS, or on this machine. */
  static boolean isTrusted(URI address) {
    if (address == null || address.getHost() == null || address.getRawQuery() != null) {
      return false;
    }
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme()) && Exposure.isThisMachine(address.getHost()));
  }

  /** Where the issuer describes itself. */
  URI description() {
    String base = issuer.toString();
    String plain = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return URI.create(plain + "/.well-known/openid-configuration");
  }
}
