package dev.emovox.gate;

import java.util.Optional;

/**
 * All that a gate looks at.
 *
 * @param candidate the version that is to be promoted
 * @param champion the version that is served; empty if none is
 * @param measures of the candidate's package
 * @param audit what the audit says
 */
public record GateSubject(
    Contender candidate,
    Optional<Contender> champion,
    PackageMeasures measures,
    AuditCheck audit) {}
