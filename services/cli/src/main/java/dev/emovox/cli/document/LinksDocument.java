package dev.emovox.cli.document;

/**
 * Where a browser or an S3 client shows more; each null where it is not known.
 *
 * @param temporal the workflow
 * @param mlflow the run
 * @param artifacts the manifest in S3
 */
public record LinksDocument(String temporal, String mlflow, String artifacts) {}
