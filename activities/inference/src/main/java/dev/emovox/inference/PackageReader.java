package dev.emovox.inference;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.inference.packaging.BaselineDescription;
import dev.emovox.inference.packaging.PackageConsistency;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackageFiles;

/**
 * Reads model packages of every kind and verifies every byte of them.
 *
 * <p>Safe for use by several threads.
 */
public final class PackageReader {

  /**
   * Reads a package.
   *
   * @throws InvalidInputException if anything is missing, too many, changed, inconsistent or not
   *     known to this version of the program
   */
  public ModelPackage read(PackageFiles source) {
    byte[] index = source.read(PackageDescription.FILE);
    PackageDescription description = PackageDescription.read(index);
    return read(source, description, index);
  }

  private ModelPackage read(PackageFiles source, PackageDescription description, byte[] index) {
    return BaselinePackage.read(source, (BaselineDescription) description, index);
  }

  /**
   * Reads a package that must be a certain one.
   *
   * @throws InvalidInputException as {@link #read(PackageFiles)}, and if it is another package
   */
  public ModelPackage read(PackageFiles source, Digest expected) {
    byte[] index = source.read(PackageDescription.FILE);
    Digest found = Digest.of(index);
    PackageConsistency.require(
        found.equals(expected), "its digest is " + found + ", and " + expected + " was asked for");
    return read(source, PackageDescription.read(index), index);
  }
}
