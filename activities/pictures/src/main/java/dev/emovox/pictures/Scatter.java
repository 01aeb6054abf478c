package dev.emovox.pictures;

import java.util.List;

/**
 * What a scatter diagram shows.
 *
 * @param points places in the units of the axes, finite
 * @param classes the class of each point
 * @param words the diagram's texts
 */
public record Scatter(List<Place> points, List<String> classes, Words words) {

  public Scatter {
    points = List.copyOf(points);
    classes = List.copyOf(classes);
    if (points.size() != classes.size() || points.isEmpty()) {
      throw new IllegalArgumentException("each point has a class, and there is one at least");
    }
  }

  /** Where a point is. */
  public record Place(double x, double y) {}

  /**
   * Texts.
   *
   * @param title of the picture
   * @param subtitle a line below it
   * @param x title of the axis to the right, with its unit
   * @param y title of the axis upwards, with its unit
   * @param legend what the classes are
   * @param description what is seen, for those who can't see it
   */
  public record Words(
      String title, String subtitle, String x, String y, String legend, String description) {}
}
