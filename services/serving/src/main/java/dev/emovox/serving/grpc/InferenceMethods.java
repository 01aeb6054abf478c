package dev.emovox.serving.grpc;

import dev.emovox.serving.ServingConfig;
import dev.emovox.serving.grpc.message.AnswerMessages;
import dev.emovox.serving.grpc.message.InferAnswer;
import dev.emovox.serving.grpc.message.InferMessage;
import dev.emovox.serving.grpc.message.ModelName;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.protocol.Inference;
import dev.emovox.serving.protocol.LiveLookup;
import dev.emovox.serving.protocol.ModelMetadata;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The methods of the protocol's service. */
@Singleton
class InferenceMethods {
  private static final String SERVICE = "/inference.GRPCInferenceService/";

  /** Of messages that have nothing but names. */
  private static final int SMALL = 10_000;

  private final Inference inference;
  private final LiveLookup lookup;
  private final ServingConfig config;
  private final String version;

  InferenceMethods(
      Inference inference,
      LiveLookup lookup,
      ServingConfig config,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.inference = inference;
    this.lookup = lookup;
    this.config = config;
    this.version = version;
  }

  /** All methods. */
  List<Method> all() {
    return List.of(
        small("ServerLive", message -> AnswerMessages.yesOrNo(true)),
        small("ServerReady", message -> AnswerMessages.yesOrNo(lookup.isReady())),
        small("ServerMetadata", message -> AnswerMessages.server("emovox-serving", version)),
        small("ModelReady", message -> AnswerMessages.yesOrNo(isReady(ModelName.read(message)))),
        small("ModelMetadata", message -> AnswerMessages.model(metadata(ModelName.read(message)))),
        new Method(SERVICE + "ModelInfer", config.maxBatchBytes(), true, this::infer));
  }

  private static Method small(String name, Function<byte[], byte[]> answer) {
    return new Method(
        SERVICE + name,
        SMALL,
        false,
        call -> Uni.createFrom().item(() -> answer.apply(call.message())));
  }

  private boolean isReady(ModelName asked) {
    return lookup.isReady() && find(asked).identity() != null;
  }

  private ModelMetadata metadata(ModelName asked) {
    return ModelMetadata.of(find(asked), lookup.versions());
  }

  private LiveModel find(ModelName asked) {
    return lookup.find(asked.name(), asked.version());
  }

  private Uni<byte[]> infer(Method.Call call) {
    InferMessage message = InferMessage.read(call.message());
    find(message.model());
    return inference
        .answer(message.question(), call.patience(), call.request())
        .map(answer -> InferAnswer.write(answer, message.raw()));
  }
}
