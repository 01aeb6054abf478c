package dev.emovox.local.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {
  @ParameterizedTest
  @CsvSource({
    "'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)', 1.9.1",
    "'version 8000GB 4.48 pypi linux amd64', 4.48",
    "'mlflow, version 3.17.2', 3.17.2",
    "'Apache Maven 3.8.7', 3.8.7",
    "'minio version v1.2.3-rc1', 1.2.3"
  })
  void readsWhatProgramsSayOfThemselves(String text, String version) {
    assertThat(Version.firstIn(text)).contains(Version.parse(version));
  }

  @ParameterizedTest
  @CsvSource({"minio version DEVELOPMENT.GOGET", "''", "version 7", "1.99999999999999999999"})
  void findsNoneWhereThereIsNone(String text) {
    assertThat(Version.firstIn(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.9,1.10,-1", "3.10,3.10.0,0", "4,3.99.99,1", "0,0.0.1,-1"})
  void comparesNumberByNumber(String left, String right, int expected) {
    int actual = Version.parse(left).compareTo(Version.parse(right));
    assertThat(Integer.signum(actual)).isEqualTo(expected);
  }

  @Test
  void refusesWhatIsNoVersion() {
    assertThatThrownBy(() -> Version.parse("1.x")).isInstanceOf(IllegalArgumentException.class);
  }
}
