package dev.emovox.audit.rules.packages;

import dev.emovox.audit.evidence.TestedModel;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.domain.Digest;
import dev.emovox.inference.packaging.PackagedFile;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that the run stored are those that the package lists. */
public final class PackagedFiles implements Rule<TestedModel> {
  private static final RuleText TEXT =
      RuleText.error(
          "package-files-differ",
          "The package lists other files than the run stored for it: a file was exchanged after the package was sealed.",
          "Don't serve it. Run the experiment again to restore the package.");

  private static final String FOLDER = "package/";

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(TestedModel model) {
    Map<String, Digest> stored = new TreeMap<>();
    model.modelPackage().outputs().stream()
        .filter(output -> output.name().startsWith(FOLDER))
        .forEach(output -> stored.put(name(output), output.artifact().digest()));
    Map<String, Digest> listed = new TreeMap<>();
    for (PackagedFile file : model.packaged().files()) {
      listed.put(file.name(), file.digest());
    }
    return stored.equals(listed)
        ? Stream.empty()
        : Stream.of(
            new Breach(model.subject(), "stored are %s, listed are %s".formatted(stored, listed)));
  }

  private static String name(NamedArtifact output) {
    return output.name().substring(FOLDER.length());
  }
}
