package dev.emovox.wav2vec2.hub;

import dev.emovox.domain.InvalidInputException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model repository on a hub and which of its states is meant, written {@code OWNER/NAME} or
 * {@code OWNER/NAME@REVISION}.
 *
 * @param owner user or organisation
 * @param name the repository's name
 * @param revision a commit (40 hexadecimal digits), branch or tag; {@link #DEFAULT_REVISION} if
 *     none was given
 */
public record HubReference(String owner, String name, String revision) {
  /** The branch that is meant when nothing is said. */
  public static final String DEFAULT_REVISION = "main";

  private static final Pattern WRITTEN = Pattern.compile("([^/@]+)/([^/@]+)(?:@(.+))?");
  private static final Pattern PART =
      Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,94}[A-Za-z0-9_])?");
  private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./-]{0,199}");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  public HubReference {
    require(isPart(owner) && isPart(name), owner + "/" + name);
    if (!isRevision(revision)) {
      throw new InvalidInputException(
          "'%s' can't be a revision; give a branch, a tag or a commit of 40 hexadecimal digits."
              .formatted(revision));
    }
  }

  /**
   * Reads the written form.
   *
   * @throws InvalidInputException if it is none
   */
  public static HubReference parse(String text) {
    Matcher parts = WRITTEN.matcher(text);
    require(parts.matches(), text);
    return new HubReference(
        parts.group(1),
        parts.group(2),
        Optional.ofNullable(parts.group(3)).orElse(DEFAULT_REVISION));
  }

  /** Whether a text has the form of a reference; a path with more or fewer parts has not. */
  public static boolean isReference(String text) {
    Matcher parts = WRITTEN.matcher(text);
    return parts.matches() && isPart(parts.group(1)) && isPart(parts.group(2));
  }

  private static boolean isPart(String text) {
    return PART.matcher(text).matches() && !text.contains("--") && !text.contains("..");
  }

  private static boolean isRevision(String text) {
    return REVISION.matcher(text).matches()
        && !text.contains("..")
        && !text.contains("//")
        && !text.endsWith("/");
  }

  static boolean isCommit(String text) {
    return COMMIT.matcher(text).matches();
  }

  private static void require(boolean condition, String text) {
    if (!condition) {
      throw new InvalidInputException(
          "'%s' is not a model on a hub; write OWNER/NAME or OWNER/NAME@REVISION, such as facebook/wav2vec2-base@main."
              .formatted(text));
    }
  }

  /** The repository without its revision, {@code OWNER/NAME}. */
  public String id() {
    return owner + "/" + name;
  }

  /** The same repository at another revision. */
  public HubReference at(String otherRevision) {
    return new HubReference(owner, name, otherRevision);
  }

  /** Whether the revision is a commit, whose content can't change. */
  public boolean isPinned() {
    return isCommit(revision);
  }

  @Override
  public String toString() {
    return id() + "@" + revision;
  }
}
