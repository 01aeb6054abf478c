package dev.emovox.local.provisioning;

import dev.emovox.domain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Python packages to install: every one with its version and the digests of its files.
 *
 * @param content the requirements file
 */
public record RequirementsLock(String content) {
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^([a-z0-9][a-z0-9._-]*)==([^ \\\\;]+)[^\\n]*(?:\\n +--hash=[^\\n]*)+");

  /** The servers' packages that this version of Emovox was built with. */
  public static RequirementsLock bundled() {
    return bundled("requirements.lock");
  }

  /** The packages with the libraries of libtorch for graphics cards. */
  public static RequirementsLock libtorch() {
    return bundled("libtorch.lock");
  }

  private static RequirementsLock bundled(String name) {
    try (InputStream source = RequirementsLock.class.getResourceAsStream(name)) {
      return new RequirementsLock(new String(source.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the bundled " + name, e);
    }
  }

  /**
   * One package of a lock.
   *
   * @param name its name
   * @param version its version
   * @param requirement its line and digests, a requirements file of its own
   */
  public record Entry(String name, String version, String requirement) {}

  /** Every package, in the order of the file. */
  public List<Entry> entries() {
    return ENTRY
        .matcher(content)
        .results()
        .map(entry -> new Entry(entry.group(1), entry.group(2), entry.group() + "\n"))
        .toList();
  }

  /** Identifies the set of packages. */
  public Digest digest() {
    return Digest.of(content.getBytes(StandardCharsets.UTF_8));
  }

  /** The pinned version of a package. */
  public Optional<String> version(String name) {
    Matcher line =
        Pattern.compile("(?m)^" + Pattern.quote(name) + "==([^ \\\\;]+)").matcher(content);
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }
}
