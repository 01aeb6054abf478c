package dev.emovox.serving.grpc;

import dev.emovox.serving.ops.PredictionMeter;
import dev.emovox.serving.problem.ProblemMapper;
import dev.emovox.serving.problem.ProblemWriter;
import dev.emovox.serving.upload.UploadMemory;
import java.time.Duration;

/**
 * What every call needs.
 *
 * @param limits of its times
 * @param memory for messages that are not answered yet
 * @param problems what becomes of what goes wrong
 */
record CallServices(Limits limits, UploadMemory memory, Problems problems) {

  /**
   * Times.
   *
   * @param answer longest for an answer
   * @param receive within which a message must have arrived
   */
  record Limits(Duration answer, Duration receive) {}

  /**
   * What becomes of what goes wrong.
   *
   * @param mapper knows what it is
   * @param writer tells the client
   * @param meter counts it
   */
  record Problems(ProblemMapper mapper, ProblemWriter writer, PredictionMeter meter) {}
}
