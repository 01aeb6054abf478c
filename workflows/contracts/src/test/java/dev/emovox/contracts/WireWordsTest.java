package dev.emovox.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that recorded histories and other programs hold: none of them may change. */
class WireWordsTest {
  private final DataConverter converter = DefaultDataConverter.newDefaultInstance();

  private record Words(Class<? extends Enum<?>> type, List<String> words) {}

  static Stream<Words> words() {
    return Stream.of(
        new Words(
            PromotionState.class,
            List.of(
                "verifying",
                "judging",
                "waiting_for_approval",
                "deciding",
                "watching",
                "done",
                "refused",
                "rejected",
                "failed")),
        new Words(DriftResponse.Action.class, List.of("noted", "retraining", "waiting", "refused")),
        new Words(PromotionKind.class, List.of("promotion", "rollback", "resumption")));
  }

  @ParameterizedTest
  @MethodSource("words")
  void everyConstantHasItsWord(Words expected) {
    List<? extends Enum<?>> constants = List.of(expected.type().getEnumConstants());
    List<Payload> payloads =
        constants.stream().map(constant -> converter.toPayload(constant).orElseThrow()).toList();

    assertThat(payloads)
        .extracting(payload -> payload.getData().toStringUtf8())
        .isEqualTo(expected.words().stream().map(word -> '"' + word + '"').toList());
    assertThat(payloads)
        .extracting(payload -> converter.fromPayload(payload, expected.type(), expected.type()))
        .isEqualTo(constants);
  }
}
