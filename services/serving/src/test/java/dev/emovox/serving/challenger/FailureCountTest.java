package dev.emovox.serving.challenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.model.FakeModelSource;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelRole;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailureCountTest {
  private Instant now = Instant.EPOCH;
  private final FailureCount count =
      new FailureCount(new FailureLimit(3, Duration.ofSeconds(10)), () -> now);
  private final LiveModel model = live("1");

  @Test
  void saysWhenThereAreTooMany() {
    assertThat(count.add(model)).isFalse();
    assertThat(count.add(model)).isFalse();
    assertThat(count.add(model)).isTrue();
  }

  @Test
  void forgetsWhatIsLongAgo() {
    count.add(model);
    count.add(model);
    now = now.plusSeconds(11);

    assertThat(count.add(model)).isFalse();
    assertThat(count.add(model)).isFalse();
    now = now.plusSeconds(9);
    assertThat(count.add(model)).isTrue();
  }

  @Test
  void blamesNoModelForAnother() {
    count.add(model);
    count.add(model);

    assertThat(count.add(live("2"))).isFalse();
  }

  @Test
  void takesNoLimitThatIsNone() {
    assertThatThrownBy(() -> new FailureLimit(0, Duration.ofSeconds(1)))
        .hasMessageContaining("EMOVOX_SERVING_CHALLENGER_FAILURES");
    assertThatThrownBy(() -> new FailureLimit(1, Duration.ZERO))
        .hasMessageContaining("EMOVOX_SERVING_CHALLENGER_FAILURE_TIME");
    assertThatThrownBy(() -> new Shares(1.5, 0))
        .hasMessageContaining("EMOVOX_SERVING_CANARY_SHARE");
  }

  private static LiveModel live(String version) {
    FakeModelSource source = new FakeModelSource().add(version, FakeModel::happy);
    var pointer = FakeModelSource.pointer(version);
    return new LiveModel(ModelRole.CHALLENGER, source.load(pointer), pointer, Instant.EPOCH);
  }
}
