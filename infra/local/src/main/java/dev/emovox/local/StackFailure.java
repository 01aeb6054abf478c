package dev.emovox.local;

import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.local.home.Home;
import dev.emovox.local.home.JsonFile;

/** Why a supervisor in the background could not start its stack, told to who asked for it. */
record StackFailure(int exitCode, String message) {
  static JsonFile<StackFailure> file(Home home) {
    return new JsonFile<>(home.run().resolve("failure.json"), StackFailure.class);
  }

  static StackFailure of(EmovoxException failure) {
    return new StackFailure(failure.exitCode(), failure.getMessage());
  }

  EmovoxException exception() {
    return switch (exitCode) {
      case 2 -> new InvalidInputException(message);
      case 3 -> new ServerUnavailableException(message, null);
      default -> new WorkFailedException(message);
    };
  }
}
