package dev.emovox.inference.packaging;

import dev.emovox.drift.DriftReferenceFile;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files that a package of any kind may have beside those of its kind, listed and verified like
 * them. Packages from before there was such a part stay what they are.
 */
public final class OptionalParts {
  /** What the model answered on clips that are made by code, and these clips. */
  private static final Pattern SELF_TEST = Pattern.compile("self_test(\\.json|_[a-z]{1,20}\\.wav)");

  private OptionalParts() {}

  /** Whether a file of this name is one of them. */
  public static boolean have(String name) {
    return SELF_TEST.matcher(name).matches() || name.equals(DriftReferenceFile.NAME);
  }

  /** The files of a package's self-test by name; none if it has no self-test. */
  public static List<PackagedFile> selfTest(PackageDescription description) {
    return description.files().stream()
        .filter(file -> SELF_TEST.matcher(file.name()).matches())
        .toList();
  }
}
