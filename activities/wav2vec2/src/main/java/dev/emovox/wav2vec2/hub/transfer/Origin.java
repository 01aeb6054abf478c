package dev.emovox.wav2vec2.hub.transfer;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * What two addresses share when a credential for the one may be sent to the other (RFC 6454).
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case
 * @param port also where the address leaves it out
 */
public record Origin(String scheme, String host, int port) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** The origin of an absolute address with a host. */
  public static Origin of(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int standard = scheme.equals("https") ? HTTPS : HTTP;
    return new Origin(
        scheme,
        address.getHost().toLowerCase(Locale.ROOT),
        address.getPort() < 0 ? standard : address.getPort());
  }

  /** Whether nobody on the way can read or change what is sent: encrypted, or this machine. */
  public boolean isProtected() {
    return scheme.equals("https") || LOOPBACK.contains(host);
  }

  @Override
  public String toString() {
    boolean standard = port == (scheme.equals("https") ? HTTPS : HTTP);
    return scheme + "://" + host + (standard ? "" : ":" + port);
  }
}
