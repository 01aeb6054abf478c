package dev.emovox.serving.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  private static final Instant NOW = Instant.parse("2026-01-31T14:30:00Z");

  @TempDir private Path folder;

  private final List<String> trouble = new ArrayList<>();
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("logs").resolve("audit.jsonl");
  }

  private static AuditEntry entry(String route) {
    return new AuditEntry(NOW, "0123456789ab", "app", "192.0.2.7", "POST", route, 403, 5);
  }

  @Test
  void writesALineForEachEntryThatOnlyItsOwnerReads() throws IOException {
    try (AuditLog log = new AuditLog(file, 10_000, 2, trouble::add)) {
      log.add(entry("/v1/emotions"));
      log.add(entry("/a\"\n{\"status\":200}"));
    }
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly("time", "key", "name", "address", "method", "route", "status", "bytes");
    assertThat(first.get("time").asText()).isEqualTo("2026-01-31T14:30:00Z");
    assertThat(new ObjectMapper().readTree(lines.get(1)).get("status").asInt()).isEqualTo(403);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(trouble).isEmpty();
  }

  @Test
  void goesOnInAFileThatIsThere() throws IOException {
    for (int i = 0; i < 2; i++) {
      try (AuditLog log = new AuditLog(file, 10_000, 2, trouble::add)) {
        log.add(entry("/" + i));
      }
    }
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void rotatesBySizeAndKeepsTheNewest() throws IOException {
    try (AuditLog log = new AuditLog(file, 400, 2, trouble::add)) {
      for (int i = 10; i < 30; i++) {
        log.add(entry("/" + i));
      }
    }
    try (var files = Files.list(file.getParent())) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("audit.jsonl", "audit.jsonl.1", "audit.jsonl.2");
    }
    assertThat(Files.size(file)).isLessThanOrEqualTo(400);
    List<String> kept = new ArrayList<>();
    for (String name : List.of("audit.jsonl.2", "audit.jsonl.1", "audit.jsonl")) {
      kept.addAll(Files.readAllLines(file.resolveSibling(name)));
    }
    assertThat(kept.get(kept.size() - 1)).contains("/29");
    for (int i = 0; i < kept.size(); i++) {
      assertThat(kept.get(i)).contains("\"/" + (30 - kept.size() + i) + "\"");
    }
  }

  @Test
  void refusesAPlaceThatCantBeWritten() {
    assertThatThrownBy(() -> new AuditLog(Path.of("/proc/audit.jsonl"), 1, 1, trouble::add))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("EMOVOX_SERVING_AUDIT_LOG");
  }
}
