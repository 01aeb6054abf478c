package dev.emovox.serving.protocol;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;

/**
 * The elements of a tensor in JSON, in row-major order, of whichever kind they are.
 *
 * @param numbers if they are numbers
 * @param texts if they are texts
 */
@JsonDeserialize(using = TensorDataReader.class)
@SuppressWarnings("ArrayRecordComponent") // bulk numbers; never compared
record TensorData(float[] numbers, List<String> texts) {}
