package dev.emovox.wav2vec2.engine.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The libtorch to load.
 *
 * @param folder where its libraries lie; empty for the one that Emovox brings along, which is
 *     unpacked first
 * @param version libtorch's version, such as {@code 2.7.1}
 * @param flavor which build of DJL's native interface fits, such as {@code cpu} or {@code cu128}
 * @param cards the graphics cards that it can compute on
 * @param reason why it was chosen
 */
public record LibraryChoice(
    Optional<Path> folder, String version, String flavor, List<GraphicsCard> cards, String reason) {
  public LibraryChoice {
    cards = List.copyOf(cards);
  }
}
