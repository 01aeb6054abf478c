package dev.emovox.serving.protocol;

import dev.emovox.serving.model.ModelIdentity;
import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the tensors of a response. */
final class OutputTensors {
  static final String PROBABILITIES = "probabilities";
  static final String LOGITS = "logits";
  static final String LABEL = "label";
  private static final List<String> ALL = List.of(PROBABILITIES, LOGITS, LABEL);

  private OutputTensors() {}

  /**
   * The outputs that a request wants.
   *
   * @throws ProblemException if there is none of that name
   */
  static List<String> wanted(List<String> names) {
    if (!ALL.containsAll(names)) {
      throw new ProblemException(
          ProblemType.MALFORMED,
          "An output is asked for that is none of " + String.join(", ", ALL) + ".");
    }
    return names.isEmpty() ? ALL : names.stream().distinct().toList();
  }

  /** The names in a document, with an empty one for what has none. */
  static List<String> names(List<InferenceRequest.Output> outputs) {
    return outputs == null
        ? List.of()
        : outputs.stream()
            .map(output -> output == null || output.name() == null ? "" : output.name())
            .toList();
  }

  /** The response for clips, at least one, that one model answered. */
  static InferenceResponse response(String id, List<String> wanted, List<Classification> answers) {
    ModelIdentity model = answers.get(0).model();
    return new InferenceResponse(
        model.name(),
        model.version(),
        id,
        new InferenceResponse.Parameters(
            answers.stream().map(Classification::id).collect(Collectors.joining(",")),
            model.digest().toString()),
        wanted.stream().map(name -> tensor(name, answers)).toList());
  }

  private static InferenceResponse.Tensor tensor(String name, List<Classification> answers) {
    return switch (name) {
      case PROBABILITIES -> numbers(name, answers, ClassScore::probability);
      case LOGITS -> numbers(name, answers, ClassScore::logit);
      case LABEL ->
          new InferenceResponse.Tensor(
              name,
              "BYTES",
              List.of(answers.size()),
              answers.stream().map(Classification::label).toList());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static InferenceResponse.Tensor numbers(
      String name, List<Classification> answers, Function<ClassScore, Double> value) {
    List<Double> data =
        answers.stream().flatMap(answer -> answer.scores().stream().map(value)).toList();
    return new InferenceResponse.Tensor(
        name, "FP64", List.of(answers.size(), answers.get(0).scores().size()), data);
  }
}
