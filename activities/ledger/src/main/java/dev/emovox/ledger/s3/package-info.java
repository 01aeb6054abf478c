/** The ledger's objects in S3. */
package dev.emovox.ledger.s3;
