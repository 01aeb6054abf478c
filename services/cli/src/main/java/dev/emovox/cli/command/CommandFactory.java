package dev.emovox.cli.command;

import dev.emovox.cli.console.GlobalOptions;
import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands by the constructor that takes the {@link Invocation}. */
final class CommandFactory implements IFactory {
  private final Invocation invocation;

  CommandFactory(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == GlobalOptions.class) {
      return type.cast(invocation.options());
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Invocation.class) {
        return type.cast(constructor.newInstance(invocation));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
