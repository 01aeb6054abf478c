package dev.emovox.cli.workplace;

import dev.emovox.cli.benchmark.Benchmarks;
import dev.emovox.cli.prediction.Classifier;
import dev.emovox.ledger.machine.LedgerFiles;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The checkout, the local stack and the servers. Nothing is reached before it is asked for. */
public interface Workplace {

  /** Where configuration lies. */
  Checkout checkout();

  /** Folder of the local stack's state. */
  Path home();

  /** The local stack. */
  LocalServices services();

  /** Where networks compute unless a command says otherwise. */
  ComputeDevice device();

  /** The runs; connects to Temporal. */
  Runs runs();

  /** The schedules; connects to Temporal. */
  Schedules schedules();

  /** The registered models. */
  Models models();

  /** Promotions and rollbacks; connects to Temporal. */
  Promotions promotions();

  /** The ledger of decisions. */
  LedgerAccess ledger();

  /** Audits of all that there is. */
  Audits audits();

  /** What of the ledger lies on this machine. */
  LedgerFiles ledgerFiles();

  /** What was made from what. */
  LineageAccess lineage();

  /** The artefacts of runs. */
  Artifacts artifacts();

  /** The reports of runs. */
  Reports reports();

  /** The stored checkpoints. */
  Checkpoints checkpoints();

  /** The prediction service. */
  Classifier service();

  /** What can be timed on this machine. */
  Benchmarks benchmarks();

  /** The version that the prediction service answers with; empty if none or it is away. */
  Optional<String> liveVersion();

  /** Addresses for a browser. */
  Pages pages();

  /**
   * Addresses for a browser.
   *
   * @param mlflow MLflow's
   * @param serving the prediction service's
   */
  record Pages(URI mlflow, URI serving) {}
}
