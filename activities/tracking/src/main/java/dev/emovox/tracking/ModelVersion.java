package dev.emovox.tracking;

import dev.emovox.domain.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a registered model.
 *
 * @param name registered model
 * @param version counted by the registry from 1
 * @param digest digest of the package; nothing if someone else registered the version
 * @param source folder of the package
 * @param runId MLflow's run that made it; may be empty
 * @param created when it was registered
 * @param tags tags
 * @param aliases names that point to it now, in alphabetical order
 */
public record ModelVersion(
    String name,
    String version,
    Optional<Digest> digest,
    String source,
    String runId,
    Instant created,
    Map<String, String> tags,
    List<String> aliases) {}
