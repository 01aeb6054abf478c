package dev.emovox.cli.workplace;

import java.nio.file.Path;
import java.util.Map;

/** The real workplace: servers named by {@code EMOVOX_*} variables, else the running home's. */
public final class ConnectedWorkplace implements Workplace {
  private final Map<String, String> environment;
  private final Path givenHome;

  public ConnectedWorkplace(Map<String, String> environment, Path givenHome) {
    this.environment = Map.copyOf(environment);
    this.givenHome = givenHome;
  }

  @Override
  public Checkout checkout() {
    return Checkout.find(environment);
  }
}
