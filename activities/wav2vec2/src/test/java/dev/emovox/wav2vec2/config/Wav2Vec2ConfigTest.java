package dev.emovox.wav2vec2.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.wav2vec2.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Wav2Vec2ConfigTest {
  private static Wav2Vec2Config parse(String json) {
    return Wav2Vec2Config.parse(json.getBytes(StandardCharsets.UTF_8), "there/config.json");
  }

  /** A configuration with these keys beside the type. */
  private static Wav2Vec2Config with(String keys) {
    return parse("{\"model_type\": \"wav2vec2\", " + keys + "}");
  }

  @Test
  void missingKeysAreThoseOfTheBaseModel() {
    Wav2Vec2Config config = parse("{\"model_type\": \"wav2vec2\"}");
    assertThat(config.transformer())
        .isEqualTo(new TransformerConfig(12, 768, 12, 3072, Activation.GELU, false, 1e-5, 0.02, 0));
    assertThat(config.featureEncoder().norm()).isEqualTo(FeatureEncoderConfig.Norm.GROUP);
    assertThat(config.featureEncoder().bias()).isFalse();
    assertThat(config.positionalConvolution()).isEqualTo(new PositionalConvolutionConfig(128, 16));
    assertThat(config.dropout()).isEqualTo(new DropoutConfig(0.1, 0.1, 0.1, 0, 0.1));
    assertThat(config.specAugment())
        .isEqualTo(
            new SpecAugmentConfig(
                true,
                new SpecAugmentConfig.Spans(0.05, 10, 2),
                new SpecAugmentConfig.Spans(0, 10, 0)));
    assertThat(config.classification())
        .isEqualTo(
            new ClassificationConfig(false, 256, new LabelSet(List.of("LABEL_0", "LABEL_1"))));
  }

  @Test
  void frameCountsAreThoseOfTheStandardEncoder() {
    Wav2Vec2Config config = parse("{\"model_type\": \"hubert\"}");
    assertThat(config.shortestInput()).isEqualTo(400);
    assertThat(config.frames(399)).isZero();
    assertThat(config.frames(400)).isEqualTo(1);
    assertThat(config.frames(719)).isEqualTo(1);
    assertThat(config.frames(720)).isEqualTo(2);
    assertThat(config.frames(16_000)).isEqualTo(49);
    assertThat(config.frames(160_000)).isEqualTo(499);
    assertThat(config.frames(0)).isZero();
  }

  @Test
  void labelsAreInTheOrderOfTheirIds() {
    Wav2Vec2Config config =
        with("\"id2label\": {\"2\": \"c\", \"0\": \"b\", \"1\": \"a\"}, \"label2id\": {\"b\": 5}");
    assertThat(config.labels()).isEqualTo(new LabelSet(List.of("b", "a", "c")));
    assertThat(with("\"num_labels\": 3").labels().labels())
        .containsExactly("LABEL_0", "LABEL_1", "LABEL_2");
  }

  @Test
  void onlyHubertLeavesOutTheNormBeforeTheProjection() {
    assertThat(with("\"feat_proj_layer_norm\": false").featureEncoder().outputNorm()).isTrue();
    assertThat(
            parse("{\"model_type\": \"hubert\", \"feat_proj_layer_norm\": false}")
                .featureEncoder()
                .outputNorm())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"gradient_checkpointing\": false",
        "\"torch_dtype\": \"float16\"",
        "\"dtype\": \"bfloat16\"",
        "\"_name_or_path\": \"x\"",
        "\"_attn_implementation_autoset\": true",
        "\"adapter_attn_dim\": null",
        "\"adapter_attn_dim\": 16",
        "\"add_adapter\": false",
        "\"id2label\": null",
        "\"problem_type\": \"single_label_classification\"",
        "\"architectures\": [\"Wav2Vec2ForCTC\"], \"vocab_size\": 32",
        "\"mask_channel_selection\": \"static\", \"mask_channel_prob\": 0.0"
      })
  void keysWithoutEffectAreIgnored(String keys) {
    assertThat(with(keys).transformer().hiddenSize()).isEqualTo(768);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"add_adapter\": true | add_adapter",
        "\"adapter_attn_dim\": 0, \"do_stable_layer_norm\": true | adapter_attn_dim",
        "\"conv_pos_batch_norm\": true | conv_pos_batch_norm",
        "\"problem_type\": \"regression\" | problem_type",
        "\"pooling_mode\": \"max\" | pooling_mode",
        "\"hidden_act\": \"prelu\" | hidden_act",
        "\"feat_extract_activation\": \"Gelu\" | feat_extract_activation",
        "\"feat_extract_norm\": \"batch\" | feat_extract_norm",
        "\"feat_extract_norm\": null | feat_extract_norm",
        "\"hidden_size\": 770 | num_",
        "\"num_attention_heads\": 7 | num_attention_heads",
        "\"num_conv_pos_embedding_groups\": 7 | num_conv_pos_embedding_groups",
        "\"hidden_size\": 0 | hidden_size",
        "\"hidden_size\": -768 | hidden_size",
        "\"hidden_size\": 768.5 | hidden_size",
        "\"hidden_size\": \"768\" | hidden_size",
        "\"hidden_size\": 99999999999999999999 | hidden_size",
        "\"num_hidden_layers\": 2000000000 | num_hidden_layers",
        "\"num_hidden_layers\": null | num_hidden_layers",
        "\"conv_dim\": [512] | conv_dim",
        "\"conv_dim\": [] | conv_dim",
        "\"conv_dim\": 512 | conv_dim",
        "\"conv_stride\": [5, 2, 2, 2, 2, 2, 0] | conv_stride",
        "\"conv_kernel\": [10, 3, 3, 3, 3, 2, true] | conv_kernel",
        "\"conv_stride\": [9999, 9999, 9999, 9999, 9999, 9999, 9999] | conv_stride",
        "\"conv_bias\": 1 | conv_bias",
        "\"hidden_dropout\": 1.5 | hidden_dropout",
        "\"layerdrop\": -0.1 | layerdrop",
        "\"layer_norm_eps\": 1e999 | layer_norm_eps",
        "\"mask_time_length\": 0 | mask_time_length",
        "\"id2label\": {\"0\": \"a\", \"2\": \"b\"} | id2label",
        "\"id2label\": {\"0\": \"a\", \"1\": \"a\"} | id2label",
        "\"id2label\": {\"0\": \"a\", \"1\": 7} | id2label",
        "\"id2label\": {\"0\": \" \"} | id2label",
        "\"id2label\": [] | id2label",
        "\"id2label\": {\"0\": \"a\"}, \"num_labels\": 2 | num_labels"
      })
  void whatTheArchitectureDoesNotHaveIsRefusedByName(String keys, String named) {
    assertThatThrownBy(() -> with(keys))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there/config.json")
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}",
        "{\"model_type\": \"wavlm\"}",
        "{\"model_type\": 1}",
        "{\"model_type\": \"wav2vec2\", \"model_type\": \"hubert\"}",
        "{\"model_type\": \"wav2vec2\"} trailing"
      })
  void whatIsNoConfigurationIsRefused(String json) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there/config.json");
  }

  @Test
  void endlessNestingIsRefused() {
    assertThatThrownBy(() -> with("\"id2label\": " + "[".repeat(100_000)))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void writingKeepsEveryKeyAndPutsLabelsAndTypeRight() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Wav2Vec2Config config =
        with("\"architectures\": [\"Wav2Vec2ForCTC\"], \"torch_dtype\": \"float16\","
                + " \"vocab_size\": 99, \"num_labels\": 2, \"_name_or_path\": \"x\"")
            .withLabels(new LabelSet(List.of("neutral", "happy", "sad")));
    JsonNode written = mapper.readTree(config.write());
    assertThat(written)
        .isEqualTo(
            mapper.readTree(
                """
                {"model_type": "wav2vec2", "architectures": ["Wav2Vec2ForSequenceClassification"],
                 "torch_dtype": "float32", "vocab_size": 99, "_name_or_path": "x",
                 "id2label": {"0": "neutral", "1": "happy", "2": "sad"},
                 "label2id": {"neutral": 0, "happy": 1, "sad": 2}}
                """));
    assertThat(Wav2Vec2Config.parse(config.write(), "again").labels()).isEqualTo(config.labels());
    assertThat(config.write()).isEqualTo(config.write());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base",
        "xlsr",
        "hubert",
        "hubert_large",
        "weighted",
        "weighted_large",
        "adapter",
        "masked"
      })
  void readsAndWritesWhatTransformersWrites(String name) throws IOException {
    byte[] stored = Files.readAllBytes(Golden.path(name).resolve("config.json"));
    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.readTree(Wav2Vec2Config.parse(stored, name).write()))
        .isEqualTo(mapper.readTree(stored));
  }
}
