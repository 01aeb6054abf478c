package dev.emovox.adapters.promotion;

import dev.emovox.adapters.Stores;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.gate.AuditCheck;
import dev.emovox.gate.Contender;
import dev.emovox.gate.PackageMeasures;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.ledger.promotion.Promotion;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.records.ArtifactReader;
import dev.emovox.tracking.ModelVersion;

/**
 * S3 and MLflow.
 *
 * @param stores artefacts, packages and records of runs
 * @param ledger ledger and registry
 */
record StoredPromotionServers(Stores stores, LedgerServers ledger) implements PromotionServers {

  @Override
  public ArtifactRef keep(String name, Object document) {
    return stores.tables().document(name, document).artifact();
  }

  @Override
  public Registry registry(String model) {
    return ledger.registry(model);
  }

  @Override
  public Promotion promotion(String model) {
    return ledger.promotion(model, stores.packages());
  }

  @Override
  public Contender contender(ModelVersion version) {
    return new RegisteredContenders(
            stores.runs()::find,
            new ArtifactReader(stores.artifacts()),
            digest -> stores.packages().read(digest, PackageDescription.FILE))
        .of(version);
  }

  @Override
  public PackageMeasures measures(Digest packageDigest) {
    return new MeasuredPackage(stores.packages(), packageDigest);
  }

  @Override
  public AuditCheck audit(String model) {
    return ledger.audit(model);
  }
}
