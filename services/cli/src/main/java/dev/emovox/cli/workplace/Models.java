package dev.emovox.cli.workplace;

import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.promotion.PromotionRequest;
import dev.emovox.ledger.promotion.RollbackRequest;
import dev.emovox.tracking.ModelVersion;
import java.util.List;

/** The registered models. */
public interface Models extends AutoCloseable {

  /** All versions, the oldest first. */
  List<ModelVersion> versions();

  /** Serves a version from now on. */
  SignedEntry promote(PromotionRequest request);

  /** Serves again what was served before. */
  SignedEntry rollback(RollbackRequest request);

  /** Carries out the last decision, if that was interrupted. */
  SignedEntry resume();

  @Override
  void close();
}
