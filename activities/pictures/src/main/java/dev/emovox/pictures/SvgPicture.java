package dev.emovox.pictures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes an SVG document: the same calls give the same text on every machine. It has its own
 * background, light or dark as the viewer prefers.
 */
public final class SvgPicture {
  /** Rough width of a letter of the labels' size, in pixels. */
  public static final double LETTER = 7.4;

  private static final String STYLE =
      """
      <style>
      text { font: 13px system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; fill: #1d2129; }
      .title { font-size: 17px; font-weight: 600; }
      .quiet { fill: #5a6270; }
      .small { font-size: 11px; }
      .strong { font-weight: 600; }
      .middle { text-anchor: middle; }
      .end { text-anchor: end; }
      .ground { fill: #ffffff; }
      .grid { stroke: #d5d9e0; stroke-width: 1; }
      .border { stroke: #5a6270; stroke-width: 1; stroke-dasharray: 4 4; }
      .on-dark { fill: #ffffff; }
      .on-light { fill: #1d2129; }
      @media (prefers-color-scheme: dark) {
      text { fill: #e8eaee; }
      .quiet { fill: #a3abb8; }
      .ground { fill: #15181d; }
      .grid { stroke: #3a404b; }
      .border { stroke: #a3abb8; }
      .on-dark { fill: #ffffff; }
      .on-light { fill: #1d2129; }
      }
      </style>
      """;

  private final StringBuilder svg = new StringBuilder();

  /** An empty picture with its title; sizes in pixels. */
  public SvgPicture(String title, double width, double height) {
    svg.append(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\""
                .formatted(number(width), number(height)))
        .append(" viewBox=\"0 0 %s %s\" role=\"img\">\n".formatted(number(width), number(height)))
        .append("<title>%s</title>\n".formatted(SafeText.of(title)))
        .append(STYLE);
    rectangle(new Box(0, 0, width, height), "class=\"ground\"");
    text(24, 34, "title", title);
  }

  /** A rectangle with the attributes, for example {@code fill="#000000"}. */
  public void rectangle(Box box, String attributes) {
    svg.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s/>\n"
            .formatted(
                number(box.x()),
                number(box.y()),
                number(box.width()),
                number(box.height()),
                attributes));
  }

  /** A line of text of the style's classes, from its baseline. */
  public void text(double x, double y, String classes, String content) {
    svg.append(
        "<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>\n"
            .formatted(number(x), number(y), classes, SafeText.of(content)));
  }

  /** A line of text that reads upwards. */
  public void upwards(double x, double y, String classes, String content) {
    svg.append(
        "<text transform=\"translate(%s %s) rotate(-90)\" class=\"%s\">%s</text>\n"
            .formatted(number(x), number(y), classes, SafeText.of(content)));
  }

  /** A horizontal line. */
  public void line(double from, double to, double y) {
    svg.append(
        "<line x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" class=\"grid\"/>\n"
            .formatted(number(from), number(to), number(y), number(y)));
  }

  /** A vertical line. */
  public void upright(double x, double from, double to) {
    svg.append(
        "<line x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" class=\"border\"/>\n"
            .formatted(number(x), number(x), number(from), number(to)));
  }

  /** A place, in pixels from the top left corner. */
  public record Point(double x, double y) {}

  /** Straight lines from point to point. */
  public void path(List<Point> points, String attributes) {
    String places =
        points.stream()
            .map(point -> number(point.x()) + "," + number(point.y()))
            .collect(Collectors.joining(" "));
    svg.append("<polyline points=\"%s\" %s/>\n".formatted(places, attributes));
  }

  /** A circle with the attributes. */
  public void circle(Point middle, double radius, String attributes) {
    svg.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>\n"
            .formatted(number(middle.x()), number(middle.y()), number(radius), attributes));
  }

  /** What the picture shows, in words: for those who can't see it. */
  public void describe(String text) {
    svg.append("<desc>%s</desc>\n".formatted(SafeText.of(text)));
  }

  /** More rules of style, in CSS, for what follows. */
  public void style(String rules) {
    svg.append("<style>\n").append(rules).append("</style>\n");
  }

  /** What follows belongs together until {@link #endGroup()}; viewers show the title over it. */
  public void beginGroup(String attributes, String title) {
    svg.append("<g %s><title>%s</title>\n".formatted(attributes, SafeText.of(title)));
  }

  /** Ends what {@link #beginGroup} began. */
  public void endGroup() {
    svg.append("</g>\n");
  }

  /** A path of SVG's own commands; numbers in it by {@link #number}. */
  public void shape(String commands, String attributes) {
    svg.append("<path d=\"%s\" %s/>\n".formatted(commands, attributes));
  }

  /** A PNG image, stretched to the box, inside the document itself. */
  public void image(Box box, byte[] png) {
    svg.append(
            "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\""
                .formatted(
                    number(box.x()), number(box.y()), number(box.width()), number(box.height())))
        .append(" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,")
        .append(Base64.getEncoder().encodeToString(png))
        .append("\"/>\n");
  }

  /** The finished document. */
  public String document() {
    return svg + "</svg>\n";
  }

  /** Two decimals at most, the same in every locale. */
  public static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
