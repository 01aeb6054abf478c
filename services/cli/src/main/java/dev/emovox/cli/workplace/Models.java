package dev.emovox.cli.workplace;

import dev.emovox.tracking.ModelVersion;
import java.util.List;

/** The registered models. */
public interface Models extends AutoCloseable {

  /** All versions, the oldest first. */
  List<ModelVersion> versions();

  @Override
  void close();
}
