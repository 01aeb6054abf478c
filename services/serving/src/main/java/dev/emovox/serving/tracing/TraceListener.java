package dev.emovox.serving.tracing;

/** Told what becomes of rows. Called by several threads; must not throw. */
public interface TraceListener {

  /** So many rows are stored. */
  void written(int rows);

  /** So many rows are lost for good, since too many wait. */
  void lost(int rows);

  /** Storing failed; the rows wait for the next attempt. */
  void failed(RuntimeException failure);
}
