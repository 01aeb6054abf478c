package dev.emovox.serving;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What can be set about serving. {@code application.properties} gives each its default and the
 * environment variable that changes it.
 */
@ConfigMapping(prefix = "serving")
public interface ServingConfig {

  /** The registered model. */
  String modelName();

  /** The registry alias to follow. */
  String alias();

  /** Pause between looks at the alias. */
  Duration pollInterval();

  /** Longest pause between attempts at a version that was refused. */
  Duration longestRetry();

  /** What clients hear in {@code Retry-After} while no model is loaded or the queue is full. */
  Duration retryAfter();

  /** Folder to which a network's package is copied while it is loaded. */
  Path scratch();

  /** Most bytes of a clip. */
  int maxBytes();

  /** Longest clip in seconds. */
  double maxSeconds();

  /** Highest sample rate in hertz. */
  int maxSampleRate();

  /** Most channels. */
  int maxChannels();

  /** Clips decoded at once; as many as there are processors if not set. */
  OptionalInt threads();

  /** Clips that may wait beyond those that are decoded; more are answered 429. */
  int queue();

  /** Below which probability of its class an answer is called uncertain; unsaid if not set. */
  OptionalDouble uncertainBelow();

  /** Longest time for an answer; what clients ask for in {@code X-Request-Timeout} is cut to it. */
  Duration requestTimeout();

  /** Most windows of one clip. */
  int maxSegments();

  /** Most seconds of the windows of one clip together. */
  double maxSegmentSeconds();

  /** Most bytes of a request with several clips. */
  int maxBatchBytes();

  /** Most clips of one request. */
  int maxBatchItems();

  /** Clips of one request that are in work at once. */
  int batchConcurrency();

  /** The port of gRPC; none if not set. */
  OptionalInt grpcPort();

  /** How streams are bounded. */
  Stream stream();

  /** How streams are bounded. */
  interface Stream {

    /** Streams at once. */
    int connections();

    /** How long a stream may go on. */
    Duration longest();

    /** How long nothing may come. */
    Duration idle();

    /** Seconds of the longest window. */
    double window();
  }

  /** How predictions are kept. */
  Traces traces();

  /** How predictions are kept. */
  interface Traces {

    /** Whether they are kept at all. */
    boolean enabled();

    /** Share of the predictions that is kept, from 0 to 1. */
    double share();

    /** Rows that wait in memory at most. */
    int capacity();

    /** Time between two tables. */
    Duration interval();

    /** How long they are kept; for good if not set. */
    Optional<Duration> retention();
  }

  /** How a model is tried beside the champion. */
  Challenger challenger();

  /** How a model is tried beside the champion. */
  interface Challenger {

    /** The registry alias to follow, if there is any share for it. */
    String alias();

    /** Share of the callers whom it answers, from 0 to 1. */
    double canaryShare();

    /** Header in which clients name those for whom they ask; their key or address if not set. */
    Optional<String> header();

    /** Share of the champion's clips that it hears too, from 0 to 1. */
    double shadowShare();

    /** Clips that may wait for it to hear them too. */
    int shadowQueue();

    /** Failures within the time below after which it is tried no more. */
    int failures();

    /** How long a failure counts. */
    Duration failureTime();
  }

  /** How drift is watched. */
  Drift drift();

  /** How drift is watched. */
  interface Drift {

    /** Whether it is at all. */
    boolean enabled();

    /** Clips of a window. */
    int window();

    /** Time after which a window ends with fewer clips. */
    Duration windowTime();

    /** Windows in a row that raise the alarm or take it back. */
    int windows();

    /** Index of stability that raises the alarm. */
    double raise();

    /** Index of stability that takes it back. */
    double clear();

    /** P-value below which a shift counts. */
    double significance();

    /** Answers that wait to be looked at. */
    int capacity();

    /** Time between two looks. */
    Duration interval();

    /** The schedule that is to fire for an alarm; none if not set. */
    Optional<String> retrain();

    /** How long it does not fire for an alarm again. */
    Duration retrainPause();
  }

  /** Most bytes of bodies that are not answered yet; a quarter of the heap if not set. */
  OptionalLong uploadMemory();

  /** How clips are put together for networks. */
  Batch batch();

  /** How clips are put together for networks. */
  interface Batch {

    /** Most clips of a batch. */
    int clips();

    /** Most seconds of sound of a batch, at 16 kHz. */
    double seconds();

    /** Longest time that a clip waits for others while the model is free. */
    Duration patience();

    /** Batches computed at once; they share the cores. */
    int threads();
  }
}
