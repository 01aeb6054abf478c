package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a stage's result depends on, as one digest: the stage, the version of its code, its settings
 * and the bytes of its inputs. The same key on any machine and Java version means that the stage
 * would make the same bytes again.
 *
 * @param stage name of the stage: lower-case letters, digits and hyphens
 * @param digest SHA-256 of the canonical JSON of all of these
 */
public record StepKey(String stage, Digest digest) {
  private static final Pattern STAGE = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Pattern OBJECT =
      Pattern.compile("cache/([a-z0-9][a-z0-9-]*)/([0-9a-f]{64})\\.json");

  public StepKey {
    if (!STAGE.matcher(stage).matches()) {
      throw new IllegalArgumentException("not a name of a stage: " + stage);
    }
  }

  private record Parts(String stage, int codeVersion, Object settings, List<Digest> inputs) {}

  /**
   * The key of a stage.
   *
   * @param stage name of the stage
   * @param codeVersion raised by hand whenever the stage's code would make other bytes
   * @param settings a record, map, list or scalar; the order of its keys does not matter
   * @param inputs digests of what the stage reads; their order matters
   */
  public static StepKey of(String stage, int codeVersion, Object settings, List<Digest> inputs) {
    Parts parts = new Parts(stage, codeVersion, settings, inputs);
    return new StepKey(stage, Digest.of(CanonicalJson.write(parts)));
  }

  /** Where the record of the stage is kept. */
  String objectKey() {
    return folder(stage) + digest.hex() + ".json";
  }

  /** Where the records of all keys of a stage are kept. */
  static String folder(String stage) {
    return "cache/" + stage + "/";
  }

  /** The key whose record an object is; nothing if it is another kind of object. */
  static Optional<StepKey> ofObject(String objectKey) {
    Matcher parts = OBJECT.matcher(objectKey);
    return parts.matches()
        ? Optional.of(new StepKey(parts.group(1), new Digest(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return stage + " " + digest;
  }
}
