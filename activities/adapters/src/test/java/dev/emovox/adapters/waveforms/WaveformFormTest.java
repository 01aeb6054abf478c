package dev.emovox.adapters.waveforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.domain.InvalidInputException;
import org.junit.jupiter.api.Test;

class WaveformFormTest {

  @Test
  void aLongClipIsTheBeginningOfTheWholeOne() {
    float[] samples = new float[44_100];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(i * 0.05));
    }
    byte[] wav = WavWriter.encode(new AudioClip(samples, 44_100));

    float[] whole = WaveformForm.of(16_000, 10).decode(wav);
    float[] cut = WaveformForm.of(16_000, 0.30004).decode(wav);

    assertThat(whole).hasSize(16_000);
    assertThat(cut).hasSize(4800).startsWith(java.util.Arrays.copyOf(whole, 4800));
  }

  @Test
  void whatIsNoSoundIsRefused() {
    WaveformForm form = WaveformForm.of(16_000, 1);
    assertThatThrownBy(() -> form.decode(new byte[100])).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> form.decode(new byte[0])).isInstanceOf(InvalidInputException.class);
  }
}
