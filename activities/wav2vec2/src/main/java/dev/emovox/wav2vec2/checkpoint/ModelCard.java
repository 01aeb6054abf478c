package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the {@code README.md} of an exported model says beside what its configuration says.
 *
 * @param name of the model; one line
 * @param licence SPDX identifier, such as {@code apache-2.0}; empty if it was not told
 * @param provenance where the model comes from: what, such as {@code run} or {@code base model
 *     digest}, to which
 */
public record ModelCard(String name, String licence, SortedMap<String, String> provenance) {
  private static final Pattern LICENCE = Pattern.compile("[A-Za-z0-9.+-]{0,64}");
  private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029`|]+");

  private static final String HOW_TO_LOAD =
      """

      ## How to load it

      With transformers:

      ```python
      from transformers import AutoFeatureExtractor, AutoModelForAudioClassification

      model = AutoModelForAudioClassification.from_pretrained("this folder")
      extractor = AutoFeatureExtractor.from_pretrained("this folder")
      ```

      With Emovox: `./emovox predict --model "this folder" clip.wav`
      """;

  public ModelCard {
    if (!LICENCE.matcher(licence).matches()) {
      throw new InvalidInputException(
          "'%s' is no SPDX licence identifier; write one such as apache-2.0, or none."
              .formatted(licence));
    }
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
  }

  /** The card in Markdown, with the front matter that the Hugging Face hub reads. */
  String markdown(Wav2Vec2Config config, PreprocessorConfig preprocessor) {
    return frontMatter()
        + "\n# %s\n\n".formatted(plain(name))
        + description(config, preprocessor)
        + HOW_TO_LOAD
        + "\n## Provenance\n\n%s\n## Licence\n\n%s\n".formatted(provenanceTable(), licenceText());
  }

  private static String description(Wav2Vec2Config config, PreprocessorConfig preprocessor) {
    return String.format(
        Locale.ROOT,
        """
        A %s model that classifies the emotion of speech, exported by Emovox.

        - Input: mono waveforms at %d Hz%s, at least %d samples long.
        - Classes, in the order of the logits: %s.
        """,
        switch (config.modelType()) {
          case WAV2VEC2 -> "wav2vec 2.0";
          case HUBERT -> "HuBERT";
        },
        preprocessor.samplingRate(),
        preprocessor.normalize() ? ", each brought to mean 0 and variance 1" : "",
        config.shortestInput(),
        config.labels().labels().stream()
            .map(label -> "`" + plain(label) + "`")
            .collect(Collectors.joining(", ")));
  }

  private String frontMatter() {
    return """
        ---
        library_name: transformers
        pipeline_tag: audio-classification
        %stags:
        - speech-emotion-recognition
        - emovox
        ---
        """
        .formatted(licence.isEmpty() ? "" : "license: " + licence + "\n");
  }

  private String provenanceTable() {
    if (provenance.isEmpty()) {
      return "Not stated.\n";
    }
    return provenance.entrySet().stream()
        .map(entry -> "| %s | `%s` |\n".formatted(plain(entry.getKey()), plain(entry.getValue())))
        .collect(Collectors.joining("", "| what | which |\n|---|---|\n", ""));
  }

  private String licenceText() {
    return licence.isEmpty()
        ? "Not stated. It follows from the licences of the pre-trained model and of the corpora;"
            + " look them up before the model is passed on."
        : "`" + licence + "`";
  }

  private static String plain(String text) {
    return LINE_ENDS.matcher(text).replaceAll(" ").strip();
  }
}
