package dev.emovox.artifacts;

import dev.emovox.domain.InvalidInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an object is.
 *
 * @param bucket name of the bucket
 * @param key key of the object, without a leading slash
 */
public record S3Location(String bucket, String key) {
  private static final Pattern URI = Pattern.compile("s3://([^/]+)/(.+)");

  /**
   * Reads {@code s3://BUCKET/KEY}.
   *
   * @throws InvalidInputException if it is written otherwise
   */
  public static S3Location parse(String uri) {
    Matcher parts = URI.matcher(uri);
    if (!parts.matches()) {
      throw new InvalidInputException(
          "'" + uri + "' is not the address of an S3 object; write s3://BUCKET/KEY.");
    }
    return new S3Location(parts.group(1), parts.group(2));
  }

  /** The written form, {@code s3://BUCKET/KEY}. */
  public String uri() {
    return "s3://" + bucket + "/" + key;
  }

  @Override
  public String toString() {
    return uri();
  }
}
