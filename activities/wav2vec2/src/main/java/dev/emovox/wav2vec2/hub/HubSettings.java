package dev.emovox.wav2vec2.hub;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.Secret;
import dev.emovox.wav2vec2.hub.transfer.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which hub is asked, and how. The variables are those of Hugging Face's own tools: {@code
 * HF_ENDPOINT}, {@code HF_TOKEN}, {@code HF_TOKEN_PATH}, {@code HUGGING_FACE_HUB_TOKEN} and {@code
 * HF_HUB_OFFLINE}; {@code EMOVOX_HUB_PLAIN_HTTP} is ours.
 *
 * @param endpoint address of the hub, without a slash at its end
 * @param token sent to the hub's own host only
 * @param offline whether only what is in the cache may be used
 * @param plainHttp whether a host other than this machine may be spoken to without encryption
 */
public record HubSettings(
    URI endpoint, Optional<Secret> token, boolean offline, boolean plainHttp) {
  private static final String DEFAULT_ENDPOINT = "https://huggingface.co";
  private static final String ENDPOINT = "HF_ENDPOINT";
  private static final String OFFLINE = "HF_HUB_OFFLINE";
  private static final String PLAIN_HTTP = "EMOVOX_HUB_PLAIN_HTTP";
  private static final Set<String> YES = Set.of("1", "true", "yes", "on");

  /**
   * @throws InvalidInputException if the endpoint is not encrypted and need be
   */
  public HubSettings {
    if (!plainHttp && !Origin.of(endpoint).isProtected()) {
      throw new InvalidInputException(
          "%s names %s, which is not encrypted, so what comes from there could be anything and a token could be read on the way. Use https, or set %s=1 if you trust the network."
              .formatted(ENDPOINT, Origin.of(endpoint), PLAIN_HTTP));
    }
  }

  /**
   * Reads the variables.
   *
   * @throws InvalidInputException if one of them can't be used; a token is never repeated
   */
  public static HubSettings of(Map<String, String> environment) {
    return new HubSettings(
        endpoint(environment.getOrDefault(ENDPOINT, "").strip()),
        HubToken.find(environment),
        isYes(environment, OFFLINE),
        isYes(environment, PLAIN_HTTP));
  }

  private static URI endpoint(String text) {
    try {
      URI uri = new URI((text.isEmpty() ? DEFAULT_ENDPOINT : text).replaceFirst("/+$", ""));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean plain =
          uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (web && plain && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below, without the text: it may hold a password.
    }
    throw new InvalidInputException(
        ENDPOINT + " must be a URL such as https://HOST, without a user and without a query.");
  }

  private static boolean isYes(Map<String, String> environment, String name) {
    return YES.contains(environment.getOrDefault(name, "").strip().toLowerCase(Locale.ROOT));
  }
}
