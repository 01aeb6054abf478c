package dev.emovox.serving.challenger;

import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelRole;
import dev.emovox.serving.model.ModelStatus;
import dev.emovox.serving.model.Rejection;
import dev.emovox.serving.model.WatchListener;

/** Does not care. */
final class QuietWatchListener implements WatchListener {

  @Override
  public void swapped(LiveModel live) {}

  @Override
  public void rejected(ModelRole role, Rejection rejection, Throwable cause) {}

  @Override
  public void changed(ModelRole role, ModelStatus status) {}
}
