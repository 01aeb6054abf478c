package dev.emovox.artifacts;

import dev.emovox.settings.SnakeCaseJson;
import java.util.ArrayList;
import java.util.List;

/** The places that one checkpoint came from, each recorded once. */
final class CheckpointOrigins {
  private static final SnakeCaseJson JSON = new SnakeCaseJson();

  private final NumberedObjects objects;

  CheckpointOrigins(NumberedObjects objects) {
    this.objects = objects;
  }

  void add(CheckpointOrigin origin) {
    byte[] content = JSON.writeIndented(origin);
    while (all().stream().noneMatch(origin::isSamePlace)) {
      if (objects.add(objects.last() + 1, content)) {
        return;
      }
    }
  }

  List<CheckpointOrigin> all() {
    List<CheckpointOrigin> found = new ArrayList<>();
    long last = objects.last();
    for (long number = 1; number <= last; number++) {
      objects
          .read(number)
          .map(content -> JSON.read(content, CheckpointOrigin.class))
          .ifPresent(found::add);
    }
    return found;
  }
}
