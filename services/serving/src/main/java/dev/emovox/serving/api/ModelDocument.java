package dev.emovox.serving.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.inference.Preprocessing;
import dev.emovox.inference.selftest.SelfTest;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelFacts;
import dev.emovox.serving.model.ModelIdentity;
import dev.emovox.serving.model.ModelStatus;
import java.time.Instant;
import java.util.List;

/**
 * The model that answers now.
 *
 * @param role {@code champion}
 * @param name registered model
 * @param version version in the registry
 * @param run workflow run that made it
 * @param digest digest of its package
 * @param labels the classes in the model's order
 * @param preprocessing how every clip is prepared, from the package
 * @param calibration how its probabilities are calibrated; null if they are not
 * @param selfTest what it was tested with when it was loaded; null if its package has no self-test
 * @param since when it began to answer
 * @param registry how the service stands to the registry
 * @param rejected the version that the alias points to and that was refused; absent if none
 * @param challenger what is tried beside it; absent if the service has no share for one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelDocument(
    String role,
    String name,
    String version,
    String run,
    String digest,
    List<String> labels,
    Preprocessing preprocessing,
    @JsonInclude(JsonInclude.Include.ALWAYS) TemperatureScaling calibration,
    @JsonInclude(JsonInclude.Include.ALWAYS) SelfTestDocument selfTest,
    Instant since,
    RegistryDocument registry,
    RejectedDocument rejected,
    ChallengerDocument challenger) {

  static ModelDocument of(LiveModel live, ModelStatus status, ChallengerDocument challenger) {
    ModelIdentity identity = live.identity();
    return new ModelDocument(
        live.role().word(),
        identity.name(),
        identity.version(),
        identity.run(),
        identity.digest().toString(),
        live.loaded().model().labels().labels(),
        live.loaded().preprocessing(),
        live.loaded().facts().calibration().orElse(null),
        selfTest(live.loaded().facts()),
        live.since(),
        RegistryDocument.of(status),
        status.rejection().map(RejectedDocument::of).orElse(null),
        challenger);
  }

  private static SelfTestDocument selfTest(ModelFacts facts) {
    return facts.selfTestClips() == 0
        ? null
        : new SelfTestDocument(facts.selfTestClips(), SelfTest.TOLERANCE);
  }
}
