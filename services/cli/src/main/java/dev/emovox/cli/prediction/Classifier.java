package dev.emovox.cli.prediction;

/** Predicts the emotion in clips. */
public interface Classifier extends AutoCloseable {

  /**
   * The outcome for one file's content.
   *
   * @param path what to call it
   * @throws dev.emovox.domain.ServerUnavailableException if the service is away
   */
  FileOutcome classify(String path, byte[] content);

  @Override
  void close();
}
