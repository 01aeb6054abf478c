package dev.emovox.serving.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.inference.Preprocessing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ModelHolderTest {
  private static final AudioClip CLIP = new AudioClip(new float[1], 16_000);

  private static final int SWAPS = 50;
  private static final int CLIENTS = 8;

  private final ModelHolder holder = new ModelHolder(ModelRole.CHAMPION);

  @Test
  void hasNothingToLeaseAtFirst() {
    assertThat(holder.lease()).isEmpty();
    assertThat(holder.current()).isEmpty();
  }

  @Test
  void keepsTheLeasedModelOpenUntilTheLeaseEnds() {
    FakeModel first = FakeModel.happy();
    FakeModel second = FakeModel.happy();
    holder.swap(live("1", first));
    ModelLease lease = holder.lease().orElseThrow();

    holder.swap(live("2", second));

    assertThat(lease.live().identity().version()).isEqualTo("1");
    assertThat(holder.current().orElseThrow().identity().version()).isEqualTo("2");
    assertThat(first.closed()).isZero();
    lease.close();
    assertThat(first.closed()).isEqualTo(1);
    assertThat(second.closed()).isZero();
  }

  @Test
  void closesAModelOnceWhenALeaseIsClosedTwice() {
    FakeModel model = FakeModel.happy();
    holder.swap(live("1", model));
    ModelLease lease = holder.lease().orElseThrow();
    lease.close();
    lease.close();

    assertThat(model.closed()).isZero();
    holder.close();
    assertThat(model.closed()).isEqualTo(1);
    assertThat(holder.lease()).isEmpty();
  }

  @Test
  void losesNoRequestDuringFiftySwaps() throws Exception {
    List<FakeModel> models = new ArrayList<>();
    models.add(FakeModel.happy());
    holder.swap(live("0", models.get(0)));
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        answers.add(clients.submit(() -> askUntil(stop)));
      }
      for (int swap = 1; swap <= SWAPS; swap++) {
        awaitAnAnswerFrom(models.get(swap - 1));
        models.add(FakeModel.happy());
        holder.swap(live("" + swap, models.get(swap)));
      }
      stop.set(true);
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isPositive();
      }
    } finally {
      clients.shutdownNow();
    }
    assertThat(models).allSatisfy(model -> assertThat(model.predictionsAfterClose()).isZero());
    assertThat(models.subList(0, SWAPS))
        .allSatisfy(model -> assertThat(model.closed()).isEqualTo(1));
    assertThat(models.get(SWAPS).closed()).isZero();
  }

  private int askUntil(AtomicBoolean stop) {
    int answers = 0;
    while (!stop.get() || answers == 0) {
      try (ModelLease lease = holder.lease().orElseThrow()) {
        answers += lease.live().loaded().model().predict(CLIP).probabilities().length == 3 ? 1 : 0;
      }
    }
    return answers;
  }

  private static void awaitAnAnswerFrom(FakeModel model) {
    while (model.predictions() == 0) {
      Thread.onSpinWait();
    }
  }

  private static LiveModel live(String version, FakeModel model) {
    ModelIdentity identity =
        new ModelIdentity("emovox", version, "run", FakeModelSource.digest(version));
    return new LiveModel(
        ModelRole.CHAMPION,
        new LoadedModel(identity, new Preprocessing.Features(FeatureSettings.paper()), model),
        FakeModelSource.pointer(version),
        Instant.EPOCH);
  }
}
