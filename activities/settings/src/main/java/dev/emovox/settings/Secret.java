package dev.emovox.settings;

/**
 * A password, key or token. Prints as {@code ***}, so that it can't slip into a log or a message;
 * {@link #reveal()} is the only way to it.
 *
 * @param reveal the secret itself
 */
public record Secret(String reveal) {

  public Secret {
    if (reveal.isEmpty()) {
      throw new IllegalArgumentException("a secret can't be empty");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
