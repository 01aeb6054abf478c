/**
 * The ledger: who decided what about which model, when and why, on which evidence, so that it can
 * be proven afterwards.
 *
 * <p>An entry is an in-toto statement ({@code entry}) of canonical JSON ({@code json}) in a signed
 * envelope ({@code dsse}); each names the digest of the one before it ({@code chain}). Entries lie
 * in S3 under numbers that are written once ({@code s3}).
 */
package dev.emovox.ledger;
