package dev.emovox.artifacts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a full reference of a mere address, with what the key and the server say. */
final class ArtifactAddress {
  private static final Pattern KEY =
      Pattern.compile(
          "(?:artifacts/[a-z0-9-]+|clips)/[0-9a-f]{2}/([0-9a-f]{64})(?:\\.[a-z0-9.]+)?");

  private final Bucket bucket;
  private final VerifiedReader reader;

  ArtifactAddress(Bucket bucket, VerifiedReader reader) {
    this.bucket = bucket;
    this.reader = reader;
  }

  ArtifactRef resolve(String uri) {
    S3Location location = S3Location.parse(uri);
    Matcher key = KEY.matcher(location.key());
    if (!key.matches()) {
      throw new InvalidInputException(
          uri
              + " is not the address of an artefact: those are s3://BUCKET/artifacts/KIND/ab/DIGEST.");
    }
    return described(uri, new Digest(key.group(1)));
  }

  private ArtifactRef described(String uri, Digest digest) {
    String key = reader.key(new ArtifactRef(uri, digest, 0, "", 1));
    StoredObject object = bucket.stat(key).orElseThrow(() -> bucket.gone(key));
    return new ArtifactRef(uri, digest, object.bytes(), object.mediaType(), object.schemaVersion());
  }
}
