package dev.emovox.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.corpora.naming.ClipName;
import dev.emovox.corpora.naming.NameReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredDefinitionsTest {
  private final CorpusLibrary library = StoredDefinitions.library();

  @Test
  void hasTheFourCorpora() {
    assertThat(library.all())
        .extracting(CorpusDefinition::name)
        .containsExactly("crema-d", "ravdess", "savee", "tess");
  }

  @ParameterizedTest
  @CsvSource(
      emptyValue = "",
      value = {
        "ravdess, 03-01-05-02-01-02-12.wav, 12, female, kids, angry, strong, 02",
        "ravdess, Actor_03/03-01-01-01-02-01-03.WAV, 03, male, dogs, neutral, normal, 01",
        "ravdess, a/b/03-01-02-01-02-01-24.flac, 24, female, dogs, calm, normal, 01",
        "crema-d, 1001_DFA_ANG_XX.wav, 1001, '', dfa, angry, unspecified, ''",
        "crema-d, AudioWAV/1091_IEO_SAD_HI.wav, 1091, '', ieo, sad, high, ''",
        "crema-d, 1040_ITH_SAD_X.wav, 1040, '', ith, sad, unspecified, ''",
        "tess, OAF_back_angry.wav, OAF, female, back, angry, '', ''",
        "tess, oaf_back_ps.aiff, OAF, female, back, surprised, '', ''",
        "tess, OA_bite_neutral.wav, OAF, female, bite, neutral, '', ''",
        "tess, YAF_fear/YAF_home_fear.wav, YAF, female, home, fearful, '', ''",
        "savee, DC_sa01.wav, DC, male, sa01, sad, '', ''",
        "savee, KL_su15.Wav, KL, male, su15, surprised, '', ''",
        "savee, DC/sa01.wav, DC, male, sa01, sad, '', ''",
        "savee, AudioData/JE/n30.wav, JE, male, n30, neutral, '', ''",
        "savee, DC/DC_a01.wav, DC, male, a01, angry, '', ''",
      })
  void readsNames(
      String corpus,
      String path,
      String speaker,
      String sex,
      String sentence,
      String emotion,
      String intensity,
      String repetition) {
    assertThat(library.named(corpus).read(path))
        .isEqualTo(
            new NameReading.Named(
                new ClipName(speaker, sex, sentence, emotion, intensity, repetition)));
  }

  @ParameterizedTest
  @CsvSource({
    "ravdess, 03-02-05-02-01-02-12.wav, song",
    "ravdess, Actor_01/02-01-01-01-01-01-01.mp4, video",
    "crema-d, AudioMP3/1001_DFA_ANG_XX.mp3, MP3",
    "crema-d, VideoFlash/1001_DFA_ANG_XX.flv, video",
  })
  void leavesOutOnPurpose(String corpus, String path, String reason) {
    assertThat(library.named(corpus).read(path))
        .isInstanceOfSatisfying(
            NameReading.Excluded.class, excluded -> assertThat(excluded.reason()).contains(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "ravdess, 03-01-09-01-01-01-01.wav, the emotion code '09'",
    "crema-d, 1001_DFA_BOR_XX.wav, the emotion code 'BOR'",
    "tess, OAF_back_bored.wav, the emotion code 'bored'",
    "savee, DC_z01.wav, the emotion code 'z'",
    "savee, XX_a01.wav, the speaker code 'XX'",
  })
  void saysWhichCodeIsUnknown(String corpus, String path, String detail) {
    assertThat(library.named(corpus).read(path))
        .isInstanceOfSatisfying(
            NameReading.UnknownLabel.class,
            unknown -> assertThat(unknown.detail()).startsWith(detail));
  }

  @ParameterizedTest
  @CsvSource({
    "ravdess, 03-01-05-01-01-01-25.wav",
    "ravdess, 03-01-05-01-01-01.wav",
    "ravdess, x03-01-05-01-01-01-01.wav",
    "crema-d, 1001_DFA_ANG.wav",
    "tess, EAF_back_angry.wav",
    "savee, sa01.wav",
    "savee, XX/sa01.wav",
    "savee, notes.txt",
  })
  void knowsItsOwnNamesOnly(String corpus, String path) {
    assertThat(library.named(corpus).read(path)).isEqualTo(new NameReading.Unmatched());
  }
}
