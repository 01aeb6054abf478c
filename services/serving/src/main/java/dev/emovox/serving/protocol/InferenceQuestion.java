package dev.emovox.serving.protocol;

import java.util.List;
import java.util.Optional;

/**
 * What a client wants inferred, in whichever form it came.
 *
 * @param version the version that is to answer; any if empty
 * @param id told back; null if there is none
 * @param inputs the tensors
 * @param outputs names of the tensors that are wanted; all if there are none
 */
public record InferenceQuestion(
    Optional<String> version, String id, List<InputTensor> inputs, List<String> outputs) {}
