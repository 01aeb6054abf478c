package dev.emovox.serving.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.serving.ServingConfig;
import dev.emovox.serving.api.Predictions;
import dev.emovox.serving.prediction.Uncertainty;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what every stream needs. */
class StreamBeans {

  @Produces
  @Singleton
  StreamKit kit(
      Predictions predictions, ServingConfig config, Uncertainty uncertainty, ObjectMapper json) {
    ServingConfig.Stream stream = config.stream();
    StreamLimits limits =
        new StreamLimits(
            stream.connections(),
            stream.longest(),
            stream.idle(),
            Math.min(stream.window(), config.maxSeconds()));
    Estimator estimator = new Estimator(predictions::ask, config.requestTimeout(), uncertainty);
    return new StreamKit(estimator, predictions::caller, json, limits);
  }
}
