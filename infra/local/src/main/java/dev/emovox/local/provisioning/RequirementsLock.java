package dev.emovox.local.provisioning;

import dev.emovox.domain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Python packages to install: every one with its version and the digests of its files.
 *
 * @param content the requirements file
 */
public record RequirementsLock(String content) {
  /** The lock that this version of Emovox was built with. */
  public static RequirementsLock bundled() {
    try (InputStream source = RequirementsLock.class.getResourceAsStream("requirements.lock")) {
      return new RequirementsLock(new String(source.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the bundled requirements.lock", e);
    }
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
