package dev.emovox.corpora;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;

/**
 * What the publisher says is in a corpus.
 *
 * @param clips number of clips
 * @param speakers number of speakers
 * @param clipsPerSpeaker clips of each speaker, where all have the same number
 * @param emotions clips by emotion
 */
public record OfficialCounts(
    int clips,
    int speakers,
    Optional<Integer> clipsPerSpeaker,
    @JsonProperty(defaultValue = "{}") Map<String, Integer> emotions) {}
