package dev.emovox.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds TCP ports on the loopback address that nobody listens on, and never gives one twice. A free
 * port can be taken by another program before it is used. Not thread-safe.
 */
public final class FreePorts {
  private static final int TRIES_NEARBY = 50;
  private static final int CONNECT_MILLIS = 200;

  private final Set<Integer> given = new HashSet<>();

  /** Never gives these. */
  public void reserve(Collection<Integer> ports) {
    given.addAll(ports);
  }

  /** Takes exactly this port; false when it is in use or was given before. */
  public boolean take(int port) {
    return isFree(port) && given.add(port);
  }

  /** The preferred port if it is free, else the next free one above it, else any. */
  public int near(int preferred) {
    for (int port = preferred; port < preferred + TRIES_NEARBY && port <= 65535; port++) {
      if (take(port)) {
        return port;
      }
    }
    return any();
  }

  /** Any free port. */
  public int any() {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
        if (given.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("no free TCP port on the loopback address", e);
      }
    }
  }

  /** Whether a server could listen on the port now. */
  public static boolean isFree(int port) {
    // Binding alone does not tell: macOS lets 127.0.0.1 be bound beside a listener on 0.0.0.0.
    return !answers(port) && canBind(port);
  }

  /** Whether somebody accepts connections on the port. */
  public static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(loopback(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean canBind(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // a port with only closed connections in TIME_WAIT is free
      socket.bind(new InetSocketAddress(loopback(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }
}
