/**
 * Access tokens of an OpenID Connect issuer, signed JSON Web Tokens (RFC 7519, RFC 9068): checked
 * here with the issuer's public keys, which are followed in the background, so that no request
 * waits for the issuer.
 */
package dev.emovox.serving.security.token;
