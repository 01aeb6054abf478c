package dev.emovox.worker;

import java.util.Map;

/** How the worker's log looks: one line an event on standard error, UTC offset included. */
final class WorkerLog {
  private static final String PREFIX = "org.slf4j.simpleLogger.";
  private static final Map<String, String> SETTINGS =
      Map.of(
          "showDateTime", "true",
          "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
          "showThreadName", "false",
          // Lines for every block of every table, and for every connection.
          "log.org.apache.parquet", "warn",
          // How libtorch is loaded; what goes wrong is thrown. A machine without a card is no
          // warning.
          "log.ai.djl", "warn",
          "log.ai.djl.util.cuda", "error",
          "log.io.temporal.serviceclient", "warn");

  private WorkerLog() {}

  /** Must run before the first logger is made. What is set on the command line stays. */
  static void configure() {
    SETTINGS.forEach(
        (key, value) -> {
          if (System.getProperty(PREFIX + key) == null) {
            System.setProperty(PREFIX + key, value);
          }
        });
  }
}
