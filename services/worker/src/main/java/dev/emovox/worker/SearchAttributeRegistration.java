package dev.emovox.worker;

import dev.emovox.contracts.SearchAttributes;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.common.SearchAttributeKey;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure that Temporal knows the search attributes of the workflows. A service that doesn't let
 * us look or add is trusted to have them: the log says which they are.
 */
final class SearchAttributeRegistration {
  private static final Logger LOG = LoggerFactory.getLogger(SearchAttributeRegistration.class);

  private final TemporalConnection temporal;

  SearchAttributeRegistration(TemporalConnection temporal) {
    this.temporal = temporal;
  }

  /** Adds those that are missing; any number of workers may do so at once. */
  void ensure() {
    Map<String, IndexedValueType> missing = wanted();
    try {
      missing.keySet().removeAll(known().keySet());
      if (!missing.isEmpty()) {
        add(missing);
      }
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
        LOG.warn(
            "Temporal doesn't let the worker add search attributes ({}). If these are not there,"
                + " runs can't go on; ask whoever runs it to create them: {}",
            e.getStatus().getCode(),
            describe(missing));
      }
    }
  }

  private static Map<String, IndexedValueType> wanted() {
    return Stream.of(
            SearchAttributes.EXPERIMENT,
            SearchAttributes.STAGE,
            SearchAttributes.UNWEIGHTED_AVERAGE_RECALL)
        .collect(
            Collectors.toMap(
                SearchAttributeKey::getName,
                SearchAttributeKey::getValueType,
                (one, other) -> one,
                TreeMap::new));
  }

  private Map<String, IndexedValueType> known() {
    return temporal
        .operator()
        .blockingStub()
        .listSearchAttributes(
            ListSearchAttributesRequest.newBuilder().setNamespace(namespace()).build())
        .getCustomAttributesMap();
  }

  private void add(Map<String, IndexedValueType> missing) {
    temporal
        .operator()
        .blockingStub()
        .addSearchAttributes(
            AddSearchAttributesRequest.newBuilder()
                .setNamespace(namespace())
                .putAllSearchAttributes(missing)
                .build());
    LOG.info("Search attributes added: {}", describe(missing));
  }

  private static String describe(Map<String, IndexedValueType> attributes) {
    return attributes.entrySet().stream()
        .map(attribute -> attribute.getKey() + " (" + attribute.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  private String namespace() {
    return temporal.endpoint().namespace();
  }
}
