package dev.emovox.ledger.dsse;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.domain.Digest;
import java.util.Objects;

/**
 * One signature of an {@link Envelope}.
 *
 * @param keyId id of the key that made it
 * @param signature base64 of the 64 bytes
 */
public record EnvelopeSignature(
    @JsonProperty("keyid") Digest keyId, @JsonProperty("sig") String signature) {

  public EnvelopeSignature {
    Objects.requireNonNull(keyId, "keyid");
    Objects.requireNonNull(signature, "sig");
  }

  byte[] bytes() {
    return Base64Text.decode(signature);
  }
}
