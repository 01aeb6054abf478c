package dev.emovox.wav2vec2.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import dev.emovox.wav2vec2.model.layers.ClipFrames;
import dev.emovox.wav2vec2.model.layers.FeatureProjection;
import dev.emovox.wav2vec2.model.layers.FrameLayout;
import dev.emovox.wav2vec2.model.layers.LayerMixture;
import dev.emovox.wav2vec2.model.layers.NamedTensors;
import dev.emovox.wav2vec2.model.layers.Randomness;
import dev.emovox.wav2vec2.model.layers.SequenceClassifier;
import dev.emovox.wav2vec2.model.layers.SpecAugment;
import dev.emovox.wav2vec2.model.layers.TransformerEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * wav2vec 2.0 (Baevski et al., 2020), XLSR or HuBERT with a classification head, as transformers'
 * {@code Wav2Vec2ForSequenceClassification} and {@code HubertForSequenceClassification}.
 *
 * <p>A forward pass is {@link #enter}, {@link #layer} for each layer from the lowest, and {@link
 * #leave}; a trainer that wants to keep less in memory may call them itself. What they return
 * belongs to the scope of the calling thread ({@link TensorScope}).
 *
 * <p>Safe for use by several threads, except that training with dropout draws from libtorch's one
 * generator.
 */
public final class Wav2Vec2ForSequenceClassification {
  /** The part of the network below the layers, for the seed of its dropout. */
  private static final int ENTRANCE = -1;

  private final Wav2Vec2Config config;
  private final Features features;
  private final FeatureProjection projection;
  private final SpecAugment specAugment;
  private final TransformerEncoder transformer;
  private final LayerMixture mixtureOrNull;
  private final SequenceClassifier classifier;

  /** A model on these parameters, which must stay open while it is used, and the kernels too. */
  public Wav2Vec2ForSequenceClassification(Parameters parameters, TorchKernels kernels) {
    config = parameters.config();
    NamedTensors root = new NamedTensors(parameters::get, "");
    NamedTensors encoder = root.at(config.modelType().written());
    features = new Features(config.featureEncoder(), encoder.at("feature_extractor"), kernels);
    projection = new FeatureProjection(config, encoder.at("feature_projection"), kernels);
    specAugment = new SpecAugment(config.specAugment(), encoder);
    transformer = new TransformerEncoder(config, encoder.at("encoder"), kernels);
    mixtureOrNull = config.classification().weightedLayerSum() ? new LayerMixture(root) : null;
    classifier = new SequenceClassifier(root);
  }

  /** What the model is. */
  public Wav2Vec2Config config() {
    return config;
  }

  /** How many transformer layers there are. */
  public int layers() {
    return transformer.layers();
  }

  /**
   * One forward pass.
   *
   * @param manager owner of the tensors on the way, on the parameters' device
   */
  public ForwardPass forward(WaveformBatch batch, ForwardSettings settings, NDManager manager) {
    boolean keep = settings.hiddenStates() || mixtureOrNull != null;
    List<NDArray> kept = new ArrayList<>();
    EncodedClips clips = enter(batch, settings, manager);
    for (int i = 0; i < layers(); i++) {
      NDArray before = clips.states();
      clips = layer(i, clips, settings);
      if (keep) {
        kept.add(before);
      } else if (clips.states() != before) {
        before.close();
      }
    }
    kept.add(clips.states());
    return leave(clips, kept, settings);
  }

  /** Everything below the first layer. */
  public EncodedClips enter(WaveformBatch batch, ForwardSettings settings, NDManager manager) {
    ClipFrames frames =
        ClipFrames.of(layout(batch, settings), config.positionalConvolution().reach(), manager);
    NDArray states =
        TensorScope.result(
            () -> {
              NDArray encoded = features.forward(batch, settings.mode(), manager);
              seedDropout(settings, ENTRANCE);
              NDArray projected = projection.forward(encoded, settings.training());
              encoded.close();
              NDArray masked =
                  settings.training()
                      ? specAugment.forward(
                          projected, frames.layout(), new Randomness(settings.seed()))
                      : projected;
              return transformer.enter(masked, frames, settings.training());
            });
    return new EncodedClips(states, frames);
  }

  /**
   * One transformer layer, {@code index} from 0. The result is the input where LayerDrop leaves the
   * layer out. Called again with the same settings it gives the same.
   */
  public EncodedClips layer(int index, EncodedClips clips, ForwardSettings settings) {
    if (settings.training() && transformer.drops(index, new Randomness(settings.seed()))) {
      return clips;
    }
    seedDropout(settings, index);
    return clips.with(
        transformer.layer(index, clips.states(), clips.frames(), settings.training()));
  }

  /**
   * Everything above the last layer.
   *
   * @param states the input of the first layer and the output of every layer, if the model mixes
   *     layers or they are wanted in the result; otherwise any
   */
  public ForwardPass leave(EncodedClips clips, List<NDArray> states, ForwardSettings settings) {
    FrameLayout layout = clips.frames().layout();
    NDArray last = transformer.leave(clips.states());
    NDArray pooled =
        TensorScope.result(
            () ->
                classifier.pool(
                    mixtureOrNull == null ? last : mixtureOrNull.forward(states), layout));
    return new ForwardPass(
        classifier.classify(pooled),
        pooled,
        settings.hiddenStates() ? states : List.of(),
        last,
        layout);
  }

  private FrameLayout layout(WaveformBatch batch, ForwardSettings settings) {
    List<Integer> own =
        IntStream.range(0, batch.size()).mapToObj(i -> frames(batch.samples(i))).toList();
    if (settings.mode() == BatchMode.CLIP_INDEPENDENT) {
      return FrameLayout.packed(own);
    }
    int rows = frames(batch.longest());
    return FrameLayout.padded(
        rows, batch.hasAttentionMask() ? own : own.stream().map(any -> rows).toList());
  }

  private int frames(int samples) {
    return Math.toIntExact(config.frames(samples));
  }

  private static void seedDropout(ForwardSettings settings, int part) {
    if (settings.training()) {
      new Randomness(settings.seed()).seedDropout(part);
    }
  }
}
