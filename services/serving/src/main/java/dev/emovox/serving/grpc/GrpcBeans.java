package dev.emovox.serving.grpc;

import dev.emovox.serving.ServingConfig;
import dev.emovox.serving.ops.PredictionMeter;
import dev.emovox.serving.problem.ProblemMapper;
import dev.emovox.serving.problem.ProblemWriter;
import dev.emovox.serving.security.SecurityConfig;
import dev.emovox.serving.upload.UploadMemory;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the parts together. */
class GrpcBeans {

  @Produces
  @Singleton
  CallServices.Limits limits(ServingConfig serving, SecurityConfig security) {
    return new CallServices.Limits(serving.requestTimeout(), security.receiveTimeout());
  }

  @Produces
  @Singleton
  CallServices.Problems problems(
      ProblemMapper mapper, ProblemWriter writer, PredictionMeter meter) {
    return new CallServices.Problems(mapper, writer, meter);
  }

  @Produces
  @Singleton
  CallServices services(
      CallServices.Limits limits, UploadMemory memory, CallServices.Problems problems) {
    return new CallServices(limits, memory, problems);
  }
}
