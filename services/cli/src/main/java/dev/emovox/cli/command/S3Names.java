package dev.emovox.cli.command;

import dev.emovox.local.home.S3Kind;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The S3 servers as they are written on the command line. */
final class S3Names implements ITypeConverter<S3Kind>, Iterable<String> {

  @Override
  public S3Kind convert(String name) {
    return Arrays.stream(S3Kind.values())
        .filter(kind -> written(kind).equals(name))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("'%s' is not seaweedfs or minio".formatted(name)));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(S3Kind.values()).map(S3Names::written).iterator();
  }

  private static String written(S3Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
