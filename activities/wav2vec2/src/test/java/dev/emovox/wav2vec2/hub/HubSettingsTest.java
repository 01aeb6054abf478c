package dev.emovox.wav2vec2.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubSettingsTest {

  @Test
  void anEmptyEnvironmentMeansThePublicHubWithoutAToken() {
    HubSettings settings = HubSettings.of(Map.of());

    assertThat(settings.endpoint()).isEqualTo(URI.create("https://huggingface.co"));
    assertThat(settings.token()).isEmpty();
    assertThat(settings.offline()).isFalse();
  }

  @Test
  void theVariablesOfHuggingFaceAreHonoured() {
    HubSettings settings =
        HubSettings.of(
            Map.of(
                "HF_ENDPOINT", "https://mirror.example/hub/",
                "HF_TOKEN", " hf_first ",
                "HUGGING_FACE_HUB_TOKEN", "hf_second",
                "HF_HUB_OFFLINE", "1"));

    assertThat(settings.endpoint()).isEqualTo(URI.create("https://mirror.example/hub"));
    assertThat(settings.token()).contains(new Secret("hf_first"));
    assertThat(settings.offline()).isTrue();
    assertThat(settings.toString()).doesNotContain("hf_first");
  }

  @Test
  void theTokenMayLieInAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "hf_third\n");

    assertThat(HubSettings.of(Map.of("HF_TOKEN_PATH", file.toString())).token())
        .contains(new Secret("hf_third"));
    assertThat(HubSettings.of(Map.of("HUGGING_FACE_HUB_TOKEN", "hf_second")).token())
        .contains(new Secret("hf_second"));
    assertThatThrownBy(() -> HubSettings.of(Map.of("HF_TOKEN_PATH", folder + "/none")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("HF_TOKEN_PATH");
  }

  @Test
  void aTokenThatCannotBeSentIsNotRepeated() {
    assertThatThrownBy(() -> HubSettings.of(Map.of("HF_TOKEN", "hf_a\r\nHost: elsewhere")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("HF_TOKEN")
        .hasMessageNotContaining("hf_a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host",
        "host",
        "https://user:secret@host",
        "https://host?x=1",
        "https:///",
        "a b"
      })
  void anEndpointThatIsNoneIsRefusedWithoutRepeatingIt(String endpoint) {
    assertThatThrownBy(() -> HubSettings.of(Map.of("HF_ENDPOINT", endpoint)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("HF_ENDPOINT")
        .hasMessageNotContaining("secret");
  }

  @Test
  void onlyThisMachineIsSpokenToWithoutEncryptionUnlessOneSaysSo() {
    assertThat(HubSettings.of(Map.of("HF_ENDPOINT", "http://localhost:8080")).endpoint().getPort())
        .isEqualTo(8080);
    assertThatThrownBy(() -> HubSettings.of(Map.of("HF_ENDPOINT", "http://hub.example")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("http://hub.example")
        .hasMessageContaining("EMOVOX_HUB_PLAIN_HTTP");
    assertThat(
            HubSettings.of(
                    Map.of("HF_ENDPOINT", "http://hub.example", "EMOVOX_HUB_PLAIN_HTTP", "1"))
                .plainHttp())
        .isTrue();
  }
}
