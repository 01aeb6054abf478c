import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Writes tiny clips, each with a sound of its own: {@code java MakeClips.java CLIPS FOLDER}. A tenth
 * of a second at 8 kHz, a tone that depends on the emotion in noise that depends on the number; the
 * same number gives the same bytes.
 */
final class MakeClips {
  private static final String[] EMOTIONS = {"angry", "calm", "happy", "sad"};
  private static final int SPEAKERS = 40;
  private static final int CLIPS_PER_FOLDER = 1000;
  private static final int RATE = 8000;
  private static final int SAMPLES = 800;
  private static final int HEADER = 44;

  private MakeClips() {}

  public static void main(String[] arguments) throws IOException {
    int clips = Integer.parseInt(arguments[0]);
    Path root = Path.of(arguments[1]);
    for (int folder = 0; folder * CLIPS_PER_FOLDER < clips; folder++) {
      Path path = Files.createDirectories(root.resolve("%04d".formatted(folder)));
      int end = Math.min(clips, (folder + 1) * CLIPS_PER_FOLDER);
      IntStream.range(folder * CLIPS_PER_FOLDER, end).parallel().forEach(n -> write(path, n));
    }
  }

  private static void write(Path folder, int number) {
    int emotion = number % EMOTIONS.length;
    int speaker = number / EMOTIONS.length % SPEAKERS;
    String name = "s%02d_%s_%08d.wav".formatted(speaker, EMOTIONS[emotion], number);
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      out.write(clip(number, 200 + 150 * emotion + 2 * speaker));
    } catch (IOException e) {
      throw new IllegalStateException("writing " + name, e);
    }
  }

  private static byte[] clip(int number, double hertz) {
    SplittableRandom random = new SplittableRandom(number);
    ByteBuffer wav = header();
    for (int i = 0; i < SAMPLES; i++) {
      double tone = Math.sin(2 * Math.PI * hertz * i / RATE);
      double noise = 2 * random.nextDouble() - 1;
      wav.putShort((short) Math.round(Short.MAX_VALUE * (0.5 * tone + 0.2 * noise)));
    }
    return wav.array();
  }

  private static ByteBuffer header() {
    int data = SAMPLES * Short.BYTES;
    ByteBuffer wav = ByteBuffer.allocate(HEADER + data).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEADER - 8 + data).put(ascii("WAVEfmt ")).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * Short.BYTES);
    wav.putShort((short) Short.BYTES).putShort((short) (8 * Short.BYTES));
    return wav.put(ascii("data")).putInt(data);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
