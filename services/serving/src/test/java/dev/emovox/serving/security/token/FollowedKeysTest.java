package dev.emovox.serving.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.ServerUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowedKeysTest {
  private static final SigningKeys KEYS = new SigningKeys(List.of(FakeIssuer.newKey("a")));

  private final List<String> log = new ArrayList<>();
  private int asked;
  private String trouble = "";
  private long nanos = 5;
  private final FollowedKeys followed = new FollowedKeys(this::ask, () -> nanos, log::add);

  private SigningKeys ask() {
    asked++;
    if (!trouble.isEmpty()) {
      throw new ServerUnavailableException(trouble, null);
    }
    return KEYS;
  }

  private int askedAfter(Duration time) {
    nanos += time.toNanos();
    followed.tick();
    return asked;
  }

  @Test
  void theIssuerIsAskedRegularly() {
    assertThat(askedAfter(Duration.ZERO)).isEqualTo(1);
    assertThat(followed.now()).isEqualTo(KEYS);
    assertThat(askedAfter(Duration.ofMinutes(4))).isEqualTo(1);
    assertThat(askedAfter(Duration.ofMinutes(1))).isEqualTo(2);
    assertThat(askedAfter(Duration.ofSeconds(10))).isEqualTo(2);
  }

  @Test
  void unknownKeysMakeItAskSoonButNotAtOnce() {
    askedAfter(Duration.ZERO);
    for (int i = 0; i < 100; i++) {
      followed.missed();
      askedAfter(Duration.ofMillis(50));
    }
    assertThat(asked).isEqualTo(1);
    assertThat(askedAfter(Duration.ofSeconds(5))).isEqualTo(2);
    assertThat(askedAfter(Duration.ofSeconds(11))).isEqualTo(2);
  }

  @Test
  void anIssuerThatGoesAwayTakesNoKeysWithItAndIsToldOfOnce() {
    askedAfter(Duration.ZERO);
    trouble = "away";
    askedAfter(Duration.ofMinutes(5));
    askedAfter(Duration.ofMinutes(5));
    assertThat(followed.now()).isEqualTo(KEYS);
    assertThat(log).containsExactly("away");
  }

  @Test
  void anIssuerThatIsAwayAtFirstIsAskedAgainSoon() {
    trouble = "away";
    askedAfter(Duration.ZERO);
    assertThat(followed.now().keys()).isEmpty();
    assertThat(askedAfter(Duration.ofSeconds(9))).isEqualTo(1);
    trouble = "";
    assertThat(askedAfter(Duration.ofSeconds(1))).isEqualTo(2);
    assertThat(followed.now()).isEqualTo(KEYS);
  }
}
