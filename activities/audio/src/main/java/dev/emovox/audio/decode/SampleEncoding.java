package dev.emovox.audio.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** How one sample of one channel is stored. Integers are scaled so that full scale is 1. */
enum SampleEncoding {
  PCM_U8(1) {
    @Override
    float read(ByteBuffer bytes, int index) {
      return ((bytes.get(index) & 0xff) - 128) / 128f;
    }
  },
  PCM_S8(1) {
    @Override
    float read(ByteBuffer bytes, int index) {
      return bytes.get(index) / 128f;
    }
  },
  PCM_S16(2) {
    @Override
    float read(ByteBuffer bytes, int index) {
      return bytes.getShort(index) / 32_768f;
    }
  },
  PCM_S24(3) {
    @Override
    float read(ByteBuffer bytes, int index) {
      boolean little = bytes.order() == ByteOrder.LITTLE_ENDIAN;
      int high = bytes.get(little ? index + 2 : index);
      int low = bytes.get(little ? index : index + 2) & 0xff;
      return ((high << 16) | ((bytes.get(index + 1) & 0xff) << 8) | low) / 8_388_608f;
    }
  },
  PCM_S32(4) {
    @Override
    float read(ByteBuffer bytes, int index) {
      return bytes.getInt(index) / 0x1p31f;
    }
  },
  PCM_F32(4) {
    @Override
    float read(ByteBuffer bytes, int index) {
      return bytes.getFloat(index);
    }
  },
  PCM_F64(8) {
    @Override
    float read(ByteBuffer bytes, int index) {
      return (float) bytes.getDouble(index);
    }
  },
  MULAW(1) {
    @Override
    float read(ByteBuffer bytes, int index) {
      return LogarithmicPcm.MU_LAW[bytes.get(index) & 0xff];
    }
  },
  ALAW(1) {
    @Override
    float read(ByteBuffer bytes, int index) {
      return LogarithmicPcm.A_LAW[bytes.get(index) & 0xff];
    }
  };

  private final int byteCount;

  SampleEncoding(int byteCount) {
    this.byteCount = byteCount;
  }

  /** The sample that begins at byte {@code index}, in the buffer's byte order. */
  abstract float read(ByteBuffer bytes, int index);

  int byteCount() {
    return byteCount;
  }

  /** The signed integer encoding of {@code bytes} bytes, or null if there is none. */
  static SampleEncoding signed(int bytes) {
    return switch (bytes) {
      case 1 -> PCM_S8;
      case 2 -> PCM_S16;
      case 3 -> PCM_S24;
      case 4 -> PCM_S32;
      default -> null;
    };
  }

  /** The name, with the byte order where there is one: {@code pcm_s16le}, {@code mulaw}. */
  String nameIn(ByteOrder order) {
    String name = name().toLowerCase(Locale.ROOT);
    if (byteCount == 1) {
      return name;
    }
    return name + (order == ByteOrder.LITTLE_ENDIAN ? "le" : "be");
  }
}
