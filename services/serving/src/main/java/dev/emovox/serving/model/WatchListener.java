package dev.emovox.serving.model;

/** Hears what the watcher does. Called on the watcher's thread; must not throw. */
public interface WatchListener {

  /** A model began to answer. */
  void swapped(LiveModel live);

  /** A version was refused; called for each attempt. */
  void rejected(Rejection rejection, Throwable cause);

  /** The status changed in state or message. */
  void changed(ModelStatus status);
}
