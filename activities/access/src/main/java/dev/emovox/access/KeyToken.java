package dev.emovox.access;

import dev.emovox.domain.Digest;
import dev.emovox.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as it is presented: {@code emx_}, the public id, {@code _}, 64 hexadecimal digits of
 * secret. The prefix lets scanners of source code find keys that were committed by mistake.
 *
 * @param id the public part
 * @param text the whole of it
 */
public record KeyToken(String id, Secret text) {
  private static final Pattern FORM = Pattern.compile("emx_([0-9a-f]{12})_[0-9a-f]{64}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
  private static final int ID_BYTES = 6;
  private static final int SECRET_BYTES = 32;

  /** A new one. */
  public static KeyToken generate(SecureRandom random) {
    String id = hex(random, ID_BYTES);
    return new KeyToken(id, new Secret("emx_%s_%s".formatted(id, hex(random, SECRET_BYTES))));
  }

  /** What was presented, if it has the form of a key. */
  public static Optional<KeyToken> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new KeyToken(form.group(1), new Secret(text)))
        : Optional.empty();
  }

  /** Whether that is a key, or a broken one, rather than something of another kind. */
  public static boolean isMeant(String text) {
    return text.startsWith("emx_");
  }

  /** Whether {@code text} has the form of an id. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** What is kept of it. */
  public Digest digest() {
    return Digest.of(text.reveal());
  }

  /** Whether its hash is that one; takes as long for any other of the same length. */
  boolean matches(Digest kept) {
    return MessageDigest.isEqual(bytes(digest()), bytes(kept));
  }

  private static byte[] bytes(Digest digest) {
    return digest.hex().getBytes(StandardCharsets.US_ASCII);
  }

  private static String hex(SecureRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
