package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointIndexTest {
  private static final CheckpointObject CONFIG =
      new CheckpointObject("config.json", Digest.of("config"), 6);
  private static final CheckpointObject WEIGHTS =
      new CheckpointObject("model.safetensors", Digest.of("weights"), 7);

  private static CheckpointIndex index(String architecture, CheckpointObject... files) {
    return CheckpointIndex.of(
        new CheckpointIndex.Summary(architecture, 12, List.of("sad", "angry"), "safetensors"),
        List.of(files));
  }

  @Test
  void theIdentityIsTheFilesAlone() {
    Digest expected =
        Digest.of(
            "config.json %s\nmodel.safetensors %s\n".formatted(CONFIG.digest(), WEIGHTS.digest()));

    assertThat(index("wav2vec2", WEIGHTS, CONFIG).digest()).isEqualTo(expected);
    assertThat(index("else", CONFIG, WEIGHTS).digest()).isEqualTo(expected);
    assertThat(index("wav2vec2", CONFIG).digest()).isNotEqualTo(expected);
  }

  @Test
  void isReadAsItWasWritten() {
    CheckpointIndex index = index("wav2vec2", WEIGHTS, CONFIG);

    assertThat(CheckpointIndex.read(index.write(), index.digest(), "s3://b/x")).isEqualTo(index);
    assertThat(index.bytes()).isEqualTo(13);
    assertThat(new String(index.write(), StandardCharsets.UTF_8))
        .contains("\"format\" : \"emovox-checkpoint\"", "\"labels\" : [ \"sad\", \"angry\" ]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"format\": \"emovox-checkpoint\", \"version\": 1, \"summary\": null, \"files\": []}",
        "{\"format\": \"other\", \"version\": 1, \"summary\": null, \"files\": null}"
      })
  void whatIsNoIndexIsNamed(String content) {
    assertThatThrownBy(
            () ->
                CheckpointIndex.read(
                    content.getBytes(StandardCharsets.UTF_8), Digest.of("x"), "s3://b/x"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("s3://b/x");
  }

  @Test
  void anIndexOfOtherFilesIsRefused() {
    CheckpointIndex index = index("wav2vec2", CONFIG);
    byte[] other = index("wav2vec2", CONFIG, WEIGHTS).write();

    assertThatThrownBy(() -> CheckpointIndex.read(other, index.digest(), "s3://b/x"))
        .isInstanceOf(WorkFailedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "a/b", ".hidden", "a\\b"})
  void aFileLiesInTheFolderItself(String name) {
    assertThatThrownBy(() -> new CheckpointObject(name, Digest.of("x"), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
