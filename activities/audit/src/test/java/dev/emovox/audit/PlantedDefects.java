package dev.emovox.audit;

import static dev.emovox.audit.testing.Steps.COPIES;
import static dev.emovox.audit.testing.Steps.DISJOINT_SPLIT;
import static dev.emovox.audit.testing.Steps.FEATURES;
import static dev.emovox.audit.testing.Steps.FITTED_PARTS;
import static dev.emovox.audit.testing.Steps.INGESTION;
import static dev.emovox.audit.testing.Steps.MANIFEST;
import static dev.emovox.audit.testing.Steps.PLAN;
import static dev.emovox.audit.testing.Steps.RANDOM_SPLIT;
import static dev.emovox.audit.testing.Steps.STATUS;
import static dev.emovox.audit.testing.Steps.STORED;
import static dev.emovox.audit.testing.Steps.TRACKED;
import static dev.emovox.audit.testing.Steps.VALIDATED_PART;
import static dev.emovox.audit.testing.Steps.VALIDATION_SCORE;

import dev.emovox.audit.testing.Changed;
import dev.emovox.audit.testing.Plant;
import dev.emovox.audit.testing.Recorded;
import dev.emovox.domain.SplitPart;
import java.util.EnumSet;
import java.util.List;

/** What can be wrong with data, splits and training, and the one rule that tells of it. */
final class PlantedDefects {
  /**
   * One defect.
   *
   * @param what in words
   * @param rule that tells of it, and no other does
   * @param plant how it comes about
   */
  record Planted(String what, String rule, Plant plant) {
    @Override
    public String toString() {
      return rule + ": " + what;
    }
  }

  private PlantedDefects() {}

  static Planted planted(String rule, String what, Plant plant) {
    return new Planted(what, rule, plant);
  }

  static List<Planted> data() {
    return List.of(
        planted(
            "lost-data",
            "a clip is neither listed nor rejected",
            Plant.at(MANIFEST, Changed::withoutLast)),
        planted(
            "contradicting-labels",
            "one recording, two labels",
            Plant.at(MANIFEST, Changed::sameSoundOtherLabel)),
        planted("clip-missing", "a clip's bytes are gone", Plant.at(STORED, Changed::withoutAClip)),
        planted(
            "manifest-count",
            "the record counts more clips than are listed",
            Plant.at(INGESTION, Changed::oneClipMore)),
        planted(
            "manifest-edited",
            "the record names another list than when the run ended",
            Plant.at(TRACKED, Changed::otherManifest)),
        planted(
            "artifact-changed",
            "the list of clips was edited where it lies",
            Plant.at(STORED, stored -> stored.flipped("/manifest/", 40))),
        planted(
            "artifact-missing",
            "the list of clips is gone",
            Plant.at(STORED, stored -> stored.without("/manifest/"))));
  }

  static List<Planted> splits() {
    return List.of(
        planted(
            "split-incomplete",
            "a clip is in no part",
            Plant.at(RANDOM_SPLIT, Changed::withoutFirst)),
        planted(
            "duplicate-across-parts",
            "a recording is in training and test",
            Plant.at(MANIFEST, Changed::sameSoundOtherSentence)),
        planted(
            "speaker-leakage",
            "a speaker is on two sides that should not be",
            Plant.at(DISJOINT_SPLIT, Changed::firstToTest)),
        planted(
            "speakers-known",
            "no split keeps speakers apart",
            Plant.at(PLAN, Recorded::withoutDisjointSplit)));
  }

  static List<Planted> augmentation() {
    return List.of(
        planted(
            "augmentation-outside-training",
            "a test clip's copy is learnt from",
            Plant.at(COPIES, Changed::copyOfTestClip)),
        planted(
            "augmentation-outside-training",
            "a copy is in the test part",
            Plant.at(COPIES, Changed::copyInTestPart)),
        planted(
            "augmentation-before-split",
            "a copy is among the clips that are divided",
            Plant.at(COPIES, Changed::copyIsAClip)),
        planted(
            "copy-mislabelled",
            "a copy has another emotion than its clip",
            Plant.at(COPIES, Changed::copyMislabelled)),
        planted(
            "test-time-augmentation",
            "versions of every clip are strung together",
            Plant.at(PLAN, Recorded::sevenVersions)));
  }

  static List<Planted> training() {
    return List.of(
        planted(
            "features-of-other-clips",
            "a row has another speaker",
            Plant.at(FEATURES, Changed::otherSpeaker)),
        planted(
            "scaler-fitted-on-test",
            "the scaler saw the test part",
            Plant.at(FITTED_PARTS, parts -> EnumSet.allOf(SplitPart.class))),
        planted(
            "scaler-fitted-on-test",
            "the validation part was left out",
            Plant.at(FITTED_PARTS, parts -> EnumSet.of(SplitPart.TRAIN))),
        planted(
            "selection-on-test",
            "validated on another part",
            Plant.at(VALIDATED_PART, part -> SplitPart.TRAIN)),
        planted(
            "validation-score-differs",
            "the record's validation score is better than measured",
            Plant.at(VALIDATION_SCORE, score -> score + 0.001)),
        planted(
            "selected-by-test",
            "the worse one on validation was registered",
            Plant.at(STATUS, Recorded::networkRegistered)));
  }
}
