package dev.emovox.serving.prediction;

/** A version of the model was asked for that does not answer here now. */
public final class VersionNotLiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String live;

  public VersionNotLiveException(String asked, String live) {
    super("version '" + asked + "' was asked for, and '" + live + "' is live");
    this.live = live;
  }

  /** The version that answers. */
  public String live() {
    return live;
  }
}
