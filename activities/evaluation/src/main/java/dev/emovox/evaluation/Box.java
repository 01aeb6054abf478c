package dev.emovox.evaluation;

/** A rectangle in a picture, in pixels from its top left corner. */
record Box(double x, double y, double width, double height) {

  double middleX() {
    return x + width / 2;
  }

  double middleY() {
    return y + height / 2;
  }

  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }
}
