package dev.emovox.serving.model;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models that answer.
 *
 * @param champion the one that answers by default
 * @param challenger the one that is tried beside it; mostly there is none
 */
public record LiveModels(ModelHolder champion, ModelHolder challenger) implements AutoCloseable {

  /** Nothing is live yet. */
  public static LiveModels none() {
    return new LiveModels(
        new ModelHolder(ModelRole.CHAMPION), new ModelHolder(ModelRole.CHALLENGER));
  }

  /** What is live now, the champion first; for showing. */
  public Stream<LiveModel> current() {
    return Stream.of(champion, challenger).map(ModelHolder::current).flatMap(Optional::stream);
  }

  /** A lease on the live model of that version; empty if none is of that version. */
  public Optional<ModelLease> lease(String version) {
    return Stream.of(champion, challenger)
        .map(holder -> lease(holder, version))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<ModelLease> lease(ModelHolder holder, String version) {
    Optional<ModelLease> lease = holder.lease();
    if (lease.isPresent() && !lease.get().live().identity().version().equals(version)) {
      lease.get().close();
      return Optional.empty();
    }
    return lease;
  }

  @Override
  public void close() {
    champion.close();
    challenger.close();
  }
}
