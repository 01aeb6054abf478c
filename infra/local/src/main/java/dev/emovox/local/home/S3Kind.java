package dev.emovox.local.home;

/** Which S3 server the local stack runs. */
public enum S3Kind {
  SEAWEEDFS,
  MINIO
}
