package dev.emovox.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.mlflow.tracking.MlflowClientException;
import org.mlflow.tracking.MlflowHttpException;
import org.mlflow_project.google.protobuf.InvalidProtocolBufferException;

/**
 * Says in plain words what went wrong between us and the MLflow server, and whether the request or
 * the server is to blame.
 *
 * @param url address of the server
 */
record MlflowFailures(URI url) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_REASON = 300;

  /** What the Java client threw. */
  EmovoxException ofClient(Throwable failure) {
    if (failure instanceof MlflowHttpException e) {
      return ofAnswer(e.getStatusCode(), Optional.ofNullable(e.getBodyMessage()).orElse(""), e);
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof InvalidProtocolBufferException) {
        return notMlflow(failure);
      }
      if (t instanceof IOException e) {
        return ofTransport(e);
      }
    }
    if (failure instanceof MlflowClientException) {
      return notMlflow(failure);
    }
    throw new IllegalStateException("MLflow's client failed", failure);
  }

  /** An answer of success that is not MLflow's. */
  InvalidInputException notMlflow(Throwable cause) {
    return new InvalidInputException(
        "The server %s does not answer like MLflow. Check EMOVOX_MLFLOW_URL.".formatted(url),
        cause);
  }

  /** The connection broke, or none came about. */
  EmovoxException ofTransport(IOException cause) {
    if (cause instanceof SSLException) {
      return new InvalidInputException(
          ("No secure connection to the MLflow server %s. Check that EMOVOX_MLFLOW_URL has the right scheme (http or"
                  + " https) and that this Java trusts the server's certificate (javax.net.ssl.trustStore).")
              .formatted(url),
          cause);
    }
    return away("can't be reached", cause);
  }

  ServerUnavailableException away(String what, Throwable cause) {
    return new ServerUnavailableException(
        "The MLflow server at %s %s. Is it running (./emovox status), and is EMOVOX_MLFLOW_URL right?"
            .formatted(url, what),
        cause);
  }

  /** An answer that is no success. */
  EmovoxException ofAnswer(int status, String body, Throwable cause) {
    if (status >= 500 || status == 429 || status == 408) {
      return away("can't answer now (HTTP " + status + ")", cause);
    }
    if (status == 401 || status == 403) {
      return accessRefused(status, cause);
    }
    JsonNode error = parsed(body);
    String code = error.path("error_code").asText("");
    String reason = shortened(error.path("message").asText(""));
    if (collided(code, reason)) {
      return away("stumbled over a request that came at the same time", cause);
    }
    return new MlflowRefusedException(
        "The MLflow server %s turned down a request (HTTP %d %s)%s"
            .formatted(url, status, code, reason.isEmpty() ? "; is it MLflow 3?" : ": " + reason),
        code,
        cause);
  }

  /**
   * Two runs that name the same data set for the first time at once break a unique constraint in
   * MLflow's database, which it calls a bad request; the next try finds the other's row.
   */
  private static boolean collided(String code, String reason) {
    return code.equals("BAD_REQUEST") && reason.contains("IntegrityError");
  }

  private InvalidInputException accessRefused(int status, Throwable cause) {
    return new InvalidInputException(
        ("The MLflow server %s refuses access (HTTP %d). Check EMOVOX_MLFLOW_USERNAME and EMOVOX_MLFLOW_PASSWORD, or"
                + " EMOVOX_MLFLOW_TOKEN; if the server asks for none, start it with --allowed-hosts that names this host.")
            .formatted(url, status),
        cause);
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  private static String shortened(String reason) {
    String line = reason.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
  }
}
