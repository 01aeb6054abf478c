package dev.emovox.adapters;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes connections on to an S3 server, counts the clips that are sent through them and, if asked,
 * cuts every connection after some of them, as a crash would.
 */
final class CountingForwarder implements AutoCloseable {
  private static final int CHUNK = 1 << 16;
  private static final int HEAD = 128;

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger clips = new AtomicInteger();
  private final InetSocketAddress target;
  private volatile int most = Integer.MAX_VALUE;

  CountingForwarder(URI server) throws IOException {
    target = new InetSocketAddress(server.getHost(), server.getPort());
    threads.execute(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** Clips that were sent since this was asked last. */
  int clips() {
    return clips.getAndSet(0);
  }

  /** Lets no more than so many clips pass. */
  void cutAfter(int count) {
    most = count;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket();
        server.connect(target);
        threads.execute(() -> pump(client, server, true));
        threads.execute(() -> pump(server, client, false));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  /** Clients send a request only when they have the answer to the last, so each begins a chunk. */
  private void pump(Socket from, Socket to, boolean requests) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n > 0; n = in.read(chunk)) {
        if (requests && isClip(chunk, n) && clips.incrementAndGet() > most) {
          return;
        }
        out.write(chunk, 0, n);
      }
    } catch (IOException broken) {
      // The other side learns of it as its connection ends.
    }
  }

  private static boolean isClip(byte[] chunk, int length) {
    String head =
        new String(chunk, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1)
            .lines()
            .findFirst()
            .orElse("");
    return head.startsWith("PUT ") && head.contains("/clips/");
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
