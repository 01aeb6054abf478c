package dev.emovox.serving.model;

/** Hears what the watchers do. Called on the watchers' thread; must not throw. */
public interface WatchListener {

  /** A model began to answer. */
  void swapped(LiveModel live);

  /** A version was refused; called for each attempt. */
  void rejected(ModelRole role, Rejection rejection, Throwable cause);

  /** The status changed in state or message. */
  void changed(ModelRole role, ModelStatus status);
}
