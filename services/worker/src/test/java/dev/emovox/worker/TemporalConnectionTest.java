package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.TemporalEndpoint;
import dev.emovox.settings.TemporalTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalConnectionTest {

  @Test
  void aServerThatIsAwayIsAnObstacleWithItsAddress() {
    TemporalEndpoint nowhere = new TemporalEndpoint("127.0.0.1:1", "default", Optional.empty());
    try (TemporalConnection temporal = new TemporalConnection(nowhere)) {
      assertThat(new TemporalReadiness(temporal).obstacle())
          .hasValueSatisfying(why -> assertThat(why).contains("127.0.0.1:1"));
    }
  }

  @Test
  void filesThatAreNoCertificatesAreRefused(@TempDir Path folder) throws IOException {
    Path certificate = Files.writeString(folder.resolve("client.pem"), "not a certificate");
    TemporalTls tls =
        new TemporalTls(Optional.empty(), Optional.of(certificate), Optional.of(certificate));
    TemporalEndpoint endpoint = new TemporalEndpoint("127.0.0.1:1", "default", Optional.of(tls));

    assertThatThrownBy(() -> new TemporalConnection(endpoint))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("EMOVOX_TEMPORAL_TLS_CERT_FILE");
  }
}
