package dev.emovox.audio.decode;

import java.nio.ByteBuffer;

/** Sound that is known by its first bytes and not decoded. */
public enum ForeignFormat {
  OGG("Ogg sound (Vorbis, Opus or Speex)", 0, "OggS"),
  MP4("MP4 or M4A sound", 4, "ftyp"),
  MATROSKA("WebM or Matroska sound", 0, "\u001aE\u00df\u00a3"),
  ASF("WMA sound", 0, "0&\u00b2u\u008ef\u00cf\u0011"),
  AMR("AMR sound", 0, "#!AMR"),
  SUN("Sun AU sound", 0, ".snd"),
  CORE_AUDIO("Core Audio sound", 0, "caff"),
  WAVE64("Wave64 sound", 0, "riff.\u0091\u00cf\u0011"),
  WAVPACK("WavPack sound", 0, "wvpk"),
  MONKEYS("Monkey's Audio", 0, "MAC ");

  private final String title;
  private final int offset;
  private final String magic;

  ForeignFormat(String title, int offset, String magic) {
    this.title = title;
    this.offset = offset;
    this.magic = magic;
  }

  /** The format of a file by its first bytes, or null if it is none of these. */
  public static ForeignFormat of(ByteBuffer head) {
    for (ForeignFormat format : values()) {
      if (Signature.isAt(head, format.offset, format.magic)) {
        return format;
      }
    }
    return null;
  }

  /** The failure that tells the user what to do with such a file. */
  public RuntimeException refusal() {
    return Failure.unsupported(title);
  }
}
