package dev.emovox.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortsTest {
  private final FreePorts ports = new FreePorts();

  @Test
  void passesOverPortsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(FreePorts.isFree(taken.getLocalPort())).isFalse();
      assertThat(ports.take(taken.getLocalPort())).isFalse();
      assertThat(ports.near(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
    }
  }

  @Test
  void givesNoPortTwice() {
    int first = ports.any();
    Set<Integer> given = new HashSet<>(List.of(first));
    for (int i = 0; i < 20; i++) {
      assertThat(given.add(ports.near(first))).isTrue();
      assertThat(given.add(ports.any())).isTrue();
    }
  }

  @Test
  void leavesReservedPortsAlone() {
    int free = new FreePorts().any();
    ports.reserve(List.of(free));
    assertThat(ports.near(free)).isNotEqualTo(free);
  }
}
