package dev.emovox.pictures;

/** A rectangle in a picture, in pixels from its top left corner. */
public record Box(double x, double y, double width, double height) {

  public double middleX() {
    return x + width / 2;
  }

  public double middleY() {
    return y + height / 2;
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }
}
