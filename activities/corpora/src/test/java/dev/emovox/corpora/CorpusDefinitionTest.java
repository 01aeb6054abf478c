package dev.emovox.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.corpora.naming.ClipName;
import dev.emovox.corpora.naming.NameReading;
import dev.emovox.domain.InvalidInputException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusDefinitionTest {
  static final String BERLIN =
      """
      name: berlin
      title: A corpus like EMO-DB
      licence: {name: free, url: https://example.org/licence}
      source: {url: https://example.org/, citation: Someone (2005)}
      folders: [Berlin speech]
      patterns:
        - file: '(?<speaker>\\d\\d)(?<text>[ab]\\d\\d)(?<emotion>[A-Z])(?<version>[a-z])'
      fields:
        speaker: {group: speaker}
        emotion: {group: emotion, labels: {W: angry, N: neutral, T: sad}}
        sentence: {group: text}
        repetition: {group: version}
      excluded:
        - {reason: a trial take, group: version, codes: [z]}
      official: {clips: 6, speakers: 2, clips_per_speaker: 3, emotions: {angry: 2, neutral: 2, sad: 2}}
      examples: [03a01Wa.wav]
      """;

  @Test
  void tellsWhatTheFileSays() {
    CorpusDefinition berlin = CorpusDefinition.parse(BERLIN, "berlin.yaml");

    assertThat(berlin.name()).isEqualTo("berlin");
    assertThat(berlin.title()).isEqualTo("A corpus like EMO-DB");
    assertThat(berlin.licence().url()).isEqualTo(URI.create("https://example.org/licence"));
    assertThat(berlin.origin().citation()).isEqualTo("Someone (2005)");
    assertThat(berlin.official().orElseThrow().clipsPerSpeaker()).contains(3);
    assertThat(berlin.isFolder("BERLIN SPEECH")).isTrue();
    assertThat(berlin.isFolder("Berlin")).isTrue();
    assertThat(berlin.isFolder("Bern")).isFalse();
    assertThat(berlin.text()).isEqualTo(BERLIN);
    assertThat(berlin.read("03a01Wa.wav"))
        .isEqualTo(new NameReading.Named(new ClipName("03", "", "a01", "angry", "", "a")));
    assertThat(berlin.read("03a01Wz.wav")).isEqualTo(new NameReading.Excluded("a trial take"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "(?<speaker> | (?<speaker | key 'patterns[0]': the regular expression",
        "group: text | group: txt | key 'fields.sentence': no pattern has a group 'txt'. Groups",
        "group: version, codes | group: take, codes | key 'excluded[0]': no pattern has a group",
        "(?<speaker>\\d\\d) | \\d\\d | key 'fields.speaker': no pattern has a group 'speaker'",
        "W: angry, | V: angry, | the emotion code 'W' is in no label table; known are V, N, T",
        "sad: 2} | sad: 3} | the emotions add up to 7 clips, not to 6",
        "T: sad | T: bored | key 'official.emotions': the labels of the emotion field have no 'sad'",
        "[03a01Wa.wav] | [] | key 'examples': give at least one",
        "03a01Wa.wav | 03a01.wav | '03a01.wav' is not understood as a clip: no pattern matches it",
        "03a01Wa.wav | 03a01Wz.wav | it is excluded (a trial take)",
        "name: berlin | name: Berlin! | key 'name': 'Berlin!' must be lower-case",
        "title: | titel: | there is no such key. Did you mean 'title'?",
        "{group: speaker} | {group: speaker, value: x} | give either 'value' or 'group'",
        "{group: speaker} | {value: x, labels: {a: b}} | 'labels' and 'rules' need a 'group'",
        "{group: text} | {group: text, labels: {a: b}, rules: {c: d}} | not both",
        "{group: text} | {group: text, labels: {a01: ''}} | a label can't be empty",
        "{group: text} | {group: text, rules: {'(': d}} | key 'fields.sentence.rules'",
        "- file: | - path: 'x'NEWLINE    file: | give either 'file' or 'path'",
        "codes: [z] | path: z | give either 'group' with 'codes', or 'path'",
        "group: version, codes: [z] | path: '*' | key 'excluded[0]': the regular expression",
      })
  void saysWhatIsWrongWithADefinition(String right, String wrong, String message) {
    assertThat(BERLIN).contains(right);
    String yaml = BERLIN.replace(right, wrong.replace("NEWLINE", "\n"));

    assertThatThrownBy(() -> CorpusDefinition.parse(yaml, "berlin.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("berlin.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void wantsThePartsOfAClipInEveryPattern() {
    String yaml = BERLIN.replace("fields:", "  - path: '(?<speaker>\\d\\d)/x'\nfields:");

    assertThatThrownBy(() -> CorpusDefinition.parse(yaml, "berlin.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "berlin.yaml, key 'patterns[1]': the group 'emotion' is missing, which gives the"
                + " emotion of a clip.");
  }
}
