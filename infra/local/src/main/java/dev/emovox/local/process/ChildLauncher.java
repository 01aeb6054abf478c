package dev.emovox.local.process;

import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts children through the wrapper {@code child.py}, which ends a child's whole process group as
 * soon as this process ends, however it ends. Thread-safe.
 */
public final class ChildLauncher {
  /** Variable in every child's environment; its value is the folder that the child belongs to. */
  public static final String OWNER_VARIABLE = "EMOVOX_SUPERVISED_FOR";

  private final Path python;
  private final Path wrapper;
  private final Path owner;

  private ChildLauncher(Path python, Path wrapper, Path owner) {
    this.python = python;
    this.wrapper = wrapper;
    this.owner = owner;
  }

  /**
   * A launcher whose children are marked as belonging to {@code owner}, an existing folder; the
   * wrapper is written into it.
   */
  public static ChildLauncher in(Path owner, Path python) {
    Path absolute = owner.toAbsolutePath().normalize();
    Path wrapper = absolute.resolve("child.py");
    try (InputStream source = ChildLauncher.class.getResourceAsStream("child.py")) {
      Path fresh = Files.createTempFile(absolute, "child", ".py");
      Files.copy(source, fresh, StandardCopyOption.REPLACE_EXISTING);
      Files.move(fresh, wrapper, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + wrapper, e);
    }
    return new ChildLauncher(python, wrapper, absolute);
  }

  /**
   * Starts the child and returns once its process exists; it may not answer yet.
   *
   * @throws WorkFailedException when the command can't be run
   */
  public ChildProcess start(ChildCommand child) {
    List<String> line = new ArrayList<>();
    line.addAll(List.of(python.toString(), "-I", "-S", wrapper.toString()));
    line.addAll(
        List.of(child.log().toString(), Double.toString(child.grace().toMillis() / 1000.0)));
    line.addAll(child.command());
    ProcessBuilder builder = new ProcessBuilder(line).directory(child.workingDirectory().toFile());
    builder.environment().putAll(child.environment());
    builder.environment().put(OWNER_VARIABLE, owner.toString());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(child.log().toFile()));
    try {
      Files.createDirectories(child.log().getParent());
      return ChildProcess.of(child, builder.start());
    } catch (IOException e) {
      throw new WorkFailedException(
          "Can't start %s with %s: %s".formatted(child.name(), python, e.getMessage()), e);
    }
  }
}
