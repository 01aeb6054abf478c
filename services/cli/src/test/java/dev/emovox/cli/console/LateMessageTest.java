package dev.emovox.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.emovox.cli.testing.Captured;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LateMessageTest {
  private final Captured captured = new Captured(Terminal.plain(), new GlobalOptions());

  @Test
  void quickWorkIsNotToldOf() {
    LateMessage late = new LateMessage(captured.console(), Duration.ofHours(1));
    assertThat(late.<Integer>during("working", () -> 7)).isEqualTo(7);
    assertThat(captured.err()).isEmpty();
  }

  @Test
  void longWorkIsToldOfOnce() {
    LateMessage late = new LateMessage(captured.console(), Duration.ZERO);
    late.during("working", this::awaitMessage);
    assertThat(captured.err()).isEqualTo("working\n");
  }

  private String awaitMessage() {
    while (captured.err().isEmpty()) {
      Thread.onSpinWait();
    }
    return captured.err();
  }

  @Test
  void whatTheWorkThrowsIsThrown() {
    LateMessage late = new LateMessage(captured.console(), Duration.ofHours(1));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                late.during(
                    "working",
                    () -> {
                      throw new IllegalStateException("broken");
                    }));
    assertThat(captured.err()).isEmpty();
  }
}
