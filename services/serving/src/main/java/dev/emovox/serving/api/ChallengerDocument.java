package dev.emovox.serving.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.serving.challenger.Challenger;
import dev.emovox.serving.challenger.Comparison;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelRole;
import dev.emovox.serving.model.ModelStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The model that is tried beside the champion.
 *
 * @param role {@code challenger}
 * @param model which it is; absent while none is live
 * @param labels the classes in its order; absent while none is live
 * @param since when it began to answer; absent while none is live
 * @param canaryShare share of the callers whom it answers
 * @param shadowShare share of the champion's clips that it hears too
 * @param comparison what was found so far; absent if nothing was compared yet
 * @param registry how the service stands to the challenger's alias
 * @param rejected the version that was refused or taken back; absent if none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChallengerDocument(
    String role,
    ModelReference model,
    List<String> labels,
    Instant since,
    double canaryShare,
    double shadowShare,
    ComparisonDocument comparison,
    RegistryDocument registry,
    RejectedDocument rejected) {

  static ChallengerDocument of(
      Challenger challenger, Optional<LiveModel> live, Optional<Comparison> found) {
    ModelStatus status = challenger.status();
    return new ChallengerDocument(
        ModelRole.CHALLENGER.word(),
        live.map(LiveModel::identity).map(ModelReference::of).orElse(null),
        live.map(model -> model.loaded().model().labels().labels()).orElse(null),
        live.map(LiveModel::since).orElse(null),
        challenger.shares().canary(),
        challenger.shares().shadow(),
        found
            .filter(known -> live.map(LiveModel::identity).equals(Optional.of(known.challenger())))
            .map(ComparisonDocument::of)
            .orElse(null),
        RegistryDocument.of(status),
        status.rejection().map(RejectedDocument::of).orElse(null));
  }
}
