package dev.emovox.wav2vec2.engine;

import dev.emovox.wav2vec2.engine.library.NvidiaDriver;
import java.util.Optional;

/**
 * What a try of libtorch found.
 *
 * @param library what was loaded; empty if nothing was
 * @param problem why nothing was loaded; empty if something was
 * @param driver NVIDIA's driver on this machine
 */
public record LibtorchFindings(
    Optional<LibtorchReport> library, String problem, NvidiaDriver driver) {}
