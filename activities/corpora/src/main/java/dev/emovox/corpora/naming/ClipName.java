package dev.emovox.corpora.naming;

/**
 * What a file name says. Texts that a corpus does not tell are empty.
 *
 * @param speaker who speaks, without the corpus' prefix
 * @param sex {@code female} or {@code male}
 * @param sentence what is said
 * @param emotion common name of the emotion
 * @param intensity how strongly it is acted
 * @param repetition which take it is
 */
public record ClipName(
    String speaker,
    String sex,
    String sentence,
    String emotion,
    String intensity,
    String repetition) {}
