package dev.emovox.ledger.dsse;

import dev.emovox.domain.InvalidInputException;
import java.util.Base64;

/** Base64 with padding (RFC 4648, section 4), of which one text is accepted for given bytes. */
final class Base64Text {
  private Base64Text() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (encode(bytes).equals(text)) { // Java ignores the bits that are left over
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("its base64 is damaged", e);
    }
    throw new InvalidInputException("its base64 is damaged");
  }
}
