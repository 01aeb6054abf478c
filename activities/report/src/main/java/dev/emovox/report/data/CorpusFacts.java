package dev.emovox.report.data;

import java.util.Map;

/**
 * What was found of a corpus.
 *
 * @param name of the corpus
 * @param title its full name; its name if that is all that is known
 * @param licence short name of its licence; null if it is not known
 * @param clips in the manifest
 * @param rejects files turned away
 * @param officialClips what its publisher counts; null if that is not known
 * @param speakers who speak
 * @param clipsPerClass by emotion
 */
public record CorpusFacts(
    String name,
    String title,
    String licence,
    int clips,
    int rejects,
    Integer officialClips,
    int speakers,
    Map<String, Integer> clipsPerClass) {}
