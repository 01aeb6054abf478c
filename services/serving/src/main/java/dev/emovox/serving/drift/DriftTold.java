package dev.emovox.serving.drift;

import dev.emovox.contracts.DriftReport;

/** Where alarms are told. */
public interface DriftTold extends AutoCloseable {

  /**
   * Tells an alarm; returns when it is kept there.
   *
   * @throws RuntimeException if it could not be told; it may be told again
   */
  void tell(String model, DriftReport report);

  @Override
  void close();
}
