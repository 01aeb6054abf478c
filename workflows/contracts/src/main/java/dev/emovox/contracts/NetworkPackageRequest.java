package dev.emovox.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.LabelSet;
import java.util.Optional;

/**
 * What goes into a network's package.
 *
 * @param checkpoint the checkpoint that it started from
 * @param weights of the selected epoch
 * @param position of the selected epoch
 * @param labels class order
 * @param longestSeconds clips are cut to this length
 * @param manifest the clips it learnt from
 * @param split the parts
 * @param clips the training table
 * @param evaluation the report of its test
 * @param predictions what it said of the test part
 */
public record NetworkPackageRequest(
    ArtifactRef checkpoint,
    ArtifactRef weights,
    ArtifactRef position,
    LabelSet labels,
    double longestSeconds,
    ArtifactRef manifest,
    ArtifactRef split,
    ArtifactRef clips,
    ArtifactRef evaluation,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ArtifactRef> predictions) {

  public NetworkPackageRequest {
    // Requests older than references for drift have none.
    predictions = predictions == null ? Optional.empty() : predictions;
  }
}
