package dev.emovox.cli.command;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.audio.augmentation.pipeline.StepMaker;
import dev.emovox.audio.augmentation.room.Reverberation;
import dev.emovox.cli.augmentation.AugmentationFiles;
import dev.emovox.cli.augmentation.AugmentedClip;
import dev.emovox.cli.augmentation.ClipAugmentation;
import dev.emovox.cli.augmentation.HeardVoices;
import dev.emovox.cli.augmentation.Preset;
import dev.emovox.cli.augmentation.Presets;
import dev.emovox.cli.augmentation.SpeechFile;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.AugmentationDocument;
import dev.emovox.cli.render.AugmentationText;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes changed versions of a clip to be heard. */
@Command(
    name = "augment",
    description = {
      "Write changed versions of a clip, to be listened to.",
      "One WAV file each, and a JSON file that tells what was drawn. Presets are the files of",
      "configs/augmentations: gentle, noise, babble, rooms, telephone, speed, strong, and",
      "paper-seven-versions. The same file, preset and seed give the same bytes."
    },
    footer = {
      "%nExit code 2 if there is no such preset, the file is no sound, or a version is there already.",
      "%nExamples:",
      "  ./emovox augment clip.wav --preset rooms --out heard/",
      "  ./emovox augment clip.wav --preset noise --set 'steps[1].snr=[0, 5]' --versions 3 --out heard/",
      "  ./emovox augment clip.wav --preset babble --voices a.wav --voices b.wav --out heard/",
      "  ./emovox augment clip.wav --preset paper-seven-versions --out heard/ --json | jq '.[].path'"
    })
final class AugmentCommand implements Callable<Integer> {
  private static final int MOST_VERSIONS = 99;
  private static final int USUAL_VERSIONS = 5;

  private final Invocation invocation;

  @Parameters(paramLabel = "FILE", description = "An audio file.")
  private Path file;

  @Option(names = "--preset", paramLabel = "NAME", required = true, description = "What is done.")
  private String name;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the versions; made if it is not there.")
  private Path folder;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Change the preset, for example 'steps[0].snr=[0, 5]'; may be repeated.")
  private List<String> changes = new ArrayList<>();

  @Option(
      names = "--versions",
      paramLabel = "N",
      description = "How many, from 1 to 99 (default: 5, or the preset's own).")
  private Integer versions;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "What versions are drawn from (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--voices",
      paramLabel = "FILE",
      description = "Speech of others, for babble; may be repeated.")
  private List<Path> voices = new ArrayList<>();

  @Option(
      names = "--response",
      paramLabel = "FILE",
      description = "Response of a room, for reverberation instead of generated rooms.")
  private Path response;

  @Option(names = "--overwrite", description = "Replace versions that are there already.")
  private boolean overwrite;

  AugmentCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Path presets = invocation.workplace().checkout().augmentations();
    Preset preset = new Presets(presets).load(name, changes);
    int count = count(preset);
    SpeechFile speech = SpeechFile.read(file);
    ClipAugmentation augmentation = new ClipAugmentation(preset, speech.digest(), seed);
    AudioClip clip = augmentation.prepared(speech.clip());
    StepMaker maker = maker(clip.sampleRate());
    AugmentationFiles files = AugmentationFiles.of(folder, file, name);
    files.prepare(count, overwrite);
    List<AugmentationDocument> documents = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      AugmentedClip version = augmentation.version(clip, number, maker);
      WavWriter.write(version.clip(), files.version(number));
      documents.add(
          AugmentationDocument.of(
              files.version(number),
              new AugmentationDocument.Request(name, seed),
              number,
              version));
    }
    tell(documents, files.description());
    return 0;
  }

  private int count(Preset preset) {
    OptionalInt own =
        preset.isFixed() ? OptionalInt.of(preset.versions().size()) : OptionalInt.empty();
    if (versions != null && own.isPresent()) {
      throw new InvalidInputException(
          "--versions: %s has %d versions of its own, the same for every clip. Leave the option out."
              .formatted(name, own.getAsInt()));
    }
    int count = versions == null ? own.orElse(USUAL_VERSIONS) : versions;
    if (count < 1 || count > MOST_VERSIONS) {
      throw new InvalidInputException(
          "--versions %d: it must be from 1 to %d.".formatted(count, MOST_VERSIONS));
    }
    return count;
  }

  private StepMaker maker(int rate) {
    return new StepMaker(
        HeardVoices.read(voices, rate),
        Optional.ofNullable(response)
            .map(given -> new Reverberation(SpeechFile.read(given).at(rate))));
  }

  private void tell(List<AugmentationDocument> documents, Path description) {
    byte[] json = Json.write(documents);
    try {
      Files.write(description, json);
    } catch (IOException e) {
      throw new WorkFailedException("Can't write %s: %s.".formatted(description, e), e);
    }
    Console console = invocation.console();
    console.result(new AugmentationText(console.style()).lines(documents));
    if (console.json()) {
      console.document(json);
    }
  }
}
