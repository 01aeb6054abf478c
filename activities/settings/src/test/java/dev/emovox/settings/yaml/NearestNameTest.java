package dev.emovox.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  @ParameterizedTest
  @CsvSource({
    "train,train,0",
    "trian,train,1",
    "tran,train,1",
    "TRAIN,train,0",
    "'',abc,3",
    "a,b,1"
  })
  void countsLettersThatDiffer(String a, String b, int distance) {
    assertThat(NearestName.distance(a, b)).isEqualTo(distance);
    assertThat(NearestName.distance(b, a)).isEqualTo(distance);
  }

  @Test
  void suggestsTheNearestAndNothingThatIsFar() {
    List<String> names = List.of("train", "test", "validation");

    assertThat(NearestName.among(names, "tets")).contains("test");
    assertThat(NearestName.among(names, "valdiation")).contains("validation");
    assertThat(NearestName.among(names, "elephant")).isEmpty();
    assertThat(NearestName.hint(names, "elephant")).isEmpty();
    assertThat(NearestName.hint(names, "trian")).isEqualTo(" Did you mean 'train'?");
  }
}
