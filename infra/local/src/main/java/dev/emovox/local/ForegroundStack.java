package dev.emovox.local;

import dev.emovox.local.home.Home;
import dev.emovox.local.process.ChildLauncher;
import dev.emovox.local.process.Leftovers;
import dev.emovox.local.provisioning.ServerFolder;
import dev.emovox.local.provisioning.ServerPrograms;
import dev.emovox.local.supervision.StackPlan;
import dev.emovox.local.supervision.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** A stack that is supervised by this process. */
final class ForegroundStack {
  private final Home home;
  private final Consumer<String> progress;

  ForegroundStack(Home home, Consumer<String> progress) {
    this.home = home;
    this.progress = progress;
  }

  /** Runs until it is told to stop; one process at a time for each home. */
  UpOutcome run(UpOptions options, Runnable ready) {
    home.create();
    try (FileChannel channel =
        FileChannel.open(
            home.run().resolve("supervisor.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        return UpOutcome.ALREADY_RUNNING;
      }
      supervise(options, ready);
      return UpOutcome.STARTED;
    } catch (IOException e) {
      throw new UncheckedIOException("can't lock " + home.run(), e);
    }
  }

  private void supervise(UpOptions options, Runnable ready) {
    int leftovers = new Leftovers(home.run()).end();
    if (leftovers > 0) {
      progress.accept("Ended %d processes of a stack that was killed".formatted(leftovers));
    }
    ServerPrograms programs = ServerFolder.programs(options.environment(), home.folder(), progress);
    StackPlan plan = new StackPlanner(home, options, programs).plan();
    ChildLauncher launcher = ChildLauncher.in(home.run(), programs.python());
    Supervisor supervisor = new Supervisor(home, plan, launcher, progress);
    Thread atEnd = new Thread(supervisor::stop, "end-of-stack");
    Runtime.getRuntime().addShutdownHook(atEnd);
    if (supervisor.start()) {
      ready.run();
    }
    supervisor.await();
  }
}
