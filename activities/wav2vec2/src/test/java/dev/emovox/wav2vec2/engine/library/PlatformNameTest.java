package dev.emovox.wav2vec2.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlatformNameTest {
  @Test
  void namesPlatformsAsTheirLibrariesAre() {
    assertThat(PlatformName.of("Linux", "amd64")).isEqualTo("linux-x86_64");
    assertThat(PlatformName.of("Linux", "aarch64")).isEqualTo("linux-aarch64");
    assertThat(PlatformName.of("Mac OS X", "aarch64")).isEqualTo("osx-aarch64");
    assertThat(PlatformName.of("Windows 11", "amd64")).isEqualTo("win-x86_64");
  }
}
