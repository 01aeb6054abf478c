package dev.emovox.adapters.waveforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WaveformFileTest {
  private static final float[] WAVEFORM = {0, -0f, 0.1f, Float.MIN_VALUE, -1};

  @Test
  void everyBitComesBack() {
    assertThat(WaveformFile.read(WaveformFile.write(WAVEFORM)).orElseThrow()).isEqualTo(WAVEFORM);
  }

  @Test
  void everyDamageIsNoticed() {
    byte[] file = WaveformFile.write(WAVEFORM);
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= 1;
      assertThat(WaveformFile.read(changed)).as("byte %d", i).isEmpty();
      assertThat(WaveformFile.read(Arrays.copyOf(file, i))).as("%d bytes", i).isEmpty();
    }
    assertThat(WaveformFile.read(Arrays.copyOf(file, file.length + 4))).isEmpty();
  }
}
