package dev.emovox.finetuning.audio;

import dev.emovox.audio.augmentation.noise.Voices;
import java.util.List;

/**
 * The voices of babble: clips of the same training part, whoever speaks them. A clip may be among
 * its own babble, as one of several that begin anywhere.
 *
 * @param reader reads them
 * @param clips their names, in an order that does not depend on anything else
 */
public record TrainingVoices(ClipReader reader, List<String> clips) implements Voices {
  public TrainingVoices {
    clips = clips.stream().sorted().toList();
  }

  @Override
  public int count() {
    return clips.size();
  }

  @Override
  public float[] voice(int index) {
    return reader.read(clips.get(index));
  }
}
