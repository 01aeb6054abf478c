/**
 * API keys of the service: made with 256 random bits, shown once, kept in a file as hashes only,
 * checked, expired and revoked. The command line writes the file and the service reads it.
 *
 * <p>The hash is one round of SHA-256. That would be wrong for passwords, which people choose and
 * which can be guessed; a key here is 256 bits from a secure generator, so that whoever has the
 * file would have to try 2^255 of them, and a slow hash would only slow the service down. Hashes
 * are compared in constant time; the id in front of the secret is public and finds the hash.
 */
package dev.emovox.access;
