package dev.emovox.serving.model;

import java.util.ArrayList;
import java.util.List;

/** Remembers what the watcher told. */
final class RecordingListener implements WatchListener {
  private final List<String> events = new ArrayList<>();

  @Override
  public void swapped(LiveModel live) {
    events.add("swapped " + live.identity().version());
  }

  @Override
  public void rejected(ModelRole role, Rejection rejection, Throwable cause) {
    events.add("rejected " + rejection.pointer().version());
  }

  @Override
  public void changed(ModelRole role, ModelStatus status) {
    events.add("changed " + status.state());
  }

  List<String> events() {
    return events;
  }
}
