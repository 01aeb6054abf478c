package dev.emovox.wav2vec2.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.emovox.domain.InvalidInputException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LibtorchTest {
  private final Libtorch libtorch = Libtorch.start(LibtorchSettings.of(ComputeDevice.CPU));

  @Test
  void startsOnceAndComputes() {
    assertThat(Libtorch.start(LibtorchSettings.of(ComputeDevice.CPU).withThreads(7)))
        .isSameAs(libtorch);
    try (NDManager manager = NDManager.newBaseManager(libtorch.device(ComputeDevice.CPU))) {
      assertThat(manager.create(new float[] {1, 2}).sum().getFloat()).isEqualTo(3);
    }
  }

  @Test
  void saysWhatIsRunning() {
    LibtorchReport report = libtorch.report();
    assertThat(report.version()).isEqualTo("2.7.1");
    assertThat(report.flavor()).isEqualTo("cpu");
    assertThat(Files.isDirectory(report.folder())).isTrue();
    assertThat(report.threads()).isEqualTo(LibtorchSettings.of(ComputeDevice.CPU).threads());
    assertThat(report.cards()).isEmpty();
  }

  @Test
  void aProcessOnTheProcessorsLibraryHasNoGraphicsCard() {
    assertThatThrownBy(() -> libtorch.device(ComputeDevice.parse("cuda:1")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cuda:1")
        .hasMessageContaining("./emovox doctor");
  }

  @Test
  void aNewThreadRecordsUnlessItIsToldNotTo() throws Exception {
    ExecutorService fresh = Executors.newSingleThreadExecutor();
    try {
      assertThat(CompletableFuture.supplyAsync(JniUtils::isGradMode, fresh).get()).isTrue();
      assertThat(CompletableFuture.supplyAsync(LibtorchTest::recordsWhileOff, fresh).get())
          .isFalse();
      assertThat(CompletableFuture.supplyAsync(JniUtils::isGradMode, fresh).get()).isTrue();
    } finally {
      fresh.shutdown();
    }
  }

  @Test
  void recordingIsSwitchedOnForTraining() {
    try (GradientMode off = GradientMode.off()) {
      try (GradientMode on = GradientMode.on()) {
        assertThat(JniUtils.isGradMode()).isTrue();
        assertThat(on).isNotSameAs(off);
      }
      assertThat(JniUtils.isGradMode()).isFalse();
    }
  }

  private static boolean recordsWhileOff() {
    try (GradientMode off = GradientMode.off()) {
      return off != null && JniUtils.isGradMode();
    }
  }
}
