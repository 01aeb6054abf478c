package dev.emovox.serving.upload;

import dev.emovox.serving.ServingConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory for bodies that were sent and are not answered yet. Bodies are read before there is a
 * thread for them, so that their number alone would bound nothing.
 *
 * <p>Safe for use by several threads.
 */
@Singleton
public class UploadMemory {
  /** The rest is for what is made of them. */
  private static final int SHARE_OF_HEAP = 4;

  private final long most;
  private final AtomicLong taken = new AtomicLong();

  public UploadMemory(ServingConfig config, MeterRegistry registry) {
    this.most =
        config
            .uploadMemory()
            .orElse(
                Math.max(config.maxBatchBytes(), Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    Gauge.builder("emovox.upload.bytes", taken, AtomicLong::get)
        .description("Bytes that bodies may have which were not answered yet")
        .baseUnit("bytes")
        .register(registry);
  }

  /** Takes so many bytes, if there are as many; {@link #give} follows. */
  public boolean take(long bytes) {
    return taken.getAndUpdate(now -> fits(now, bytes) ? now + bytes : now) <= most - bytes;
  }

  private boolean fits(long now, long bytes) {
    return now <= most - bytes;
  }

  /** Gives back what was taken. */
  public void give(long bytes) {
    taken.addAndGet(-bytes);
  }
}
