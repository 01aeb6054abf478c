package dev.emovox.settings.yaml;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.emovox.domain.InvalidInputException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Creates a value by calling a constructor or factory, and turns its complaints into errors with a
 * place.
 *
 * @param target the constructor or static method
 */
record Delegate(Executable target) {

  /** The one-argument {@code @JsonCreator} of a type whose written form is another type's. */
  static Optional<Delegate> of(Class<?> type) {
    return Stream.concat(Stream.of(type.getDeclaredConstructors()), Stream.of(factories(type)))
        .filter(executable -> executable.isAnnotationPresent(JsonCreator.class))
        .filter(executable -> executable.getParameterCount() == 1)
        .map(Delegate::new)
        .findFirst();
  }

  private static Executable[] factories(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .toArray(Executable[]::new);
  }

  Type parameter() {
    return target.getGenericParameterTypes()[0];
  }

  Object create(Object argument, Place place) {
    return create(new Object[] {argument}, place);
  }

  Object create(Object[] arguments, Place place) {
    try {
      return call(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException
          || e.getCause() instanceof InvalidInputException) {
        throw place.error(e.getCause().getMessage(), e.getCause());
      }
      throw new IllegalStateException(target + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(target + " can't be called", e);
    }
  }

  private Object call(Object[] arguments) throws ReflectiveOperationException {
    target.setAccessible(true);
    return target instanceof Constructor<?> constructor
        ? constructor.newInstance(arguments)
        : ((Method) target).invoke(null, arguments);
  }
}
