package dev.emovox.adapters.epochs;

import dev.emovox.adapters.CheckpointGoneException;
import dev.emovox.adapters.ClassCounts;
import dev.emovox.adapters.StageMemory.Made;
import dev.emovox.adapters.StageMemory.Remembered;
import dev.emovox.adapters.TestReport;
import dev.emovox.adapters.network.ScratchFolder;
import dev.emovox.adapters.waveforms.WaveformForm;
import dev.emovox.artifacts.StepKey;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.NetworkTestRequest;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.finetuning.ClassDistribution;
import dev.emovox.finetuning.ClipScoring;
import dev.emovox.finetuning.audio.ClipReader;
import dev.emovox.records.rows.ClipRow;
import dev.emovox.wav2vec2.SpeechClassifier;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.SafetensorsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/** A network's test on the test part, found or done. */
final class NetworkTestStage {
  private final TrainingTools tools;

  NetworkTestStage(TrainingTools tools) {
    this.tools = tools;
  }

  EvaluationOutcome run(NetworkTestRequest request, Pulse pulse) {
    StepKey work = EpochKey.of(request, Machine.of(tools.settings()));
    Remembered<TestReport.Summary> test =
        tools.stores().memory().recall(work, TestReport.Summary.class, () -> make(request, pulse));
    return test.summary().outcome(test.stage());
  }

  private Made<TestReport.Summary> make(NetworkTestRequest request, Pulse pulse) {
    TrainingClips clips =
        new TrainingClips(
            tools.stores().tables().rows(request.clips(), ClipRow.class), request.labels());
    List<ClipRow> tested = clips.rowsOf(SplitPart.TEST);
    ClassCounts expected =
        ClassCounts.of(
            tools.stores().manifests().rows(request.manifest()),
            tested.stream().map(ClipRow::id).collect(Collectors.toSet()));
    List<ScoredClip> scored = score(request, clips, pulse);
    pulse.allow(Pulse.OPERATION);
    return new TestReport(request.labels(), request.seed())
        .of(scored, expected, tools.stores().tables());
  }

  private List<ScoredClip> score(NetworkTestRequest request, TrainingClips clips, Pulse pulse) {
    List<ClipRow> tested = clips.rowsOf(SplitPart.TEST);
    try (SpeechClassifier network = load(request, pulse);
        RunProgress run = RunProgress.of(request.runId(), request::progress, tested.size())) {
      run.at(0);
      WaveformForm form = WaveformForm.of(network.samplingRate(), request.longestSeconds());
      ClipReader reader =
          new ClipReader(tools.waveforms(clips, form, pulse), network.shortestInput());
      BatchPulse beats = new BatchPulse(pulse);
      pulse.allow(StepAllowance.FIRST);
      Map<String, double[]> logits =
          new ClipScoring(
                  network::logits,
                  reader,
                  done -> {
                    beats.accept(done);
                    run.at(done);
                  })
              .score(clips.part(SplitPart.TEST));
      return tested.stream().map(row -> scored(row, logits.get(row.id()), request)).toList();
    } catch (InterruptedException e) {
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }

  private SpeechClassifier load(NetworkTestRequest request, Pulse pulse) {
    try (ScratchFolder scratch = ScratchFolder.in(tools.settings().cache());
        Checkpoint checkpoint = tools.open(request.checkpoint(), pulse)) {
      Path file = scratch.path().resolve("weights");
      fetch(request, file, pulse);
      try (SafetensorsFile weights = SafetensorsFile.open(file)) {
        return SpeechClassifier.load(
            checkpoint, request.labels(), weights, tools.settings().device());
      }
    }
  }

  private void fetch(NetworkTestRequest request, Path file, Pulse pulse) {
    pulse.allow(Pulse.OPERATION);
    try {
      tools.stores().artifacts().copy(request.weights(), file);
    } catch (WorkFailedException e) {
      throw new CheckpointGoneException(
          "The weights that are to be tested are no longer kept: " + e.getMessage(), e);
    }
  }

  private static ScoredClip scored(ClipRow row, double[] logits, NetworkTestRequest request) {
    ClassDistribution distribution = ClassDistribution.of(logits);
    return new ScoredClip(
        row.id(),
        row.corpus(),
        row.speaker(),
        row.emotion(),
        request.labels().name(distribution.likeliest()),
        distribution.probabilities());
  }
}
