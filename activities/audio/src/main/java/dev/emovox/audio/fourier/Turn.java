package dev.emovox.audio.fourier;

/**
 * A complex factor of magnitude one.
 *
 * @param cos its real part
 * @param sin its imaginary part
 */
record Turn(double cos, double sin) {

  /** The factor of a place in the table of a transform: backwards by its share of a circle. */
  static Turn at(long place, int size) {
    double angle = -2 * Math.PI * place / size;
    return new Turn(Math.cos(angle), Math.sin(angle));
  }

  /** The factor that undoes it. */
  Turn back() {
    return new Turn(cos, -sin);
  }

  boolean isOne() {
    return cos == 1;
  }
}
