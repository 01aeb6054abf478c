package dev.emovox.corpora;

import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.corpora.FileVerdict.Candidate;
import dev.emovox.corpora.FileVerdict.Ignored;
import dev.emovox.corpora.FileVerdict.Rejected;
import dev.emovox.corpora.files.FoundFile;
import dev.emovox.corpora.naming.NameReading;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides by name, place and first bytes what a file is, without decoding it. */
final class FileSorting {
  private static final int HEAD_BYTES = 64;
  private static final Set<String> SOUND_EXTENSIONS =
      Set.of(
          "wav", "wave", "aif", "aiff", "aifc", "flac", "ogg", "oga", "opus", "mp3", "m4a", "mp4",
          "aac", "wma", "au", "snd", "sph", "flv", "avi", "mov", "mkv", "webm", "3gp", "amr");

  private final List<CorpusDefinition> corpora;

  FileSorting(List<CorpusDefinition> corpora) {
    this.corpora = corpora;
  }

  /**
   * Decides about a file.
   *
   * @throws InvalidInputException if the definitions of two corpora both understand its name
   */
  FileVerdict sort(PlacedFile file) {
    FoundFile found = file.found();
    return switch (found.kind()) {
      case HIDDEN -> ignored(found, "hidden");
      case LINKED_FOLDER -> ignored(found, "a link to a folder; its files are read where they are");
      case SPECIAL -> ignored(found, "a pipe, socket or device");
      case LINK_OUTSIDE ->
          rejected(
              file,
              RejectReason.OUTSIDE_ROOT,
              "a link that leads out of the data folder; give the folder that it leads to");
      case UNREADABLE ->
          rejected(file, RejectReason.UNREADABLE, "the operating system does not let us read it");
      case REGULAR -> sortRegular(file);
    };
  }

  private FileVerdict sortRegular(PlacedFile file) {
    Claim claim = claim(file);
    boolean named = claim.reading() instanceof NameReading.Named;
    boolean bareName = named && !file.found().name().contains(".");
    if (!bareName && !hasSoundExtension(file.found()) && !looksLikeAudio(file.found())) {
      return ignored(file.found(), "not audio");
    }
    if (claim.reading() instanceof NameReading.Named name) {
      return new Candidate(claim.corpus(), name.name(), file.found(), file.pathInCorpus());
    }
    return rejected(file, claim);
  }

  private static FileVerdict rejected(PlacedFile file, Claim claim) {
    String path = file.found().path();
    if (claim.reading() instanceof NameReading.Excluded excluded) {
      return new Rejected(
          new Reject(path, claim.corpus(), RejectReason.EXCLUDED.code(), excluded.reason()));
    }
    if (claim.reading() instanceof NameReading.UnknownLabel unknown) {
      return new Rejected(
          new Reject(path, claim.corpus(), RejectReason.UNKNOWN_LABEL.code(), unknown.detail()));
    }
    return rejected(file, RejectReason.UNKNOWN_NAME, unknownName(file));
  }

  private static String unknownName(PlacedFile file) {
    return switch (file.placement()) {
      case CORPUS_FOLDER -> {
        CorpusDefinition corpus = file.corpus().orElseThrow();
        yield "no pattern of %s matches; its names are like %s"
            .formatted(corpus.name(), corpus.examples().get(0));
      }
      case ANYWHERE -> "no corpus has such names";
      case BESIDE_FOLDERS ->
          "it lies beside the folders of corpora; move it into its corpus' folder";
    };
  }

  /**
   * What a corpus makes of a name.
   *
   * @param corpus the corpus' name; empty if none claims the file
   * @param reading what its grammar read
   */
  private record Claim(String corpus, NameReading reading) {
    boolean named() {
      return reading instanceof NameReading.Named;
    }
  }

  private Claim claim(PlacedFile file) {
    List<Claim> claims = new ArrayList<>();
    for (CorpusDefinition corpus : askedAbout(file)) {
      NameReading reading = corpus.read(file.pathInCorpus());
      if (!(reading instanceof NameReading.Unmatched)) {
        claims.add(new Claim(corpus.name(), reading));
      }
    }
    List<Claim> named = claims.stream().filter(Claim::named).toList();
    if (named.size() > 1) {
      throw new InvalidInputException(
          "The file name '%s' is one of '%s' as well as of '%s'. Put it into a folder with its"
                  .formatted(file.found().path(), named.get(0).corpus(), named.get(1).corpus())
              + " corpus' name, or make the patterns in the definitions stricter.");
    }
    return named.stream()
        .findFirst()
        .or(() -> claims.stream().findFirst())
        .orElseGet(() -> new Claim("", new NameReading.Unmatched()));
  }

  private List<CorpusDefinition> askedAbout(PlacedFile file) {
    return switch (file.placement()) {
      case CORPUS_FOLDER -> List.of(file.corpus().orElseThrow());
      case ANYWHERE -> corpora;
      case BESIDE_FOLDERS -> List.of();
    };
  }

  private static boolean hasSoundExtension(FoundFile found) {
    String name = found.name().toLowerCase(Locale.ROOT);
    return SOUND_EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static boolean looksLikeAudio(FoundFile found) {
    try (InputStream in = Files.newInputStream(found.file())) {
      return AudioDecoder.looksLikeAudio(in.readNBytes(HEAD_BYTES));
    } catch (IOException e) {
      // A file that can't be opened is no clip only if its name says so.
      return true;
    }
  }

  private static FileVerdict ignored(FoundFile found, String reason) {
    return new Ignored(new IgnoredFile(found.path(), reason));
  }

  private static FileVerdict rejected(PlacedFile file, RejectReason reason, String detail) {
    String corpus = file.corpus().map(CorpusDefinition::name).orElse("");
    return new Rejected(new Reject(file.found().path(), corpus, reason.code(), detail));
  }
}
