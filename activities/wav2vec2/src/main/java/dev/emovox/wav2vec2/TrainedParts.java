package dev.emovox.wav2vec2;

import ai.djl.ndarray.NDArray;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.wav2vec2.config.ParameterShapes;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.training.GroupRule;
import dev.emovox.wav2vec2.training.NetworkParts;
import dev.emovox.wav2vec2.training.ParameterGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which parameters are trained, and at which rate and decay each. */
record TrainedParts(NetworkParts parts, FreezingSettings freezing, OptimiserSettings optimiser) {

  static TrainedParts of(Wav2Vec2Config config, TrainingSetup setup) {
    return new TrainedParts(new NetworkParts(config), setup.freezing(), setup.optimiser());
  }

  /** Whether a parameter is trained at all. */
  boolean isTrained(String name) {
    boolean frozenConvolution = freezing.featureEncoder() && parts.isFeatureEncoder(name);
    return !frozenConvolution && !parts.isAmongLowest(name, freezing.lowestLayers());
  }

  /** The trained ones among {@code parameters}, in groups of equal rate and decay. */
  List<ParameterGroup> groups(Map<String, NDArray> parameters) {
    return GroupRule.groups(rules(), parameters).stream()
        .filter(group -> !group.parameters().isEmpty())
        .toList();
  }

  private List<GroupRule> rules() {
    List<GroupRule> rules = new ArrayList<>();
    addRules(rules, ParameterShapes::isHead, optimiser.headFactor());
    for (int above = 0; above <= parts.layers(); above++) {
      int depth = above;
      addRules(
          rules, name -> parts.layersAbove(name) == depth, Math.pow(optimiser.layerDecay(), depth));
    }
    return rules;
  }

  private void addRules(List<GroupRule> rules, Predicate<String> covers, double factor) {
    double rate = optimiser.learningRate() * factor;
    rules.add(new GroupRule(covers.and(GroupRule::neverDecayed), rate, 0));
    rules.add(new GroupRule(covers, rate, optimiser.weightDecay()));
  }
}
