package dev.emovox.local.supervision;

import dev.emovox.domain.EmovoxException;
import dev.emovox.local.home.Home;
import dev.emovox.local.home.ServiceStatus;
import dev.emovox.local.home.StackRecord;
import dev.emovox.local.process.ChildCommand;
import dev.emovox.local.process.ChildLauncher;
import dev.emovox.local.servers.ServerLaunch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Runs the services of one stack. {@link #stop()} may be called from any thread, at any time. */
public final class Supervisor {
  private final Home home;
  private final StackPlan plan;
  private final ChildLauncher launcher;
  private final StatusBoard board;

  /** By stage, the last first. Guarded by this. */
  private final NavigableMap<Integer, List<SupervisedService>> services =
      new TreeMap<>(Comparator.reverseOrder());

  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * Prepares to run a plan.
   *
   * @param log told every change, a line each
   */
  public Supervisor(Home home, StackPlan plan, ChildLauncher launcher, Consumer<String> log) {
    this.home = home;
    this.plan = plan;
    this.launcher = launcher;
    this.board = new StatusBoard(StackRecord.file(home), plan, log);
  }

  /**
   * Starts every service and returns once all of them answer.
   *
   * @return false when it was told to stop meanwhile
   * @throws dev.emovox.domain.ServerUnavailableException when one does not; all are ended again
   */
  public boolean start() {
    int stages = plan.services().stream().mapToInt(PlannedService::stage).max().orElse(0);
    for (int stage = 0; stage <= stages; stage++) {
      if (!startStage(stage)) {
        return false;
      }
    }
    return true;
  }

  /** Waits until everything was ended by {@link #stop()}. */
  public void await() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }

  /** What every service is doing. */
  public List<ServiceStatus> services() {
    return board.services();
  }

  /** Ends everything, what was started last first, and returns when nothing is left. */
  public void stop() {
    List<List<SupervisedService>> running;
    synchronized (this) {
      stopping.countDown();
      running = services.values().stream().map(List::copyOf).toList();
    }
    for (List<SupervisedService> stage : running) {
      stage.forEach(SupervisedService::requestStop);
      stage.forEach(SupervisedService::stop);
    }
    ended.countDown();
  }

  private boolean startStage(int number) {
    List<CompletableFuture<Void>> starts =
        plan.services().stream()
            .filter(service -> service.stage() == number)
            .flatMap(service -> service.launch().stream())
            .map(launch -> start(launch, number))
            .toList();
    try {
      starts.forEach(CompletableFuture::join);
      return true;
    } catch (CancellationException e) {
      return false;
    } catch (CompletionException e) {
      stop();
      throw e.getCause() instanceof EmovoxException cause ? cause : e;
    }
  }

  private synchronized CompletableFuture<Void> start(ServerLaunch launch, int stage) {
    if (stopping.getCount() == 0) {
      return CompletableFuture.failedFuture(new CancellationException());
    }
    ChildCommand command = launch.child(home.data(), home.log(launch.name()));
    SupervisedService service = new SupervisedService(launch, command, launcher, board);
    services.computeIfAbsent(stage, number -> new ArrayList<>()).add(service);
    return service.start();
  }
}
