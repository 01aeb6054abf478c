package dev.emovox.wav2vec2.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SharedCoresTest {

  @BeforeAll
  static void start() {
    Libtorch.start(LibtorchSettings.of(ComputeDevice.CPU));
  }

  @Test
  void oneAloneHasAllAndSeveralHaveAShare() {
    SharedCores cores = new SharedCores(8);

    assertThat(cores.share(1)).isEqualTo(8);
    assertThat(cores.share(2)).isEqualTo(4);
    assertThat(cores.share(3)).isEqualTo(2);
    assertThat(cores.share(9)).isEqualTo(1);
  }

  @Test
  void aComputationWithinAnotherHasHalf() {
    int before = JniUtils.getNumThreads();
    SharedCores cores = new SharedCores(4);
    try {
      int[] found =
          cores.compute(
              () -> new int[] {JniUtils.getNumThreads(), cores.compute(JniUtils::getNumThreads)});

      assertThat(found).containsExactly(4, 2);
      assertThat(JniUtils.getNumThreads()).isEqualTo(4);
    } finally {
      JniUtils.setNumThreads(before);
    }
  }

  @Test
  void aThreadThatTrainsHasAllWhateverOthersDo() {
    int before = JniUtils.getNumThreads();
    SharedCores cores = new SharedCores(4);
    AtomicInteger found = new AtomicInteger();
    Thread training =
        new Thread(
            () -> {
              cores.takeAll();
              found.set(JniUtils.getNumThreads());
            });
    try {
      cores.compute(
          () ->
              cores.compute(
                  () -> {
                    training.start();
                    return ended(training);
                  }));
      assertThat(found).hasValue(4);
    } finally {
      JniUtils.setNumThreads(before);
    }
  }

  private static boolean ended(Thread thread) {
    try {
      thread.join();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oneThatFailsGivesItsShareBack() {
    int before = JniUtils.getNumThreads();
    SharedCores cores = new SharedCores(2);
    try {
      assertThatThrownBy(
              () ->
                  cores.compute(
                      () -> {
                        throw new IllegalStateException("broken");
                      }))
          .hasMessage("broken");
      assertThat((int) cores.compute(JniUtils::getNumThreads)).isEqualTo(2);
    } finally {
      JniUtils.setNumThreads(before);
    }
  }
}
