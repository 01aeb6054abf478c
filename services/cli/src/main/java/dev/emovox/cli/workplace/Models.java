package dev.emovox.cli.workplace;

import dev.emovox.cli.promotion.LedgerEntry;
import dev.emovox.cli.promotion.PromotionRequest;
import dev.emovox.tracking.ModelVersion;
import java.util.List;

/** The registered models. */
public interface Models extends AutoCloseable {

  /** All versions, the oldest first. */
  List<ModelVersion> versions();

  /** Serves a version from now on. */
  LedgerEntry promote(PromotionRequest request);

  @Override
  void close();
}
