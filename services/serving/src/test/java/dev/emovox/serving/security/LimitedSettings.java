package dev.emovox.serving.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A service that asks for keys, limits rates, keeps an audit log and lets one other page ask. */
public class LimitedSettings extends SecuredSettings {
  static final String ORIGIN = "https://app.example.org";
  static final int BURST = 30;

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings.put("serving.grpc-port", "0");
    settings.put("guard.origins", ORIGIN);
    settings.put("guard.rate", "0.001");
    settings.put("guard.burst", "" + BURST);
    settings.put("guard.audit-log", newFolder().resolve("audit.jsonl").toString());
    settings.put("guard.receive-timeout", "300ms");
    return settings;
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("emovox-audit-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
