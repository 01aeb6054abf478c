package dev.emovox.artifacts;

import dev.emovox.settings.S3Endpoint;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * A pool of connections to one S3 server and bucket. Opening it sends nothing. Its threads are
 * daemons, so a program that forgets to close it still ends. TLS trusts what the JVM trusts.
 *
 * <p>Safe for use by several threads.
 */
public final class S3Connection implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final int CONCURRENT_REQUESTS = 64;
  private static final int IDLE_CONNECTIONS = 32;
  private static final int IDLE_SECONDS = 60;

  private final S3Endpoint endpoint;
  private final ExecutorService threads;
  private final OkHttpClient http;
  private final MinioClient client;

  /** A connection to {@code endpoint}; the server is first asked when something is needed. */
  public S3Connection(S3Endpoint endpoint) {
    this(endpoint, SILENCE);
  }

  /** A connection that breaks after so long a silence of the server. */
  S3Connection(S3Endpoint endpoint, Duration silence) {
    this.endpoint = endpoint;
    this.threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            S3Connection::daemon);
    this.http = httpClient(threads, silence);
    this.client =
        MinioClient.builder()
            .endpoint(endpoint.url().toString())
            .region(endpoint.region())
            .credentials(endpoint.accessKey(), endpoint.secretKey().reveal())
            .httpClient(http)
            .build();
  }

  private static OkHttpClient httpClient(ExecutorService threads, Duration silence) {
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(CONCURRENT_REQUESTS);
    // okhttp's own limit of five requests a host would make uploads of small clips slow.
    dispatcher.setMaxRequestsPerHost(CONCURRENT_REQUESTS);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
        .connectTimeout(CONNECT)
        .readTimeout(silence)
        .writeTimeout(silence)
        .build();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "s3");
    thread.setDaemon(true);
    return thread;
  }

  /** The bucket that everything is stored in. */
  public String bucket() {
    return endpoint.bucket();
  }

  /** The server's address. */
  public URI url() {
    return endpoint.url();
  }

  S3Failures failures() {
    return new S3Failures(url(), bucket());
  }

  /** One request to the server. */
  interface Request<T> {
    T send(MinioClient client) throws MinioException;
  }

  <T> T ask(Request<T> request) throws MinioException {
    return request.send(client);
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    threads.shutdown();
    http.connectionPool().evictAll();
  }
}
