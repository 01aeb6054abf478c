package dev.emovox.local.doctor;

import dev.emovox.local.home.Home;
import java.util.List;
import java.util.Map;

/** Looks at this machine; changes nothing. */
public final class DoctorChecks {
  private final Home home;
  private final Map<String, String> environment;

  /** Looks at the machine as a user with these variables and this home sees it. */
  public DoctorChecks(Home home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /** Every check, in the order in which they matter. */
  public List<Check> all() {
    return List.of(
        new Check(
            "home", true, home.folder().toString(), environment.getOrDefault("EMOVOX_HOME", "")));
  }
}
