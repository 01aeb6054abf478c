package dev.emovox.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeWorkplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Runs commands beside a file with a tone of 440 Hz, and keeps what the last one wrote. */
final class CommandsOnATone {
  private final Path folder;
  private final Path tone;
  private Captured captured;

  /** Writes the tone into a folder. */
  CommandsOnATone(Path folder) {
    this.folder = folder;
    this.tone = folder.resolve("tone.wav");
    float[] samples = new float[20_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 440 * i / 22_050));
    }
    WavWriter.write(new AudioClip(samples, 22_050), tone);
  }

  Path tone() {
    return tone;
  }

  /** Runs a command and returns its exit code. */
  int run(List<String> words) {
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    return CommandLines.execute(
        new Invocation(
            options, captured.console(), given -> new FakeWorkplace(folder), Clock.systemUTC()),
        words);
  }

  Captured captured() {
    return captured;
  }

  /** Standard output as a document. */
  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(captured.out());
  }
}
