package dev.emovox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Failures are sorted by who must act, and scripts see that in the exit code. */
class ExitCodeTest {
  @Test
  void tellsWhoMustAct() {
    Exception cause = new IllegalStateException("cause");
    assertThat(new InvalidInputException("what", cause))
        .hasCause(cause)
        .returns(2, EmovoxException::exitCode);
    assertThat(new ServerUnavailableException("what", cause)).returns(3, EmovoxException::exitCode);
    assertThat(new WorkFailedException("what", cause)).returns(1, EmovoxException::exitCode);
  }
}
