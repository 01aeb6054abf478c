package dev.emovox.serving.challenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {

  @ParameterizedTest
  @CsvSource({"0,0", "0.1,100", "0.25,250", "1,1000"})
  void takesExactlyTheShare(double share, long taken) {
    Sampler sampler = new Sampler(share);
    assertThat(IntStream.range(0, 1000).filter(i -> sampler.next()).count()).isEqualTo(taken);
  }
}
