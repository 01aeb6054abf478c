package dev.emovox.tracking;

import dev.emovox.domain.InvalidInputException;

/** MLflow understood a request and turned it down; the code says why in MLflow's own words. */
final class MlflowRefusedException extends InvalidInputException {
  private static final long serialVersionUID = 1L;

  private final String code;

  MlflowRefusedException(String message, String code, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  boolean alreadyExists() {
    return code.equals("RESOURCE_ALREADY_EXISTS");
  }

  boolean doesNotExist() {
    return code.equals("RESOURCE_DOES_NOT_EXIST");
  }
}
