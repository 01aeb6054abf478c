package dev.emovox.corpora.naming;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a clip. What a corpus does not tell is left out.
 *
 * @param speaker who speaks; prefixed with the corpus' name in manifests
 * @param emotion common name of the emotion
 * @param sex {@code female} or {@code male}
 * @param sentence what is said
 * @param intensity how strongly it is acted
 * @param repetition which take it is
 */
public record FieldSpecs(
    FieldSpec speaker,
    FieldSpec emotion,
    Optional<FieldSpec> sex,
    Optional<FieldSpec> sentence,
    Optional<FieldSpec> intensity,
    Optional<FieldSpec> repetition) {

  /** The fields that are there, by key. */
  Map<String, FieldSpec> byKey() {
    Map<String, FieldSpec> fields = new LinkedHashMap<>();
    fields.put("speaker", speaker);
    fields.put("emotion", emotion);
    sex.ifPresent(field -> fields.put("sex", field));
    sentence.ifPresent(field -> fields.put("sentence", field));
    intensity.ifPresent(field -> fields.put("intensity", field));
    repetition.ifPresent(field -> fields.put("repetition", field));
    return fields;
  }
}
