package dev.emovox.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Processes that a supervisor started and could not end, because it was killed together with the
 * wrappers of its children. They are known by the variable that every child inherits, never by
 * number or name, so no other process can be meant.
 *
 * @param owner the folder that the children belong to
 */
public record Leftovers(Path owner) {
  private static final Path PROCESSES = Path.of("/proc");
  private static final Pattern ENTRIES = Pattern.compile("\0");
  private static final int GRACE_SECONDS = 5;

  /** Those that are alive; none on systems without {@code /proc}, where the wrappers have to do. */
  public List<ProcessHandle> find() {
    if (!Files.isDirectory(PROCESSES)) {
      return List.of();
    }
    long self = ProcessHandle.current().pid();
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != self && isOurs(process))
        .toList();
  }

  /** Ends them, gently first. Returns how many there were. */
  public int end() {
    List<ProcessHandle> processes = find();
    processes.forEach(ProcessHandle::destroy);
    await(processes);
    List<ProcessHandle> stubborn = find();
    stubborn.forEach(ProcessHandle::destroyForcibly);
    await(stubborn);
    return processes.size();
  }

  private boolean isOurs(ProcessHandle process) {
    return variable(process).map(owner.toString()::equals).orElse(false);
  }

  private static Optional<String> variable(ProcessHandle process) {
    String start = ChildLauncher.OWNER_VARIABLE + "=";
    try {
      Path file = PROCESSES.resolve(process.pid() + "/environ");
      String environment = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return ENTRIES
          .splitAsStream(environment)
          .filter(entry -> entry.startsWith(start))
          .map(entry -> entry.substring(start.length()))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // ended meanwhile, or another user's
    }
  }

  private static void await(List<ProcessHandle> processes) {
    CompletableFuture<?>[] ends =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return; // the caller looks again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
