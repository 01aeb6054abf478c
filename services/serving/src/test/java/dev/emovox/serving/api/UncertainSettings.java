package dev.emovox.serving.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** A service that says which answers are uncertain. */
public final class UncertainSettings implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(new TestSettings().getConfigOverrides());
    settings.put("serving.uncertain-below", "0.75");
    return settings;
  }
}
