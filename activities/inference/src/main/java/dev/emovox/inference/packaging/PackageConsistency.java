package dev.emovox.inference.packaging;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What must hold between the parts of a package, whatever its kind. */
public final class PackageConsistency {
  private PackageConsistency() {}

  /**
   * Refuses a package of other files than its kind has. Beside them there may be {@link
   * OptionalParts}.
   *
   * @param names the files of this kind in order, without {@code package.json}
   * @throws InvalidInputException if one is missing or too many, or they are not in order
   */
  public static void verifyNames(
      PackageDescription description, PackageFiles source, List<String> names) {
    List<String> described = description.files().stream().map(PackagedFile::name).toList();
    List<String> own = described.stream().filter(name -> !OptionalParts.have(name)).toList();
    require(
        own.equals(names) && described.equals(List.copyOf(new TreeSet<>(described))),
        "it describes the files " + described + " instead of " + String.join(" and ", names));
    List<String> known = new ArrayList<>(described);
    known.add(PackageDescription.FILE);
    Set<String> unknown = new TreeSet<>(source.names().orElse(Set.of()));
    unknown.removeAll(Set.copyOf(known));
    require(unknown.isEmpty(), "there are files that are not part of it: " + unknown);
  }

  /**
   * Refuses a model with other classes than it is said to have.
   *
   * @throws InvalidInputException if they differ, be it in order alone
   */
  public static void verifyLabels(PackageDescription description, LabelSet labels) {
    require(
        labels.equals(description.labels()),
        "it says that the classes are "
            + description.labels().labels()
            + ", and the model's are "
            + labels.labels()
            + "; their order counts");
  }

  /**
   * Refuses a package.
   *
   * @param otherwise what is wrong if {@code condition} does not hold
   */
  public static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new InvalidInputException(
          "The model package is not consistent: "
              + otherwise
              + ". Get the package again from where it was made.");
    }
  }
}
