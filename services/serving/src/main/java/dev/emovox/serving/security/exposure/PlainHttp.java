package dev.emovox.serving.security.exposure;

import java.util.Map;

/** Whether the port without TLS answers: once there is a certificate, only if that is asked for. */
public final class PlainHttp {
  /** The framework's setting, which has no default of that kind. */
  public static final String SETTING = "quarkus.http.insecure-requests";

  /** Its value for a port that does not answer. */
  public static final String OFF = "disabled";

  private PlainHttp() {}

  /** Whether the variables of the process say that it does not. */
  public static boolean isOff(Map<String, String> environment) {
    return !environment.getOrDefault("EMOVOX_SERVING_TLS_CERT", "").isBlank()
        && environment.getOrDefault("EMOVOX_SERVING_PLAIN", "").isBlank();
  }
}
