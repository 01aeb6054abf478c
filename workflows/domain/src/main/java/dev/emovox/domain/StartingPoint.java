package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where the first weights of a network come from; {@code kind} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StartingPoint.Pretrained.class, name = "pretrained"),
  @JsonSubTypes.Type(value = StartingPoint.Scratch.class, name = "scratch")
})
public sealed interface StartingPoint {

  /**
   * A checkpoint; its classification head, if it has one for other classes, is replaced.
   *
   * @param source a Hugging Face folder, {@code s3://BUCKET/PREFIX}, a hub's {@code
   *     owner/name@revision}, or {@code sha256:…} of a checkpoint imported before
   */
  record Pretrained(String source) implements StartingPoint {}

  /**
   * Random weights.
   *
   * @param architecture the text of a Hugging Face {@code config.json}; in an experiment's file,
   *     the path of one, relative to it
   */
  record Scratch(String architecture) implements StartingPoint {}
}
