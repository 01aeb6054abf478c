package dev.emovox.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A question to a server that has just been started: do you answer? */
@FunctionalInterface
public interface Readiness {
  /** Asks once, for at most a second or so. */
  boolean isReady();

  /** Ready when the port of the loopback address accepts connections. */
  static Readiness port(int port) {
    return () -> FreePorts.answers(port);
  }

  /** Ready when a GET of the address is answered by a status of success or redirection. */
  static Readiness http(URI address) {
    return () -> status(address) < 400;
  }

  /** Ready when a GET of the address without credentials is refused by status 403. */
  static Readiness refusal(URI address) {
    return () -> status(address) == HttpURLConnection.HTTP_FORBIDDEN;
  }

  private static int status(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(1500);
      try {
        return connection.getResponseCode();
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return Integer.MAX_VALUE; // no answer is worse than any
    }
  }
}
