package dev.emovox.corpora;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must hold before and after clips are divided, with messages that name the key to change. */
final class SplitRequirements {
  private static final double ROUNDING = 1e-6;

  private final SplitSettings settings;

  SplitRequirements(SplitSettings settings) {
    this.settings = settings;
  }

  void checkShares() {
    checkShare("train", settings.train(), false);
    checkShare("validation", settings.validation(), true);
    checkShare("test", settings.test(), false);
    double sum = settings.train() + settings.validation() + settings.test();
    if (Math.abs(sum - 1) > ROUNDING) {
      throw wrong(
          "train', 'validation' and 'test",
          String.format(
              Locale.ROOT,
              "the shares %s, %s and %s add up to %.4g; make it 1.",
              settings.train(),
              settings.validation(),
              settings.test(),
              sum));
    }
  }

  private void checkShare(String key, double share, boolean zeroAllowed) {
    boolean inside = share < 1 && (zeroAllowed ? share >= 0 : share > 0);
    if (!inside) {
      String least = zeroAllowed ? "from 0" : "above 0";
      throw wrong(key, "the share " + share + " must be " + least + " and below 1.");
    }
  }

  void checkClips(List<ManifestRow> clips) {
    if (clips.isEmpty()) {
      throw new InvalidInputException(
          "Split '" + settings.name() + "': there is no clip to divide; see the rejects.");
    }
    Set<String> ids = new HashSet<>();
    for (ManifestRow clip : clips) {
      if (!ids.add(clip.id())) {
        throw new InvalidInputException("The manifest has the clip '" + clip.id() + "' twice.");
      }
    }
    Set<String> speakers =
        clips.stream().map(ManifestRow::speaker).collect(Collectors.toCollection(TreeSet::new));
    if (settings.policy() == SplitPolicy.SPEAKER_DISJOINT && speakers.size() < 2) {
      throw wrong(
          "policy",
          "a speaker-disjoint split needs two speakers or more, and all %d clips are of %s."
              .formatted(clips.size(), speakers.iterator().next()));
    }
  }

  /** Every class must be in every part that has a share. */
  void checkClasses(List<ManifestRow> clips, Map<String, SplitPart> parts) {
    Set<String> classes =
        clips.stream().map(ManifestRow::emotion).collect(Collectors.toCollection(TreeSet::new));
    for (SplitPart part : SplitPart.values()) {
      Set<String> missing = new TreeSet<>(classes);
      clips.stream()
          .filter(clip -> parts.get(clip.id()) == part)
          .forEach(clip -> missing.remove(clip.emotion()));
      if (!missing.isEmpty() && share(part) > 0) {
        throw wrong(key(part), emptyClasses(missing, classes, clips));
      }
    }
  }

  private String emptyClasses(Set<String> missing, Set<String> classes, List<ManifestRow> clips) {
    if (missing.equals(classes)) {
      return "no clip falls to this part: each corpus has too few speakers. Add a corpus, take"
          + " another policy, or set the share to 0 if it is that of validation.";
    }
    String counts =
        missing.stream()
            .map(
                name ->
                    "%s (%d clips in all)"
                        .formatted(
                            name, clips.stream().filter(c -> c.emotion().equals(name)).count()))
            .collect(Collectors.joining(", "));
    return "this part has no clip of the class "
        + counts
        + ". Add clips of it, leave the class out, or change the shares or the seed.";
  }

  private double share(SplitPart part) {
    return switch (part) {
      case TRAIN -> settings.train();
      case VALIDATION -> settings.validation();
      case TEST -> settings.test();
    };
  }

  static String key(SplitPart part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  private InvalidInputException wrong(String key, String sentence) {
    return new InvalidInputException(
        "Split '%s', key '%s': %s".formatted(settings.name(), key, sentence));
  }
}
