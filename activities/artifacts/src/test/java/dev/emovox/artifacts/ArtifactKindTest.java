package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactKindTest {

  @Test
  void knowsItsMediaTypeAndExtension() {
    assertThat(ArtifactKind.parquet("manifest").version(2))
        .isEqualTo(new ArtifactKind("manifest", "application/vnd.apache.parquet", ".parquet", 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a/b", "..", "-a"})
  void refusesNamesThatAreNoFolder(String name) {
    assertThatThrownBy(() -> ArtifactKind.json(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesVersionsBelowOneAndStrangeExtensions() {
    assertThatThrownBy(() -> ArtifactKind.json("a").version(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ArtifactKind("a", "text/plain", "/../b", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsLocations() {
    S3Location location = S3Location.parse("s3://bucket/models/ab/package.json");

    assertThat(location.bucket()).isEqualTo("bucket");
    assertThat(location.key()).isEqualTo("models/ab/package.json");
    assertThat(location.uri()).isEqualTo("s3://bucket/models/ab/package.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3://bucket", "s3://bucket/", "s3:///key", "http://bucket/key"})
  void refusesWhatIsNoLocation(String uri) {
    assertThatThrownBy(() -> S3Location.parse(uri))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("s3://BUCKET/KEY");
  }
}
