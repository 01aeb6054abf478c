package dev.emovox.local.home;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Which S3 server the local stack runs. */
public enum S3Kind {
  @JsonProperty("seaweedfs")
  SEAWEEDFS,
  @JsonProperty("minio")
  MINIO;

  /** The name on the command line and of the data folder. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
