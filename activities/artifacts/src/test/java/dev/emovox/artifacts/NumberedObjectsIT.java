package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.local.Server;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("servers")
record NumberedObjectsIT(Server server) {
  private static S3Fixture s3;
  private static S3Connection connection;

  static Stream<Server> servers() {
    return S3Fixture.servers();
  }

  @BeforeParameterizedClassInvocation
  static void start(Server server) {
    s3 = new S3Fixture(server);
    connection = new S3Connection(s3.endpoint());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    connection.close();
    s3.close();
  }

  private static byte[] bytes(int number) {
    return ("{\"number\":" + number + "}").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void countsFromOneAndKeepsWhatIsWritten() {
    NumberedObjects objects = new NumberedObjects(connection, "counted");
    assertThat(objects.last()).isZero();
    assertThat(objects.read(1)).isEmpty();
    assertThat(objects.add(1, bytes(1))).isTrue();
    assertThat(objects.add(1, bytes(2))).isFalse();
    assertThat(objects.add(2, bytes(2))).isTrue();
    assertThat(objects.last()).isEqualTo(2);
    assertThat(objects.read(1)).hasValueSatisfying(read -> assertThat(read).isEqualTo(bytes(1)));
  }

  @Test
  void ofSeveralWritersOneWins() {
    NumberedObjects objects = new NumberedObjects(connection, "raced");
    List<Boolean> won =
        IntStream.range(0, 8).parallel().mapToObj(i -> objects.add(1, bytes(i))).toList();
    assertThat(won).containsOnlyOnce(true);
  }

  @Test
  void otherObjectsInTheFolderDoNotCount() {
    NumberedObjects objects = new NumberedObjects(connection, "mixed");
    objects.add(3, bytes(3));
    s3.tamper("mixed/notes.txt", bytes(9));
    s3.tamper("mixed2/00000009.json", bytes(9));
    assertThat(objects.last()).isEqualTo(3);
  }

  @Test
  void refusesWhatCanNotBeANumber() {
    NumberedObjects objects = new NumberedObjects(connection, "refused");
    assertThatThrownBy(() -> objects.add(0, bytes(0))).isInstanceOf(IllegalArgumentException.class);
  }
}
