package dev.emovox.inference;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.inference.packaging.BaselineDescription;
import dev.emovox.inference.packaging.PackageConsistency;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.inference.packaging.PackageScratch;
import dev.emovox.inference.packaging.Wav2Vec2Description;

/**
 * Reads model packages of every kind and verifies every byte of them.
 *
 * <p>Safe for use by several threads.
 */
public final class PackageReader {
  private final PackageScratch scratch;

  /** A reader that copies large files from elsewhere to {@code scratch} while they are used. */
  public PackageReader(PackageScratch scratch) {
    this.scratch = scratch;
  }

  /** A reader that copies to the folder for temporary files. */
  public PackageReader() {
    this(PackageScratch.temporary());
  }

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
    return description instanceof Wav2Vec2Description network
        ? Wav2Vec2Package.read(source, network, index, scratch)
        : BaselinePackage.read(source, (BaselineDescription) description, index);
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

  /**
   * Reads every byte of a package and throws it away.
   *
   * @throws InvalidInputException as {@link #read(PackageFiles, Digest)}
   */
  public void verify(PackageFiles source, Digest expected) {
    read(source, expected).close();
  }
}
