package dev.emovox.audio.features;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.Resampler;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.Descriptor;
import dev.emovox.domain.FeaturePooling;
import dev.emovox.domain.FeatureSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Our features of single frames beside librosa's, of one sound at one rate.
 *
 * @param sound name of the fixture
 * @param nativeRate whether features are computed at the sound's own rate and not at 16 kHz
 */
record GoldenFrames(String sound, boolean nativeRate) {
  private static final int TARGET_RATE = 16_000;
  private static final double LOWEST_OCTAVE = 200;

  /** A value of both. */
  record Pair(String track, double ours, double expected) {

    /** The difference over librosa's value, or over the track's floor where that is smaller. */
    double relativeError() {
      return Math.abs(ours - expected) / Math.max(Math.abs(expected), floor(track));
    }
  }

  /**
   * What a difference is related to where values are next to zero: a decibel of cepstrum and
   * contrast, a hundredth of chroma and of shares, a hertz.
   */
  static double floor(String track) {
    boolean share = track.startsWith("chroma") || track.equals("zero_crossing_rate");
    return share || track.equals("energy") ? 0.01 : 1;
  }

  static List<GoldenFrames> all() {
    List<GoldenFrames> all = new ArrayList<>();
    for (String sound : List.of("chirp_16000", "bursts_16000", "vowel_16000_long")) {
      all.add(new GoldenFrames(sound, false));
    }
    for (String sound : List.of("vowel_8000", "vowel_24414", "vowel_44100", "bursts_48000")) {
      all.add(new GoldenFrames(sound, false));
      all.add(new GoldenFrames(sound, true));
    }
    return all;
  }

  List<Pair> pairs() {
    Map<String, double[][]> tracks = tracks();
    List<Pair> pairs = new ArrayList<>();
    for (String line : golden().lines().toList()) {
      String[] words = line.split(" ", -1);
      double[] row = tracks.get(words[0])[Integer.parseInt(words[1])];
      double ours = row[Integer.parseInt(words[2])];
      pairs.add(new Pair(words[0], ours, Double.parseDouble(words[3])));
    }
    return pairs;
  }

  private Map<String, double[][]> tracks() {
    AudioClip read =
        new AudioDecoder(DecodeLimits.standard()).decode(resource(sound + ".wav")).clip();
    AudioClip clip = nativeRate ? read : new Resampler().resample(read, TARGET_RATE);
    SpectralFeatures features = new SpectralFeatures(settings(clip.sampleRate()));
    ClipAnalysis analysis = features.newAnalysis();
    int length = Math.min(clip.samples().length, features.shape().signalLength());
    float[] cut = Arrays.copyOf(clip.samples(), length);
    analysis.analyse(cut, 1 / level(clip.samples()));
    Map<String, double[][]> tracks = new HashMap<>();
    analysis.spectral().forEach(track -> tracks.put(track.name(), track.rows()));
    analysis.described().forEach(track -> tracks.put(track.name(), track.rows()));
    float[] whole = Arrays.copyOf(cut, features.shape().signalLength());
    double[] hertz = new FundamentalFrequency(features.shape()).of(whole).hertz();
    tracks.put("fundamental_frequency", new double[][] {hertz});
    return tracks;
  }

  private FeatureSettings settings(int rate) {
    int octaves = (int) (Math.log(rate / 2.0 / LOWEST_OCTAVE) / Math.log(2));
    int bands = nativeRate ? Math.min(6, octaves) : 6;
    FeaturePooling pooling =
        new FeaturePooling(
            List.of("mean"), 2, List.of(Descriptor.ZERO_CROSSING_RATE, Descriptor.ENERGY));
    return new FeatureSettings(
        sound,
        rate,
        3.0,
        true,
        1.0,
        2048,
        512,
        40,
        128,
        12,
        bands,
        false,
        List.of(),
        Optional.empty(),
        Optional.of(pooling),
        Optional.empty());
  }

  private String golden() {
    String name = sound + (nativeRate ? ".native" : "") + ".frames.txt";
    return new String(resource(name), StandardCharsets.UTF_8);
  }

  private static double level(float[] samples) {
    double squares = 0;
    for (float sample : samples) {
      squares += (double) sample * sample;
    }
    return Math.sqrt(squares / samples.length);
  }

  private static byte[] resource(String name) {
    try (InputStream in = GoldenFrames.class.getResourceAsStream("/golden/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return sound + (nativeRate ? " at its own rate" : " at 16 kHz");
  }
}
