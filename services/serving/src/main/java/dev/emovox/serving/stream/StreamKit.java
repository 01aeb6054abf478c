package dev.emovox.serving.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/**
 * What every stream needs.
 *
 * @param estimator answers
 * @param caller names who opens a stream
 * @param json writes documents
 * @param limits of a stream
 */
record StreamKit(
    Estimator estimator,
    Function<RoutingContext, String> caller,
    ObjectMapper json,
    StreamLimits limits) {

  /** The same for a stream that this request opens. */
  StreamKit of(RoutingContext request) {
    return new StreamKit(estimator.by(caller.apply(request)), caller, json, limits);
  }
}
