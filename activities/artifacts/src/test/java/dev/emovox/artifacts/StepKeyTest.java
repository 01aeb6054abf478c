package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepKeyTest {
  private static final List<Digest> INPUTS = List.of(Digest.of("a"), Digest.of("b"));

  private static StepKey key(Object settings) {
    return StepKey.of("features", 1, settings, INPUTS);
  }

  @Test
  void isTheSameOnEveryMachineAndJavaVersion() {
    FeatureSettings settings =
        new FeatureSettings("paper", 16_000, 3.0, true, 0.1, 2048, 512, 40, 128, 12, 6, true);
    String canonical =
        "{\"code_version\":1,\"inputs\":[],"
            + "\"settings\":{\"chroma_bins\":12,\"contrast_bands\":6,\"fft_size\":2048,"
            + "\"hop_length\":512,\"mel_bands\":128,\"mfcc_count\":40,"
            + "\"rms_level\":0.1000000000000000055511151231257827021181583404541015625,"
            + "\"rms_normalised\":true,\"sample_rate\":16000,\"seconds\":3,"
            + "\"set\":\"paper\",\"unit_length\":true},\"stage\":\"features\"}";

    StepKey key = StepKey.of("features", 1, settings, List.of());

    assertThat(key.digest()).isEqualTo(Digest.of(canonical));
    // The digest itself, so that a change of both sides above is seen: such a change drops caches.
    assertThat(key.digest().hex())
        .isEqualTo("1fd2f4ea9e479b79de7624b31a909248298ec9adbbb002633142c202f46d63c4");
    assertThat(key.objectKey()).isEqualTo("cache/features/" + key.digest().hex() + ".json");
  }

  @Test
  void dependsOnEverythingThatTheResultDependsOn() {
    StepKey key = key(1);

    assertThat(key).isEqualTo(key(1));
    assertThat(
            List.of(
                StepKey.of("split", 1, 1, INPUTS),
                StepKey.of("features", 2, 1, INPUTS),
                key(2),
                StepKey.of("features", 1, 1, INPUTS.subList(0, 1)),
                StepKey.of("features", 1, 1, List.of(INPUTS.get(1), INPUTS.get(0)))))
        .doesNotContain(key)
        .doesNotHaveDuplicates();
  }

  @Test
  void doesNotDependOnTheOrderOfKeysNorOnHowANumberIsWritten() {
    Map<String, Object> forward = new LinkedHashMap<>();
    forward.put("a", 1);
    forward.put("b", 0.5);
    Map<String, Object> backward = new LinkedHashMap<>();
    backward.put("b", 0.5f);
    backward.put("a", 1.0);

    assertThat(key(forward)).isEqualTo(key(backward));
  }

  @Test
  void writesOneTextForOneValue() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("z", List.of());
    value.put("a", Map.of());
    value.put("text", "\"ü\\\n😀");
    value.put("null", null);
    value.put("big", 123_456_789_012_345_678L);
    value.put("hundred", 100);
    value.put("zero", -0.0);

    assertThat(CanonicalJson.write(value))
        .isEqualTo(
            "{\"a\":{},\"big\":123456789012345678,\"hundred\":100,\"null\":null,"
                + "\"text\":\"\\\"ü\\\\\\n😀\",\"z\":[],\"zero\":0}");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoNumber(double value) {
    assertThatThrownBy(() -> key(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../up", "Features", "a/b", "a b"})
  void refusesStagesThatAreNoFolderName(String stage) {
    assertThatThrownBy(() -> StepKey.of(stage, 1, 1, INPUTS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
