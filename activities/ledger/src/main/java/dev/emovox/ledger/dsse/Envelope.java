package dev.emovox.ledger.dsse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.json.CanonicalJson;
import dev.emovox.ledger.key.SigningKey;
import dev.emovox.ledger.key.VerificationKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A signed payload, after the Dead Simple Signing Envelope (DSSE) 1.0. What is signed is not the
 * payload but its pre-authentication encoding, which binds its type and its length, too.
 *
 * <p>The specification allows several written forms; here an envelope has one, its canonical JSON.
 *
 * @param payload base64 of the payload
 * @param payloadType media type of the payload
 * @param signatures at least one
 */
public record Envelope(
    String payload,
    @JsonProperty("payloadType") String payloadType,
    List<EnvelopeSignature> signatures) {
  private static final int MOST_SIGNATURES = 16;

  public Envelope {
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(payloadType, "payloadType");
    signatures = List.copyOf(signatures);
    if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
      throw new IllegalArgumentException("an envelope has 1 to 16 signatures");
    }
  }

  /** Signs a payload with every one of {@code keys}, in their order. */
  public static Envelope sign(String payloadType, byte[] payload, List<SigningKey> keys) {
    byte[] message = preAuthenticationEncoding(payloadType, payload);
    List<EnvelopeSignature> signatures =
        keys.stream()
            .map(
                key ->
                    new EnvelopeSignature(
                        key.verificationKey().id(), Base64Text.encode(key.sign(message))))
            .toList();
    return new Envelope(Base64Text.encode(payload), payloadType, signatures);
  }

  /**
   * Reads an envelope. No signature is looked at.
   *
   * @throws InvalidInputException if the bytes are not the one form of an envelope
   */
  public static Envelope read(byte[] text) {
    Envelope envelope = CanonicalJson.read(text, Envelope.class);
    Base64Text.decode(envelope.payload);
    envelope.signatures.forEach(EnvelopeSignature::bytes);
    return envelope;
  }

  /** The one form. */
  public byte[] write() {
    return CanonicalJson.write(this);
  }

  /** The payload's bytes. */
  @JsonIgnore
  public byte[] payloadBytes() {
    return Base64Text.decode(payload);
  }

  /** Whether {@code signature} is that of {@code key} over this payload and type. */
  public boolean isSigned(EnvelopeSignature signature, VerificationKey key) {
    byte[] message = preAuthenticationEncoding(payloadType, payloadBytes());
    return signature.keyId().equals(key.id()) && key.verifies(message, signature.bytes());
  }

  /** {@code DSSEv1 LENGTH TYPE LENGTH PAYLOAD}, lengths in bytes and decimal digits. */
  static byte[] preAuthenticationEncoding(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(type);
    out.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(payload);
    return out.toByteArray();
  }
}
