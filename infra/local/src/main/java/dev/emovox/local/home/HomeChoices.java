package dev.emovox.local.home;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a home remembers for the next {@code up}.
 *
 * @param s3 the S3 server whose data it holds
 * @param ports the ports that were used last, by name
 * @param gpu whether the worker and the service compute on a graphics card; no if not known
 */
public record HomeChoices(Optional<S3Kind> s3, Map<String, Integer> ports, Optional<Boolean> gpu) {
  public HomeChoices {
    ports = new TreeMap<>(ports);
  }

  /** The file of a home. */
  public static JsonFile<HomeChoices> file(Home home) {
    return new JsonFile<>(home.folder().resolve("choices.json"), HomeChoices.class);
  }

  /** What the home remembers; nothing at first. */
  public static HomeChoices of(Home home) {
    return file(home).read().orElse(new HomeChoices(Optional.empty(), Map.of(), Optional.empty()));
  }

  /** The same with other servers. */
  public HomeChoices withServers(Optional<S3Kind> kind, Map<String, Integer> chosen) {
    return new HomeChoices(kind, chosen, gpu);
  }

  /** The same with or without a graphics card. */
  public HomeChoices withGpu(boolean used) {
    return new HomeChoices(s3, ports, Optional.of(used));
  }
}
