package dev.emovox.tracking;

import dev.emovox.settings.MlflowCredentials;
import dev.emovox.settings.MlflowEndpoint;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;

/**
 * MLflow's Java client with a limit on how long it may wait, which it has no setting for. A client
 * that waits too long is closed, which frees its thread, and replaced.
 *
 * <p>Safe for use by several threads.
 */
final class TimedClient implements AutoCloseable {
  // It tells of every retry; what matters of that is in our own failures. Held, or its level is
  // lost.
  private static final Logger HTTP_LOG = Logger.getLogger("org.mlflow_project.apachehttp");

  static {
    HTTP_LOG.setLevel(Level.WARNING);
  }

  private final MlflowEndpoint endpoint;
  private final MlflowFailures failures;
  private final Duration limit;
  private final ExecutorService threads = Executors.newCachedThreadPool(TimedClient::daemon);
  private final AtomicReference<MlflowClient> current;

  TimedClient(MlflowEndpoint endpoint, Duration limit) {
    this.endpoint = endpoint;
    this.failures = new MlflowFailures(endpoint.url());
    this.limit = limit;
    this.current = new AtomicReference<>(open(endpoint));
  }

  private static MlflowClient open(MlflowEndpoint endpoint) {
    String host = endpoint.url().toString();
    if (endpoint.credentials() instanceof MlflowCredentials.Basic basic) {
      return new MlflowClient(
          new BasicMlflowHostCreds(host, basic.username(), basic.password().reveal()));
    }
    if (endpoint.credentials() instanceof MlflowCredentials.Token bearer) {
      return new MlflowClient(new BasicMlflowHostCreds(host, bearer.token().reveal()));
    }
    return new MlflowClient(new BasicMlflowHostCreds(host));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "mlflow");
    thread.setDaemon(true);
    return thread;
  }

  /** Asks MLflow and waits for the answer, within the limit. */
  <T> T ask(Function<MlflowClient, T> request) {
    MlflowClient client = current.get();
    Future<T> answer = threads.submit(() -> request.apply(client));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      replace(client);
      throw failures.away("did not answer within " + limit.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw failures.ofClient(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }

  private void replace(MlflowClient hung) {
    if (current.compareAndSet(hung, open(endpoint))) {
      hung.close();
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    current.get().close();
  }
}
