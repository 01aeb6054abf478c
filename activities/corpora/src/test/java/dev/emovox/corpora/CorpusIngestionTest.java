package dev.emovox.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusIngestionTest {
  @TempDir private Path root;

  private final List<CorpusDefinition> corpora = StoredDefinitions.library().all();
  private final AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());

  private IngestionResult ingest(Path... roots) {
    return new CorpusIngestion(corpora, decoder)
        .ingest(List.of(roots), ClipSink.none(), IngestionProgress.none());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> reasons(IngestionResult result) {
    return result.rejects().stream().map(r -> r.path() + " " + r.reason()).toList();
  }

  @Test
  void makesARowOfEachClip() {
    byte[] sound = Sounds.tone(1);
    Sounds.write(root, "ravdess/Actor_02/03-01-05-02-01-02-02.WAV", sound);

    ManifestRow row = ingest(root).clips().get(0);

    assertThat(row.id()).isEqualTo("ravdess/Actor_02/03-01-05-02-01-02-02.WAV");
    assertThat(row.corpus()).isEqualTo("ravdess");
    assertThat(row.path()).isEqualTo("ravdess/Actor_02/03-01-05-02-01-02-02.WAV");
    assertThat(row.contentDigest()).isEqualTo(Digest.of(sound).toString());
    assertThat(row.audioDigest()).startsWith("sha256:").isNotEqualTo(row.contentDigest());
    assertThat(row.speaker()).isEqualTo("ravdess:02");
    assertThat(row.sex()).isEqualTo("female");
    assertThat(row.sentence()).isEqualTo("kids");
    assertThat(row.emotion()).isEqualTo("angry");
    assertThat(row.intensity()).isEqualTo("strong");
    assertThat(row.repetition()).isEqualTo("02");
    assertThat(row.container()).isEqualTo("wav");
    assertThat(row.sampleRate()).isEqualTo(8000);
    assertThat(row.channels()).isEqualTo(1);
    assertThat(row.seconds()).isEqualTo(0.1);
    assertThat(row.bytes()).isEqualTo(sound.length);
  }

  @Test
  void givesTheSameIdsWhereverAndHoweverTheCorpusLies() {
    Path here = root.resolve("here");
    Sounds.write(here, "RAVDESS/a/03-01-05-01-01-01-01.wav", 1);
    Path there = root.resolve("there/Ravdess");
    Sounds.write(there, "a/03-01-05-01-01-01-01.wav", 1);

    assertThat(ingest(here).clips())
        .extracting(ManifestRow::id)
        .isEqualTo(ingest(there).clips().stream().map(ManifestRow::id).toList())
        .containsExactly("ravdess/a/03-01-05-01-01-01-01.wav");
  }

  @Test
  void losesNoFile() {
    Sounds.write(root, "TESS/OAF_back_angry.wav", 1);
    Sounds.write(root, "TESS/OAF_back_sad.wav", new byte[0]);
    Sounds.write(root, "TESS/OAF_back_fear.wav", text("this is no sound, whatever it is called"));
    Sounds.write(root, "TESS/OAF_back_happy.wav", Sounds.silence());
    Sounds.write(root, "TESS/OAF_back_ps.wav", Arrays.copyOf(Sounds.tone(2), 300));
    Sounds.write(root, "TESS/OAF_back_bored.wav", 3);
    Sounds.write(root, "TESS/track 7.wav", 4);
    Sounds.write(root, "TESS/no-extension", 5);
    Sounds.write(root, "TESS/OAF_back_angry.txt", text("a transcript"));
    Sounds.write(root, "TESS/LICENSE", text("text"));
    Sounds.write(root, "TESS/.hidden/OAF_bean_sad.wav", 6);
    Sounds.write(root, "TESS/._OAF_bean_sad.wav", text("resource fork"));
    Sounds.write(root, "RAVDESS/03-02-05-01-01-01-01.wav", 7);
    Sounds.write(root, "RAVDESS/01-01-05-01-01-01-01.mp4", text("a film"));
    Sounds.write(root, "loose.wav", 8);

    IngestionResult result = ingest(root);

    assertThat(result.clips())
        .extracting(ManifestRow::id)
        .containsExactly("tess/OAF_back_angry.wav");
    assertThat(reasons(result))
        .containsExactly(
            "RAVDESS/01-01-05-01-01-01-01.mp4 excluded",
            "RAVDESS/03-02-05-01-01-01-01.wav excluded",
            "TESS/OAF_back_bored.wav unknown-label",
            "TESS/OAF_back_fear.wav not-audio",
            "TESS/OAF_back_happy.wav silent",
            "TESS/OAF_back_ps.wav truncated",
            "TESS/OAF_back_sad.wav empty",
            "TESS/no-extension unknown-name",
            "TESS/track 7.wav unknown-name",
            "loose.wav unknown-name");
    assertThat(result.ignored())
        .extracting(IgnoredFile::path)
        .containsExactly(
            "TESS/._OAF_bean_sad.wav", "TESS/.hidden", "TESS/LICENSE", "TESS/OAF_back_angry.txt");
    assertThat(result.rejects()).allSatisfy(reject -> assertThat(reject.detail()).isNotBlank());
  }

  @Test
  void keepsDuplicatesOfOneLabelAndReportsThem() {
    Sounds.write(root, "RAVDESS/03-01-03-01-02-01-07.wav", 1);
    Sounds.write(root, "RAVDESS/03-01-03-01-02-02-07.wav", 1);

    IngestionResult result = ingest(root);

    assertThat(result.clips()).hasSize(2);
    assertThat(result.duplicates())
        .containsExactly(
            List.of("RAVDESS/03-01-03-01-02-01-07.wav", "RAVDESS/03-01-03-01-02-02-07.wav"));
  }

  @Test
  void rejectsEveryClipOfASoundWithTwoLabels() {
    Sounds.write(root, "CREMA-D/1006_TIE_HAP_XX.wav", 1);
    Sounds.write(root, "CREMA-D/1006_TIE_NEU_XX.wav", 1);
    Sounds.write(root, "CREMA-D/1006_TIE_SAD_XX.wav", 2);

    IngestionResult result = ingest(root);

    assertThat(result.clips()).extracting(ManifestRow::emotion).containsExactly("sad");
    assertThat(reasons(result))
        .containsExactly(
            "CREMA-D/1006_TIE_HAP_XX.wav contradicting-labels",
            "CREMA-D/1006_TIE_NEU_XX.wav contradicting-labels");
    assertThat(result.rejects().get(0).detail()).contains("happy and neutral", "1006_TIE_NEU_XX");
    assertThat(result.duplicates()).hasSize(1);
  }

  @Test
  void seesTheSameSoundInOtherBytes() {
    byte[] sound = Sounds.tone(1);
    // A chunk that no reader knows, behind the sound: other bytes, same samples.
    byte[] longer = Arrays.copyOf(sound, sound.length + 10);
    System.arraycopy(text("junk"), 0, longer, sound.length, 4);
    longer[sound.length + 4] = 2;
    longer[4] = (byte) (longer[4] + 10);
    Sounds.write(root, "SAVEE/DC_a01.wav", sound);
    Sounds.write(root, "SAVEE/DC_a02.wav", longer);

    IngestionResult result = ingest(root);

    assertThat(result.clips()).hasSize(2);
    assertThat(result.clips()).extracting(ManifestRow::contentDigest).doesNotHaveDuplicates();
    assertThat(result.duplicates()).hasSize(1);
  }

  @Test
  void takesASecondCopyOfARecordingForTheSameClip() {
    Sounds.write(root, "TESS/OAF_angry/OAF_back_angry.wav", 1);
    Sounds.write(root, "TESS/copy/OAF_back_angry.wav", 1);

    IngestionResult result = ingest(root);

    assertThat(result.clips()).hasSize(1);
    assertThat(reasons(result)).containsExactly("TESS/copy/OAF_back_angry.wav same-clip");
    assertThat(result.rejects().get(0).detail()).contains("TESS/OAF_angry/OAF_back_angry.wav");
  }

  @Test
  void givesAnIdOnceOverSeveralRoots() {
    Sounds.write(root, "one/TESS/OAF_back_angry.wav", 1);
    Sounds.write(root, "one/TESS/OAF_back_sad.wav", 2);
    Sounds.write(root, "two/TESS/OAF_back_angry.wav", 1);
    Sounds.write(root, "two/TESS/OAF_back_sad.wav", 3);

    IngestionResult result = ingest(root.resolve("one"), root.resolve("two"));

    assertThat(result.clips())
        .extracting(ManifestRow::contentDigest)
        .containsExactly(
            Digest.of(Sounds.tone(1)).toString(), Digest.of(Sounds.tone(2)).toString());
    assertThat(reasons(result))
        .containsExactly("TESS/OAF_back_angry.wav same-clip", "TESS/OAF_back_sad.wav same-id");
  }

  @Test
  void comparesWithTheOfficialCounts() {
    Sounds.write(root, "TESS/OAF_back_angry.wav", 1);
    Sounds.write(root, "TESS/YAF_back_angry.wav", 2);
    Sounds.write(root, "TESS/YAF_back_sad.wav", 3);

    IngestionResult result = ingest(root);

    CorpusCount count = result.counts().get(0);
    assertThat(count.corpus()).isEqualTo("tess");
    assertThat(count.clips()).isEqualTo(3);
    assertThat(count.official().orElseThrow().clips()).isEqualTo(2800);
    assertThat(count.speakers()).isEqualTo(Map.of("tess:OAF", 1, "tess:YAF", 2));
    assertThat(count.emotions()).isEqualTo(Map.of("angry", 2, "sad", 1));
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .startsWith("tess is not complete")
        .contains("clips 3/2800", "angry 2/400", "2 of 2 speakers without 1400 clips");
  }

  @Test
  void warnsOfFoldersThatItDidNotRead() {
    Sounds.write(root, "TESS/OAF_back_angry.wav", 1);
    Sounds.write(root, "others/OAF_back_sad.wav", 2);

    IngestionResult result = ingest(root);

    assertThat(result.clips()).hasSize(1);
    assertThat(result.warnings()).anyMatch(warning -> warning.contains("others"));
  }

  @Test
  void saysWhatItExpectsWhereNothingMatches() {
    Sounds.write(root, "music/song.wav", 1);

    assertThatThrownBy(() -> ingest(root))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(root.toString())
        .hasMessageContaining("ravdess (03-01-05-01-02-01-12.wav)")
        .hasMessageContaining("tess (OAF_back_angry.wav)");
  }

  @Test
  void wantsFoldersThatExist() {
    Path file = Sounds.write(root, "file.wav", 1);
    for (Path wrong : List.of(root.resolve("missing"), file)) {
      assertThatThrownBy(() -> ingest(wrong))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(wrong.toString());
    }
  }

  @Test
  void neitherLoopsNorLeavesTheRoot() throws IOException {
    Path outside = Sounds.write(root, "elsewhere/OAF_dog_sad.wav", 9);
    Path data = root.resolve("data");
    Sounds.write(data, "TESS/OAF_back_angry.wav", 1);
    Files.createSymbolicLink(data.resolve("TESS/loop"), data.resolve("TESS"));
    Files.createSymbolicLink(data.resolve("TESS/OAF_dog_sad.wav"), outside);
    Files.createSymbolicLink(data.resolve("TESS/OAF_dog_ps.wav"), data.resolve("nothing"));
    Files.createSymbolicLink(
        data.resolve("TESS/OAF_bean_angry.wav"), data.resolve("TESS/OAF_back_angry.wav"));

    IngestionResult result = ingest(data);

    assertThat(result.clips())
        .extracting(ManifestRow::path)
        .containsExactly("TESS/OAF_back_angry.wav", "TESS/OAF_bean_angry.wav");
    assertThat(reasons(result))
        .containsExactly("TESS/OAF_dog_ps.wav unreadable", "TESS/OAF_dog_sad.wav outside-root");
    assertThat(result.ignored()).extracting(IgnoredFile::path).containsExactly("TESS/loop");
  }

  @Test
  void doesNotReadFilesBeyondTheLimit() {
    Sounds.write(root, "TESS/OAF_back_angry.wav", 1);
    int most = Sounds.tone(1).length;
    List<Digest> stored = new ArrayList<>();

    IngestionResult exact =
        new CorpusIngestion(corpora, decoder, most)
            .ingest(List.of(root), (digest, bytes) -> stored.add(digest), (done, total) -> {});
    IngestionResult less =
        new CorpusIngestion(corpora, decoder, most - 1)
            .ingest(List.of(root), ClipSink.none(), IngestionProgress.none());

    assertThat(exact.clips()).hasSize(1);
    assertThat(stored).containsExactly(Digest.of(Sounds.tone(1)));
    assertThat(reasons(less)).containsExactly("TESS/OAF_back_angry.wav too-large");
  }

  @Test
  void refusesNamesThatTwoCorporaUnderstand() {
    CorpusDefinition twin =
        CorpusDefinition.parse(
            corpora
                .get(3)
                .text()
                .replaceAll("(?m)^name: tess", "name: twin")
                .replaceAll("(?s)folders:.*?\n\n", "\n"),
            "twin.yaml");
    Sounds.write(root, "mixed/OAF_back_angry.wav", 1);
    List<CorpusDefinition> both = new ArrayList<>(corpora);
    both.add(twin);

    assertThatThrownBy(
            () ->
                new CorpusIngestion(both, decoder)
                    .ingest(List.of(root), ClipSink.none(), IngestionProgress.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'mixed/OAF_back_angry.wav' is one of 'tess' as well as of 'twin'");
  }

  @Test
  void storesEachContentOnceAndTellsProgress() {
    for (int i = 1; i <= 20; i++) {
      Sounds.write(root, "SAVEE/DC_a%02d.wav".formatted(i), i / 2);
    }
    Map<Digest, byte[]> stored = new ConcurrentHashMap<>();
    List<String> progress = new ArrayList<>();

    new CorpusIngestion(corpora, decoder)
        .ingest(
            List.of(root),
            (digest, content) -> assertThat(stored.put(digest, content.clone())).isNull(),
            (done, total) -> progress.add(done + "/" + total));

    assertThat(stored).hasSize(11);
    assertThat(stored).allSatisfy((d, content) -> assertThat(Digest.of(content)).isEqualTo(d));
    assertThat(progress).hasSize(20).startsWith("1/20").endsWith("20/20");
  }

  @Test
  void endsWhenTheStoreFailsOrTheCallerStops() {
    Sounds.write(root, "SAVEE/DC_a01.wav", 1);
    CorpusIngestion ingestion = new CorpusIngestion(corpora, decoder);

    assertThatThrownBy(
            () ->
                ingestion.ingest(
                    List.of(root),
                    (digest, content) -> {
                      throw new ServerUnavailableException("S3 is away", null);
                    },
                    IngestionProgress.none()))
        .isInstanceOf(ServerUnavailableException.class);
    assertThatThrownBy(
            () ->
                ingestion.ingest(
                    List.of(root),
                    ClipSink.none(),
                    (done, total) -> {
                      throw new IllegalStateException("cancelled");
                    }))
        .hasMessage("cancelled");
  }

  @Test
  void givesTheSameResultEveryTime() {
    for (int i = 1; i <= 30; i++) {
      Sounds.write(root, "SAVEE/KL_n%02d.wav".formatted(i), i % 25);
    }

    assertThat(ingest(root)).isEqualTo(ingest(root));
  }

  @Test
  void takesAFifthCorpusFromItsDefinitionAlone() {
    CorpusDefinition berlin = CorpusDefinition.parse(CorpusDefinitionTest.BERLIN, "berlin.yaml");
    int sound = 0;
    for (String speaker : List.of("03", "08")) {
      for (String emotion : List.of("W", "N", "T")) {
        Sounds.write(root, "wav/" + speaker + "a01" + emotion + "a.wav", ++sound);
      }
    }
    List<CorpusDefinition> five = new ArrayList<>(corpora);
    five.add(berlin);

    IngestionResult result =
        new CorpusIngestion(five, decoder)
            .ingest(List.of(root), ClipSink.none(), IngestionProgress.none());

    assertThat(result.rejects()).isEmpty();
    assertThat(result.warnings()).isEmpty();
    assertThat(result.counts().get(0).clips()).isEqualTo(6);
    assertThat(result.clips())
        .extracting(ManifestRow::speaker)
        .containsOnly("berlin:03", "berlin:08");
    assertThat(result.clips())
        .extracting(ManifestRow::emotion)
        .containsOnly("angry", "neutral", "sad");
  }
}
