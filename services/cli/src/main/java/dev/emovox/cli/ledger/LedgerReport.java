package dev.emovox.cli.ledger;

import dev.emovox.artifacts.ObjectLock;
import dev.emovox.ledger.Verification;
import dev.emovox.ledger.chain.Finding;
import java.util.List;

/**
 * What a look at all of a ledger tells.
 *
 * @param location where it lies
 * @param verification the entries
 * @param registryFindings what is wrong between it and the registry
 * @param registryAsked whether the registry was asked
 * @param lock what keeps its objects
 */
public record LedgerReport(
    String location,
    Verification verification,
    List<Finding> registryFindings,
    boolean registryAsked,
    ObjectLock lock) {}
