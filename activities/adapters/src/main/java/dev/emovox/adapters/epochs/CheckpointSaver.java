package dev.emovox.adapters.epochs;

import dev.emovox.adapters.network.ScratchFolder;
import dev.emovox.artifacts.StepKey;
import dev.emovox.artifacts.TrainingCheckpoints;
import dev.emovox.domain.EmovoxException;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.wav2vec2.SpeechTraining;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves an epoch now and then. Files are written to this machine's disk between two steps, because
 * the next step changes what is saved; they are sent to the store while training goes on. One that
 * can't be saved is told in the log and given up: training goes on, and a newer one follows. For
 * one thread at a time.
 */
final class CheckpointSaver implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointSaver.class);
  private static final int KEPT = 2;
  private static final String PROGRESS = "progress.json";

  private final TrainingCheckpoints store;
  private final StepKey work;
  private final ScratchFolder scratch;
  private final Duration interval;
  private final ExecutorService sender = Executors.newSingleThreadExecutor(CheckpointSaver::daemon);
  private CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);
  private long savedAt = System.nanoTime();
  private volatile int storedSteps = -1;

  /**
   * A saver of one epoch.
   *
   * @param interval between two checkpoints; with zero every one is waited for
   */
  CheckpointSaver(
      TrainingCheckpoints store, StepKey work, ScratchFolder scratch, Duration interval) {
    this.store = store;
    this.work = work;
    this.scratch = scratch;
    this.interval = interval;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "checkpoint");
    thread.setDaemon(true);
    return thread;
  }

  /** How far the saved epoch in a folder is. */
  static MidEpoch progress(Path folder) {
    try {
      return new SnakeCaseJson().read(Files.readAllBytes(folder.resolve(PROGRESS)), MidEpoch.class);
    } catch (IOException e) {
      throw new UncheckedIOException("reading a checkpoint in " + folder, e);
    }
  }

  /** Whether it is time to save, and the last checkpoint is on its way no more. */
  boolean isDue() {
    return sending.isDone() && System.nanoTime() - savedAt >= interval.toNanos();
  }

  /** Saves what a network is now; returns when the network may change again. */
  void save(MidEpoch progress, SpeechTraining network) {
    savedAt = System.nanoTime();
    try {
      Path folder = write(progress, network);
      sending = CompletableFuture.runAsync(() -> send(folder, progress), sender);
    } catch (EmovoxException | UncheckedIOException e) {
      LOG.warn("No checkpoint was saved, training goes on: {}", e.getMessage());
    }
    if (interval.isZero()) {
      sending.join();
    }
  }

  /** Saves what a network is now unless that is saved already; returns when it is in the store. */
  void saveLast(MidEpoch progress, SpeechTraining network) {
    sending.join();
    if (progress.position().steps() > storedSteps) {
      save(progress, network);
      sending.join();
    }
  }

  private Path write(MidEpoch progress, SpeechTraining network) {
    Path folder = scratch.newFolder("checkpoint-");
    try {
      TrainingState.in(folder).write(network);
      Files.write(folder.resolve(PROGRESS), new SnakeCaseJson().write(progress));
      return folder;
    } catch (IOException e) {
      remove(folder);
      throw new UncheckedIOException("writing " + folder + " (is the disk full?)", e);
    } catch (RuntimeException e) {
      remove(folder);
      throw e;
    }
  }

  private void send(Path folder, MidEpoch progress) {
    try {
      TrainingState state = TrainingState.in(folder);
      List<Path> files = List.of(state.weights(), state.optimiser(), folder.resolve(PROGRESS));
      store.save(work, progress.position().steps(), files);
      storedSteps = progress.position().steps();
      LOG.info("Checkpoint after step {} of {} saved", progress.position().steps(), work);
      store.keepNewest(work, KEPT);
    } catch (EmovoxException e) {
      LOG.warn(
          "The checkpoint after step {} was not saved, training goes on: {}",
          progress.position().steps(),
          e.getMessage());
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      LOG.debug("{} is removed later", folder, e);
    }
  }

  /** Waits for what is on its way. */
  @Override
  public void close() {
    sending.join();
    sender.shutdown();
  }
}
