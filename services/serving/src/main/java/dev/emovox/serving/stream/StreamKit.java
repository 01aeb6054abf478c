package dev.emovox.serving.stream;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What every stream needs.
 *
 * @param estimator answers
 * @param json writes documents
 * @param limits of a stream
 */
record StreamKit(Estimator estimator, ObjectMapper json, StreamLimits limits) {}
