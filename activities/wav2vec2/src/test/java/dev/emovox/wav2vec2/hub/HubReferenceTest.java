package dev.emovox.wav2vec2.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubReferenceTest {

  @Test
  void aReferenceWithoutRevisionMeansMain() {
    HubReference reference = HubReference.parse("facebook/wav2vec2-base");

    assertThat(reference.id()).isEqualTo("facebook/wav2vec2-base");
    assertThat(reference).hasToString("facebook/wav2vec2-base@main");
    assertThat(reference.isPinned()).isFalse();
  }

  @Test
  void aRevisionIsABranchATagOrACommit() {
    assertThat(HubReference.parse("a/b@refs/pr/1").revision()).isEqualTo("refs/pr/1");
    assertThat(HubReference.parse("a/b@v1.0").isPinned()).isFalse();
    assertThat(HubReference.parse("a/b@" + "0a".repeat(20)).isPinned()).isTrue();
    assertThat(HubReference.parse("a/b").at("v2")).hasToString("a/b@v2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wav2vec2",
        "a/b/c",
        "/b",
        "a/",
        "a/b@",
        "../etc",
        "a/..",
        "a/b--c",
        "a/.b",
        "a b/c",
        "a/b@x y",
        "a/b@../../etc",
        "a/b@-x",
        "a/b@x/",
        "a/b@x//y",
        "http://host/x",
        "a/b?c=d"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> HubReference.parse(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'");
  }

  @Test
  void pathsAreNotTakenForReferences() {
    assertThat(HubReference.isReference("facebook/hubert-base-ls960@main")).isTrue();
    assertThat(HubReference.isReference("models/a/b")).isFalse();
    assertThat(HubReference.isReference("./models")).isFalse();
    assertThat(HubReference.isReference("s3://bucket/prefix")).isFalse();
  }
}
