package dev.emovox.serving.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.serving.ServingConfig;
import dev.emovox.serving.api.Predictions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what every stream needs. */
class StreamBeans {

  @Produces
  @Singleton
  StreamKit kit(Predictions predictions, ServingConfig config, ObjectMapper json) {
    ServingConfig.Stream stream = config.stream();
    StreamLimits limits =
        new StreamLimits(
            stream.connections(),
            stream.longest(),
            stream.idle(),
            Math.min(stream.window(), config.maxSeconds()));
    return new StreamKit(
        new Estimator(predictions::ask, config.requestTimeout()),
        predictions::caller,
        json,
        limits);
  }
}
