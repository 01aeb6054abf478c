package dev.emovox.audio.augmentation;

import dev.emovox.domain.InvalidInputException;

/** Refuses numbers that no augmentation can be made with. */
public final class Range {
  private Range() {}

  /** The value, if it lies between the limits; written so that NaN does not. */
  public static double within(String what, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new InvalidInputException(
          "The %s of an augmentation is %s; it must be from %s to %s."
              .formatted(what, value, least, most));
    }
    return value;
  }
}
