package dev.emovox.ledger.entry;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.domain.Digest;
import java.util.Objects;

/**
 * The version of a registered model that an entry is about.
 *
 * @param name registered model
 * @param version its number in the registry
 * @param previousVersion the version that was served before, or null
 * @param packageDigest digest of its package
 * @param run the run that made it, or null
 */
public record ServedModel(
    String name,
    String version,
    String previousVersion,
    @JsonProperty("package") Digest packageDigest,
    String run) {

  public ServedModel {
    EntryText.require("the model's name", name);
    EntryText.require("the version", version);
    EntryText.requireIfGiven("the version before", previousVersion);
    EntryText.requireIfGiven("the run", run);
    Objects.requireNonNull(packageDigest, "package");
  }
}
