package dev.emovox.serving.security.rate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The caller that an address stands for: itself, or for version 6 the 64 bits that one subscriber
 * is given, out of which he can take as many addresses as he likes.
 */
public final class AddressBlock {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final int PREFIX_BYTES = 8;

  private AddressBlock() {}

  /** The block of an address as it is written; anything else stands for itself. */
  public static String of(String address) {
    String literal = address.replaceFirst("%.*$", "");
    if (!LITERAL.matcher(literal).matches()) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(literal);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES)) + "/64"
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
