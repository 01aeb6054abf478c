package dev.emovox.audit.testing;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.packaging.BaselineDescription;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.inference.packaging.Provenance;
import dev.emovox.settings.SnakeCaseJson;
import java.util.List;
import java.util.Optional;

/**
 * Packs a baseline, also one that the program itself would refuse to pack.
 *
 * @param set preprocessing
 * @param labels class list
 */
record BaselinePacking(Plant plant, Store store, FeatureSettings set, LabelSet labels) {

  StageResult pack(String split, byte[] model, EvaluationOutcome evaluation) {
    byte[] packed = plant.apply(Steps.PACKED_MODEL, model);
    byte[] preprocessing = new SnakeCaseJson().writeIndented(plant.apply(Steps.PREPROCESSING, set));
    byte[] index =
        BaselineDescription.of(
                "logistic-regression",
                plant.apply(Steps.PACKED_LABELS, labels),
                List.of(
                    PackagedFile.of("model.bin", packed),
                    PackagedFile.of("preprocessing.json", preprocessing)),
                plant.apply(Steps.PROVENANCE, provenance(split, evaluation)))
            .write();
    Digest digest = Digest.of(index);
    return new StageResult(
        CacheUse.MISS,
        List.of(
            file(digest, "package", "package.json", index),
            file(digest, "package/model.bin", "model.bin", packed),
            file(digest, "package/preprocessing.json", "preprocessing.json", preprocessing)));
  }

  private NamedArtifact file(Digest digest, String name, String file, byte[] content) {
    return new NamedArtifact(name, store.evidence().put(digest, file, content));
  }

  private Provenance provenance(String split, EvaluationOutcome evaluation) {
    return new Provenance(
        store.output(StageNames.INGESTION, "manifest").digest(),
        store.output(StageNames.split(split), "split").digest(),
        store.output(StageNames.FEATURES, "features").digest(),
        evaluation.stage().output("report").digest(),
        "test",
        Optional.of(store.output(StageNames.augment("louder", split), "augmented-set").digest()));
  }
}
