/**
 * The S3 store: content-addressed artefacts and clips, model packages, and the cache of finished
 * stages. Every byte that is read is verified; the same bytes are never uploaded twice. The MinIO
 * client stays inside this package.
 */
package dev.emovox.artifacts;
