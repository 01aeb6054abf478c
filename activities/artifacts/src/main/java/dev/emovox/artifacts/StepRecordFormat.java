package dev.emovox.artifacts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.SnakeCaseJson;
import java.io.IOException;
import java.util.List;

/**
 * The JSON of a remembered stage. It holds the digest of its own canonical text, so that a record
 * that was damaged or edited is told from one that was written.
 */
final class StepRecordFormat {
  private static final String FORMAT = "emovox.step/1";

  private final SnakeCaseJson json = new SnakeCaseJson();
  private final ObjectMapper mapper = new ObjectMapper();

  /** What is protected. */
  record Body(
      String format, String stage, Digest key, List<CachedOutput> outputs, JsonNode summary) {}

  /** What is stored. */
  record StepRecord(Body step, Digest digest) {}

  byte[] write(StepKey key, CachedStep step) {
    Body body =
        new Body(FORMAT, key.stage(), key.digest(), step.outputs(), summary(step.summary()));
    return json.write(new StepRecord(body, seal(body)));
  }

  private JsonNode summary(String text) {
    try {
      return mapper.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException("a summary that is no JSON", e);
    }
  }

  private static Digest seal(Body body) {
    return Digest.of(CanonicalJson.write(body));
  }

  private static boolean holds(StepRecord sealed) {
    try {
      return seal(sealed.step()).equals(sealed.digest());
    } catch (IllegalArgumentException e) {
      // Numbers beyond any that is written, such as 1e999.
      return false;
    }
  }

  /**
   * Reads a record.
   *
   * @throws InvalidInputException if it is damaged, or of another stage or format
   */
  CachedStep read(byte[] content, StepKey key) {
    StepRecord sealed = json.read(content, StepRecord.class);
    Body body = sealed.step();
    if (!complete(sealed) || !holds(sealed)) {
      throw new InvalidInputException("its cache record is damaged.");
    }
    if (!FORMAT.equals(body.format())
        || !key.stage().equals(body.stage())
        || !key.digest().equals(body.key())) {
      throw new InvalidInputException("its cache record is that of another stage.");
    }
    return new CachedStep(body.outputs(), String.valueOf(body.summary()));
  }

  private static boolean complete(StepRecord sealed) {
    Body body = sealed.step();
    return body != null
        && body.outputs() != null
        && body.outputs().stream().allMatch(StepRecordFormat::complete);
  }

  private static boolean complete(CachedOutput output) {
    return output != null
        && output.name() != null
        && output.artifact() != null
        && output.artifact().uri() != null
        && output.artifact().digest() != null;
  }
}
