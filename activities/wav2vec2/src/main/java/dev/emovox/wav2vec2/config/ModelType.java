package dev.emovox.wav2vec2.config;

/** Which family of models a checkpoint belongs to; both share one architecture. */
public enum ModelType {
  /** wav2vec 2.0 and XLSR (Baevski et al., 2020; Conneau et al., 2021). */
  WAV2VEC2("wav2vec2", "Wav2Vec2ForSequenceClassification"),
  /** HuBERT (Hsu et al., 2021). */
  HUBERT("hubert", "HubertForSequenceClassification");

  private final String written;
  private final String architecture;

  ModelType(String written, String architecture) {
    this.written = written;
    this.architecture = architecture;
  }

  /** The value of {@code model_type}; the encoder's parameters carry it as prefix too. */
  public String written() {
    return written;
  }

  /** Hugging Face's name of the model with a classification head. */
  public String architecture() {
    return architecture;
  }

  /** What the names of the encoder's parameters start with, full stop included. */
  public String prefix() {
    return written + ".";
  }
}
