package dev.emovox.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactPathTest {

  @Test
  void isBelowTheRunsFolderAndEncoded() {
    assertThat(ArtifactPath.below("mlflow-artifacts:/1/run/artifacts", "a b/ü.svg").encoded())
        .isEqualTo("1/run/artifacts/a%20b/%C3%BC.svg");
    assertThat(ArtifactPath.below("mlflow-artifacts://host:5000/1/run/artifacts", "x").encoded())
        .isEqualTo("1/run/artifacts/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/..", "."})
  void refusesPathsThatLeaveTheFolder(String name) {
    assertThatThrownBy(() -> ArtifactPath.below("mlflow-artifacts:/1/run/artifacts", name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://bucket/1/run", "/var/mlruns/1", "file:///mlruns"})
  void saysWhenTheServerDoesNotStoreForItsClients(String folder) {
    assertThatThrownBy(() -> ArtifactPath.below(folder, "a.txt"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(folder)
        .hasMessageContaining("--artifacts-destination");
  }
}
