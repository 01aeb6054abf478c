package dev.emovox.orchestration;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.Estimate;
import dev.emovox.domain.Scores;
import java.util.stream.Stream;

/** References to artefacts that exist nowhere; the same content has the same reference. */
final class FakeArtifacts {
  private FakeArtifacts() {}

  static ArtifactRef ref(String content) {
    Digest digest = Digest.of(content);
    return new ArtifactRef("s3://bucket/" + digest.hex(), digest, 1, "text/plain", 1);
  }

  static StageResult made(Object content, String... names) {
    return result(CacheUse.MISS, content, names);
  }

  static StageResult found(Object content, String... names) {
    return result(CacheUse.HIT, content, names);
  }

  static Scores scores(double value) {
    Estimate estimate = new Estimate(value, value, value);
    return new Scores(10, estimate, estimate, estimate, estimate);
  }

  private static StageResult result(CacheUse cache, Object content, String... names) {
    return new StageResult(
        cache,
        Stream.of(names).map(name -> new NamedArtifact(name, ref(content + "/" + name))).toList());
  }
}
