package dev.emovox.contracts;

/** What the stages of a run are called in its status. */
public final class StageNames {
  public static final String INGESTION = "ingestion";
  public static final String FEATURES = "features";
  public static final String AUGMENTATION = "augmentation";
  public static final String MAPS = "maps";
  public static final String TRAINING = "training";
  public static final String REGISTRATION = "registration";

  private StageNames() {}

  /** Computing one of several feature sets; if there is but one, {@link #FEATURES}. */
  public static String features(String set) {
    return FEATURES + " " + set;
  }

  /** Drawing maps of one of several feature sets; if there is but one, {@link #MAPS}. */
  public static String maps(String set) {
    return MAPS + " " + set;
  }

  /** Dividing the clips by one split. */
  public static String split(String split) {
    return "split " + split;
  }

  /** Making copies of a split's training clips. */
  public static String augment(String augmentation, String split) {
    return "augment " + augmentation + " on " + split;
  }

  /** Computing a feature set of the copies of a split's training clips. */
  public static String features(String set, String augmentation, String split) {
    return features(set) + " of " + augmentation + " on " + split;
  }

  /** Fitting a model on a split. */
  public static String fit(String model, String split) {
    return "fit " + model + " on " + split;
  }

  /** Testing a model on a split. */
  public static String evaluate(String model, String split) {
    return "evaluate " + model + " on " + split;
  }

  /** Finding a network's first weights and the clips that it learns from. */
  public static String prepare(String network, String split) {
    return "prepare " + network + " on " + split;
  }

  /** A stage of a network's training; its parts are epochs, its units training clips. */
  public static String train(String network, String split, String stage) {
    return "train " + stage + " of " + network + " on " + split;
  }

  /** Packing a model of a split. */
  public static String pack(String model, String split) {
    return "package " + model + " on " + split;
  }
}
