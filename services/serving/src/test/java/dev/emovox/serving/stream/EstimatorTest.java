package dev.emovox.serving.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.Digest;
import dev.emovox.serving.model.ModelIdentity;
import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.prediction.Timing;
import dev.emovox.serving.prediction.Uncertainty;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatorTest {
  private static final Classification ANSWER =
      new Classification(
          "id",
          List.of(new ClassScore("calm", 0.4, 0), new ClassScore("happy", 0.6, 1)),
          1,
          new ModelIdentity("emovox", "1", "run", Digest.of("package")),
          List.of(),
          Digest.of("clip"),
          new Timing(0, 0, 0, 1));

  @ParameterizedTest
  @CsvSource({"0.7, true", "0.5, false", ","})
  void saysWhetherAnEstimateIsUncertainIfItIsToBeSaid(Double below, Boolean uncertain) {
    OptionalDouble threshold = below == null ? OptionalDouble.empty() : OptionalDouble.of(below);
    Estimator estimator =
        new Estimator(
            question -> CompletableFuture.completedFuture(ANSWER),
            Duration.ofSeconds(1),
            new Uncertainty(threshold));
    EstimateDocument document =
        estimator.ask(new SampleWindow.Stretch(0, new float[160])).document().join();
    assertThat(document.label()).isEqualTo("happy");
    assertThat(document.uncertain()).isEqualTo(uncertain);
  }
}
