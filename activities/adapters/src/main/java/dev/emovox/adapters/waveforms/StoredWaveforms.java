package dev.emovox.adapters.waveforms;

import dev.emovox.adapters.network.Patience;
import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.finetuning.audio.WaveformSource;
import java.util.Map;

/**
 * Waveforms of clips that are stored by their digests. Safe for use by several threads.
 *
 * @param clips where their bytes are
 * @param cache asked first
 * @param form what the network hears
 * @param digests of the clips' bytes, by id
 * @param patience what a call to the store is made with, when it may be away for a while
 */
public record StoredWaveforms(
    ArtifactStore clips,
    WaveformCache cache,
    WaveformForm form,
    Map<String, Digest> digests,
    Patience patience)
    implements WaveformSource {

  public StoredWaveforms {
    digests = Map.copyOf(digests);
  }

  @Override
  public float[] waveform(String clipId) {
    Digest clip = digests.get(clipId);
    if (clip == null) {
      throw new WorkFailedException("The training table has no clip " + clipId + ".");
    }
    return cache.find(clip, form).orElseGet(() -> decode(clip));
  }

  private float[] decode(Digest clip) {
    float[] waveform = form.decode(patience.with(() -> clips.read(clip)));
    cache.keep(clip, form, waveform);
    return waveform;
  }
}
