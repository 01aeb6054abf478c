package dev.emovox.local.process;

import dev.emovox.domain.WorkFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running child: the wrapper's process and, inside its own process group, the server's. */
public final class ChildProcess implements AutoCloseable {
  private static final int KILLED = -9;

  private final ChildCommand command;
  private final Process wrapper;
  private final BufferedReader events;
  private final long pid;

  private ChildProcess(ChildCommand command, Process wrapper, long pid) {
    this.command = command;
    this.wrapper = wrapper;
    this.events = wrapper.inputReader();
    this.pid = pid;
  }

  static ChildProcess of(ChildCommand command, Process wrapper) throws IOException {
    BufferedReader events = wrapper.inputReader();
    String event = events.readLine();
    if (event == null || !event.startsWith("started ")) {
      wrapper.destroyForcibly();
      throw new WorkFailedException(
          "Can't start %s: %s. Its command is `%s`; the log is %s."
              .formatted(
                  command.name(),
                  event == null ? "the wrapper ended" : event,
                  command.command().get(0),
                  command.log()));
    }
    return new ChildProcess(command, wrapper, Long.parseLong(event.substring("started ".length())));
  }

  /** What was started. */
  public ChildCommand command() {
    return command;
  }

  /** The server's process, which is also its group. */
  public long pid() {
    return pid;
  }

  /** The wrapper's process. */
  public long wrapperPid() {
    return wrapper.pid();
  }

  /** False once the server and everything that it started have ended. */
  public boolean isAlive() {
    return wrapper.isAlive();
  }

  /**
   * Completes once the server and everything that it started have ended. The value is the server's
   * exit code, the negative signal number when it was killed, or -9 when nobody could tell.
   */
  public CompletableFuture<Integer> onExit() {
    return wrapper.onExit().thenApply(ended -> serverExit(ended.exitValue()));
  }

  /** Asks the server to end; its group is killed after the grace period. Returns at once. */
  public void requestStop() {
    try {
      wrapper.getOutputStream().close();
    } catch (IOException e) {
      wrapper.destroy(); // the same request by signal
    }
  }

  /** Ends the server and waits until nothing of it is left. */
  public void stop() {
    requestStop();
    Duration limit = command.grace().plusSeconds(10);
    try {
      if (!wrapper.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
        wrapper.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Kills the server's process as a crash would: nothing is flushed, no child is told. */
  public void kill() {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    stop();
  }

  private int serverExit(int wrapperExit) {
    if (wrapperExit != 0) {
      endGroup();
      return KILLED;
    }
    try {
      String event = events.readLine();
      return event == null ? KILLED : Integer.parseInt(event.substring("exited ".length()));
    } catch (IOException e) {
      return KILLED;
    }
  }

  /**
   * A wrapper that was itself killed could not end the group. Linux has killed the server with it,
   * but not what the server had started.
   */
  private void endGroup() {
    try {
      new ProcessBuilder("kill", "-KILL", "--", "-" + pid)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
