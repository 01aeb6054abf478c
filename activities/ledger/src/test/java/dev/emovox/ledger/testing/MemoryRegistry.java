package dev.emovox.ledger.testing;

import dev.emovox.domain.Digest;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.tracking.ModelVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Versions 1, 2 and 3 of a model, and an alias. A process may be killed at any of its writes. */
public final class MemoryRegistry implements Registry {
  private final Map<String, Map<String, String>> tags = new TreeMap<>();
  private final List<String> crowned = new ArrayList<>();
  private Runnable beforeCrown = () -> {};
  private int writesLeft = Integer.MAX_VALUE;

  /** The process is killed instead of its next write after so many. */
  public void killAfter(int writes) {
    writesLeft = writes;
  }

  /** Something else happens just before the alias moves next. */
  public void beforeCrown(Runnable other) {
    beforeCrown = other;
  }

  /** Every version that the alias was moved to. */
  public List<String> crowned() {
    return crowned;
  }

  public Map<String, String> tags(String version) {
    return tags.getOrDefault(version, Map.of());
  }

  private void write() {
    if (writesLeft-- <= 0) {
      throw new ServerUnavailableException("killed", null);
    }
  }

  @Override
  public String modelName() {
    return "emovox";
  }

  @Override
  public synchronized List<ModelVersion> versions() {
    return Stream.of("1", "2", "3").map(this::version).toList();
  }

  private ModelVersion version(String number) {
    Map<String, String> all = new TreeMap<>(tags(number));
    all.put("emovox.run", "run-" + number);
    return new ModelVersion(
        "emovox",
        number,
        Optional.of(Digest.of("package of " + number)),
        "s3://emovox/models/x/",
        "mlflow-run",
        Instant.parse("2026-01-31T14:26:00Z"),
        all,
        List.of());
  }

  @Override
  public synchronized Optional<ModelVersion> champion() {
    return crowned.isEmpty()
        ? Optional.empty()
        : Optional.of(version(crowned.get(crowned.size() - 1)));
  }

  @Override
  public void crown(ModelVersion version) {
    Runnable other = beforeCrown;
    beforeCrown = () -> {};
    other.run();
    move(version.version());
  }

  /** Moves the alias. */
  public synchronized void move(String version) {
    write();
    crowned.add(version);
  }

  @Override
  public synchronized void tag(ModelVersion version, String key, String value) {
    write();
    tags.computeIfAbsent(version.version(), number -> new TreeMap<>()).put(key, value);
  }
}
