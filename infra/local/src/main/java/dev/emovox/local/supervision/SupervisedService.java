package dev.emovox.local.supervision;

import dev.emovox.domain.EmovoxException;
import dev.emovox.local.process.ChildCommand;
import dev.emovox.local.process.ChildLauncher;
import dev.emovox.local.process.ChildProcess;
import dev.emovox.local.process.ReadinessWait;
import dev.emovox.local.servers.ServerLaunch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One service with a thread of its own that starts it, waits for its end, and starts it again until
 * it is told to stop.
 */
final class SupervisedService {
  private final ServerLaunch launch;
  private final ChildCommand command;
  private final ChildLauncher launcher;
  private final StatusBoard board;
  private final CompletableFuture<Void> firstStart = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private ChildProcess child; // guarded by this

  SupervisedService(
      ServerLaunch launch, ChildCommand command, ChildLauncher launcher, StatusBoard board) {
    this.launch = launch;
    this.command = command;
    this.launcher = launcher;
    this.board = board;
    this.thread = new Thread(this::supervise, "supervise-" + launch.name());
  }

  /** Starts it; the result completes when it answers, and fails when it could not be started. */
  CompletableFuture<Void> start() {
    thread.start();
    return firstStart;
  }

  /** Ends it and waits until nothing of it is left. */
  void stop() {
    requestStop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Begins to end it. */
  void requestStop() {
    synchronized (this) {
      stopping.countDown();
      if (child != null) {
        child.requestStop();
      }
    }
  }

  private void supervise() {
    Backoff backoff = new Backoff();
    while (!isStopping()) {
      long began = System.nanoTime();
      String problem = runOnce();
      if (firstStart.isCompletedExceptionally()) {
        break;
      }
      if (isStopping()) {
        board.stopped(launch.name());
      } else {
        board.restarting(launch.name(), problem);
        pause(backoff.pauseAfter(Duration.ofNanos(System.nanoTime() - began)));
      }
    }
    firstStart.cancel(false);
  }

  /** One life of the service; returns why it ended. */
  private String runOnce() {
    try {
      ChildProcess started = begin();
      if (started == null) {
        return "it was told to stop";
      }
      try (started) {
        return live(started);
      }
    } catch (EmovoxException e) {
      if (!isStopping() && !firstStart.isDone()) {
        // First to the board: whoever waits for the start has everything stopped when it fails.
        board.failed(launch.name(), e.getMessage());
        firstStart.completeExceptionally(e);
      }
      return e.getMessage();
    }
  }

  private String live(ChildProcess started) {
    board.starting(launch.name(), started.pid());
    ReadinessWait.await(started, launch.readiness(), ServerLaunch.START_LIMIT);
    board.running(launch.name(), started.pid());
    firstStart.complete(null);
    int exit = started.onExit().join();
    return exit < 0 ? "it was killed by signal " + -exit : "it ended with exit code " + exit;
  }

  /** A started child, or null when the service was told to stop meanwhile. */
  private synchronized ChildProcess begin() {
    child = isStopping() ? null : launcher.start(command);
    return child;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void pause(Duration duration) {
    try {
      boolean unused = stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
