package dev.emovox.wav2vec2.config;

/**
 * The transformer encoder (Vaswani et al., 2017).
 *
 * @param layers how many there are
 * @param hiddenSize width of a frame
 * @param heads attention heads; they divide the hidden size
 * @param intermediateSize width within the feed-forward part
 * @param activation the activation within the feed-forward part
 * @param preNorm whether a layer normalises its inputs (XLSR and large models) instead of its sums
 * @param epsilon added to variances in layer norms
 * @param initializerRange standard deviation of new weights
 * @param adapterSize width of the adapter at the end of each layer (Houlsby et al., 2019; MMS,
 *     Pratap et al., 2023); 0 for none, as always where sums are normalised
 */
public record TransformerConfig(
    int layers,
    int hiddenSize,
    int heads,
    int intermediateSize,
    Activation activation,
    boolean preNorm,
    double epsilon,
    double initializerRange,
    int adapterSize) {}
