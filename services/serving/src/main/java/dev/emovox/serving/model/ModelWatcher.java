package dev.emovox.serving.model;

import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.ServerUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Keeps the model of a role in step with the registry's alias. Each {@link #poll()} looks once: a
 * new version is loaded, verified and warmed up beside the current one, and only then takes over. A
 * version that fails any check never answers; the last good model goes on, the reason is told, and
 * the version is tried again at growing intervals while the alias points to it. If the alias is
 * removed, or the registry or the store is away, the last good model goes on as well.
 *
 * <p>A challenger is needed less than memory is: it goes as soon as the alias is removed or points
 * elsewhere, before the next one is loaded, since the champion answers meanwhile. The champion's
 * own version is no challenger.
 *
 * <p>{@link #poll()} is for one thread; the rest may be called by any.
 */
public final class ModelWatcher {
  private final ModelRole role;
  private final ModelSource source;
  private final ModelHolder holder;
  private final RetryBackoff backoff;
  private final InstantSource clock;
  private final WatchListener listener;
  private volatile Optional<Rejection> withdrawn = Optional.empty();
  private volatile ModelStatus status =
      ModelStatus.of(RegistryState.STARTING, "The registry has not been asked yet.");

  /** Makes the watcher of the role whose model {@code holder} holds. */
  public ModelWatcher(
      ModelSource source, ModelHolder holder, Timing timing, WatchListener listener) {
    this.role = holder.role();
    this.source = source;
    this.holder = holder;
    this.backoff = timing.backoff();
    this.clock = timing.clock();
    this.listener = listener;
  }

  /**
   * When to try again, and what time it is.
   *
   * @param backoff delays between attempts at a refused version
   * @param clock the time of swaps and attempts
   */
  public record Timing(RetryBackoff backoff, InstantSource clock) {}

  /** What the last look found. */
  public ModelStatus status() {
    return status;
  }

  /** Looks at the alias once and follows it. Throws nothing: what goes wrong becomes the status. */
  public void poll() {
    ModelStatus next = look();
    ModelStatus previous = status;
    status = next;
    if (next.state() != previous.state() || !next.message().equals(previous.message())) {
      listener.changed(role, next);
    }
  }

  /**
   * Takes a model back that answers and should not. It isn't tried again before the alias has
   * pointed elsewhere.
   */
  public void withdraw(LiveModel live, String reason) {
    withdrawn = Optional.of(new Rejection(live.pointer(), reason, 1, Optional.empty()));
    holder.release(live);
  }

  private ModelStatus look() {
    try {
      return pointer().map(this::follow).orElseGet(this::withoutAlias);
    } catch (EmovoxException e) {
      return unreachable(e.getMessage());
    } catch (RuntimeException e) {
      return unreachable("Asking the registry failed in a way that is a bug: " + e);
    }
  }

  private Optional<ModelPointer> pointer() {
    Optional<ModelPointer> pointer = source.find(role);
    return role == ModelRole.CHALLENGER && pointer.equals(source.find(ModelRole.CHAMPION))
        ? Optional.empty()
        : pointer;
  }

  private ModelStatus follow(ModelPointer pointer) {
    Optional<Rejection> given = withdrawn.filter(up -> up.pointer().equals(pointer));
    if (given.isPresent()) {
      return refused(given.get());
    }
    withdrawn = Optional.empty();
    Optional<LiveModel> live = holder.current();
    if (live.map(LiveModel::pointer).filter(pointer::equals).isPresent()) {
      return serving(live.get());
    }
    Optional<Rejection> earlier = status.rejection().filter(r -> r.pointer().equals(pointer));
    if (earlier.isPresent() && !earlier.get().isDue(clock.instant())) {
      return refused(earlier.get());
    }
    letChallengerGo();
    return attempt(pointer, earlier.map(Rejection::attempts).orElse(0) + 1);
  }

  private ModelStatus attempt(ModelPointer pointer, int attempts) {
    try {
      return serving(goLive(pointer));
    } catch (ServerUnavailableException e) {
      return unreachable("Can't load " + pointer.describe() + " yet: " + e.getMessage());
    } catch (EmovoxException e) {
      return refuse(pointer, attempts, e);
    } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
      return refuse(pointer, attempts, e);
    }
  }

  private LiveModel goLive(ModelPointer pointer) {
    LoadedModel loaded = source.load(pointer);
    boolean swapped = false;
    try {
      WarmUp.run(loaded);
      LiveModel live = new LiveModel(role, loaded, pointer, clock.instant());
      holder.swap(live);
      swapped = true;
      listener.swapped(live);
      return live;
    } finally {
      if (!swapped) {
        loaded.model().close();
      }
    }
  }

  private ModelStatus refuse(ModelPointer pointer, int attempts, Throwable cause) {
    String reason =
        cause instanceof EmovoxException
            ? cause.getMessage()
            : "loading failed in a way that is a bug: " + cause;
    Instant next = clock.instant().plus(backoff.after(attempts));
    Rejection rejection = new Rejection(pointer, reason, attempts, Optional.of(next));
    listener.rejected(role, rejection, cause);
    return refused(rejection);
  }

  private ModelStatus refused(Rejection rejection) {
    String message = "Refused " + rejection.pointer().describe() + ": " + rejection.reason();
    return new ModelStatus(
        RegistryState.REJECTED, message + stillServing(), Optional.of(rejection));
  }

  private ModelStatus withoutAlias() {
    withdrawn = Optional.empty();
    if (role == ModelRole.CHALLENGER) {
      letChallengerGo();
      return ModelStatus.of(
          RegistryState.NO_CHALLENGER, "No version is tried beside the champion.");
    }
    return ModelStatus.of(
        RegistryState.NO_CHAMPION,
        "No version has the alias; promote one with ./emovox promote VERSION." + stillServing());
  }

  private ModelStatus unreachable(String reason) {
    return new ModelStatus(RegistryState.UNREACHABLE, reason + stillServing(), status.rejection());
  }

  private String stillServing() {
    return holder
        .current()
        .map(live -> " Version " + live.identity().version() + " goes on answering.")
        .orElse("");
  }

  private void letChallengerGo() {
    if (role == ModelRole.CHALLENGER) {
      holder.close();
    }
  }

  private ModelStatus serving(LiveModel live) {
    String what = role == ModelRole.CHAMPION ? "Serving " : "Trying beside the champion: ";
    return ModelStatus.of(
        RegistryState.IN_STEP,
        what + live.pointer().describe() + ", package " + live.identity().digest() + ".");
  }
}
