package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.FeatureMapDocument;
import dev.emovox.cli.plot.FeaturePictures;
import dev.emovox.cli.plot.FeatureTables;
import dev.emovox.cli.plot.FolderFeatures;
import dev.emovox.cli.plot.OutputFolder;
import dev.emovox.cli.render.Meter;
import dev.emovox.cli.render.PlotText;
import dev.emovox.corpora.CorpusLibrary;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.embedding.map.FeatureMap;
import dev.emovox.embedding.map.FeatureMapper;
import dev.emovox.embedding.map.LabelledTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws maps of features. */
@Command(
    name = "features",
    description = {
      "Draw maps of the features of clips, coloured by emotion, by corpus and by speaker.",
      "By principal components and by t-SNE, of the features that a run computed or, without any",
      "server, of the clips in folders. Features are standardised before. Beside the pictures lie",
      "coordinates.csv, and embedding.json with settings and scores."
    },
    footer = {
      "%nt-SNE shows who is near whom; distances between groups and sizes of groups mean little.",
      "%nExamples:",
      "  ./emovox plot features baselines-20260131-142501-9c4e --out pictures/",
      "  ./emovox plot features --data /data/speech --out pictures/",
      "  ./emovox plot features --data /data/speech --method tsne --perplexity 50 --out pictures/"
    })
final class PlotFeaturesCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "The run whose features are drawn, as `runs` lists it.")
  private String run;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder with speech, instead of a run; may be repeated.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "NAME",
      completionCandidates = FeatureSetNames.class,
      description =
          "Feature set: of folders one of ${COMPLETION-CANDIDATES} (default: paper), of a run one of its own.")
  private String set;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the files; made if need be, files of the same name are replaced.")
  private Path out;

  @Mixin private MapOptions options = new MapOptions();

  PlotFeaturesCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if ((run == null) == folders.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "Name either a RUN or folders with --data DIR, whose features to draw");
    }
    Console console = invocation.console();
    FeatureMapper mapper = mapper(console);
    FeaturePictures pictures = new FeaturePictures(OutputFolder.create(out));
    FeatureMap map = mapper.map(run == null ? computed(console) : stored());
    FeatureMapDocument document = pictures.write(map);
    console.result(new PlotText(console.style()).lines(document));
    if (console.json()) {
      console.document(Json.write(document));
    }
    return 0;
  }

  private FeatureMapper mapper(Console console) {
    Meter[] meter = new Meter[1];
    return new FeatureMapper(
        options.settings(),
        (done, total) -> {
          if (meter[0] == null) {
            meter[0] = new Meter("t-SNE", "iterations", invocation.clock());
          }
          console.live(meter[0].line(done, total));
        });
  }

  private LabelledTable stored() {
    return new FeatureTables(invocation.workplace()).ofRun(run, Optional.ofNullable(set));
  }

  private LabelledTable computed(Console console) {
    FeatureSettings settings =
        FeatureSetNames.named(set == null ? "paper" : set, spec.commandLine());
    CorpusLibrary library = new CorpusLibrary(invocation.workplace().checkout().corpora());
    Meter meter = new Meter("features", "clips", invocation.clock());
    return new FolderFeatures(library.all(), settings)
        .compute(folders, (done, total) -> console.live(meter.line(done, total)), console::message);
  }
}
