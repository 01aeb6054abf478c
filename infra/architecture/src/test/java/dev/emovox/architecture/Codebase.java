package dev.emovox.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** All of Emovox's own production classes, imported once. */
final class Codebase {
  /** Every module's package below {@code dev.emovox}. */
  static final List<String> MODULES =
      List.of(
          "domain",
          "contracts",
          "orchestration",
          "settings",
          "tables",
          "audio",
          "corpora",
          "baselines",
          "pictures",
          "evaluation",
          "embedding",
          "wav2vec2",
          "finetuning",
          "inference",
          "artifacts",
          "tracking",
          "ledger",
          "records",
          "traces",
          "access",
          "drift",
          "audit",
          "lineage",
          "report",
          "gate",
          "adapters",
          "local",
          "worker",
          "serving",
          "cli");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.emovox");

  private Codebase() {}

  static JavaClasses classes() {
    return CLASSES;
  }
}
