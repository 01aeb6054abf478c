package dev.emovox.baselines;

/** The bytes of a fitted model. Stateless and safe for use by several threads. */
public final class BaselineModelFormat {

  /** Equal models give equal bytes. */
  public byte[] write(BaselineModel model) {
    return pending();
  }

  /**
   * The model that was written.
   *
   * @throws dev.emovox.domain.InvalidInputException if these are not the bytes of a model
   */
  public BaselineModel read(byte[] content) {
    return pending();
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <R> R pending() {
    throw new UnsupportedOperationException("not written yet");
  }
}
