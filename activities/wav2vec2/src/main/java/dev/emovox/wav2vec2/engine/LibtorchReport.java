package dev.emovox.wav2vec2.engine;

import dev.emovox.wav2vec2.engine.library.GraphicsCard;
import java.nio.file.Path;
import java.util.List;

/**
 * Which libtorch a process runs on.
 *
 * @param version libtorch's version, such as {@code 2.7.1}
 * @param flavor {@code cpu}, or the CUDA version that the native interface was built for, such as
 *     {@code cu128}
 * @param folder where its libraries lie
 * @param reason why this one was taken
 * @param threads for the work inside one operation
 * @param cards the graphics cards that it can compute on
 */
public record LibtorchReport(
    String version,
    String flavor,
    Path folder,
    String reason,
    int threads,
    List<GraphicsCard> cards) {
  public LibtorchReport {
    cards = List.copyOf(cards);
  }
}
