package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import java.util.List;

/**
 * What a gate said.
 *
 * @param passed whether the version may be promoted
 * @param objections why not, a sentence each; none if it may
 * @param report every check with what was measured (JSON)
 */
public record GateVerdict(boolean passed, List<String> objections, ArtifactRef report) {}
