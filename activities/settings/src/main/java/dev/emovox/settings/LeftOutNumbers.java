package dev.emovox.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.io.Serial;

/** What is not written because it has its type's default is that default if it is not there. */
final class LeftOutNumbers extends NopAnnotationIntrospector {
  @Serial private static final long serialVersionUID = 1;

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    JsonInclude include = annotated.getAnnotation(JsonInclude.class);
    return include != null && include.value() == JsonInclude.Include.NON_DEFAULT
        ? JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)
        : JsonSetter.Value.empty();
  }
}
