package dev.emovox.wav2vec2.training;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which parameters are trained in which way. Of several rules, the first that covers a name counts.
 *
 * @param covers whether the rule is for the parameter of this canonical name
 * @param learningRate step size before any schedule's factor
 * @param weightDecay decoupled weight decay
 */
public record GroupRule(Predicate<String> covers, double learningRate, double weightDecay) {

  /**
   * Hugging Face's habit: weight decay for all but biases and the weights of normalisations.
   *
   * @param learningRate of all parameters
   * @param weightDecay of those that are decayed
   */
  public static List<GroupRule> decayed(double learningRate, double weightDecay) {
    return List.of(
        new GroupRule(GroupRule::neverDecayed, learningRate, 0),
        new GroupRule(name -> true, learningRate, weightDecay));
  }

  /** Whether {@code name} is a bias or belongs to a layer or group normalisation. */
  public static boolean neverDecayed(String name) {
    return name.endsWith(".bias") || name.contains("layer_norm.");
  }

  /**
   * The groups that {@code rules} make of {@code parameters}, one a rule and in their order.
   *
   * @throws IllegalArgumentException if no rule covers a parameter
   */
  public static List<ParameterGroup> groups(
      List<GroupRule> rules, Map<String, NDArray> parameters) {
    List<SortedMap<String, NDArray>> members = new ArrayList<>();
    rules.forEach(rule -> members.add(new TreeMap<>()));
    parameters.forEach((name, parameter) -> members.get(rule(rules, name)).put(name, parameter));
    List<ParameterGroup> groups = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      GroupRule rule = rules.get(i);
      groups.add(new ParameterGroup(members.get(i), rule.learningRate, rule.weightDecay));
    }
    return List.copyOf(groups);
  }

  private static int rule(List<GroupRule> rules, String name) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).covers.test(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No rule covers the parameter " + name + ".");
  }
}
