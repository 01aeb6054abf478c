package dev.emovox.adapters.promotion;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.gate.AuditCheck;
import dev.emovox.gate.Contender;
import dev.emovox.gate.PackageMeasures;
import dev.emovox.ledger.promotion.Promotion;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.tracking.ModelVersion;

/**
 * All that the steps of promotions ask and write to. Every method, and what it gives, throws {@link
 * dev.emovox.domain.ServerUnavailableException} if a server is away.
 */
interface PromotionServers {

  /** Stores a document as an artefact. */
  ArtifactRef keep(String name, Object document);

  /** The versions of a model. */
  Registry registry(String model);

  /** Decisions about a model. */
  Promotion promotion(String model);

  /** What a version said about test clips. */
  Contender contender(ModelVersion version);

  /** Size and speed of a package. */
  PackageMeasures measures(Digest packageDigest);

  /** What the audit says of a version that is to be decided about. */
  AuditCheck audit(String model);
}
