package dev.emovox.ledger.dsse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.key.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final byte[] PAYLOAD = "hello world".getBytes(StandardCharsets.UTF_8);
  private static final String TYPE = "http://example.com/HelloWorld";

  private final SigningKey ada = SigningKey.generate();
  private final SigningKey bo = SigningKey.generate();

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The example of the DSSE protocol's text. */
  @Test
  void bindsTypeAndLengths() {
    assertThat(Envelope.preAuthenticationEncoding(TYPE, PAYLOAD))
        .isEqualTo(bytes("DSSEv1 29 http://example.com/HelloWorld 11 hello world"));
  }

  @Test
  void countsBytesNotCharacters() {
    assertThat(Envelope.preAuthenticationEncoding("é", bytes("😀")))
        .isEqualTo(bytes("DSSEv1 2 é 4 😀"));
  }

  @Test
  void takesSeveralSignatures() {
    Envelope envelope = Envelope.read(Envelope.sign(TYPE, PAYLOAD, List.of(ada, bo)).write());
    assertThat(envelope.payloadBytes()).isEqualTo(PAYLOAD);
    assertThat(envelope.isSigned(envelope.signatures().get(0), ada.verificationKey())).isTrue();
    assertThat(envelope.isSigned(envelope.signatures().get(1), bo.verificationKey())).isTrue();
    assertThat(envelope.isSigned(envelope.signatures().get(0), bo.verificationKey())).isFalse();
  }

  @Test
  void aSignatureIsForOneTypeOnly() {
    Envelope envelope = Envelope.sign(TYPE, PAYLOAD, List.of(ada));
    Envelope other = new Envelope(envelope.payload(), TYPE + "2", envelope.signatures());
    assertThat(other.isSigned(other.signatures().get(0), ada.verificationKey())).isFalse();
  }

  /** Base64 has bits to spare, which Java's decoder ignores. */
  @Test
  void refusesASecondTextOfTheSameBytes() {
    String text =
        new String(Envelope.sign(TYPE, PAYLOAD, List.of(ada)).write(), StandardCharsets.UTF_8);
    assertThat(text).contains("aGVsbG8gd29ybGQ=");
    for (String second : List.of("aGVsbG8gd29ybGR=", "aGVsbG8gd29ybGQ", "aGVsbG8g_29ybGQ=")) {
      assertThatThrownBy(() -> Envelope.read(bytes(text.replace("aGVsbG8gd29ybGQ=", second))))
          .isInstanceOf(InvalidInputException.class);
    }
  }

  @Test
  void refusesEnvelopesThatAreNone() {
    for (String text :
        List.of("{}", "[]", "{\"payload\":\"\",\"payloadType\":\"\",\"signatures\":[]}")) {
      assertThatThrownBy(() -> Envelope.read(bytes(text)))
          .isInstanceOf(InvalidInputException.class);
    }
  }
}
