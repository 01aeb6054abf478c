package dev.emovox.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Tensors that differentiation reads own their memory. What DJL makes of Java's numbers shares
 * memory that is freed with its handle in Java; a gradient would be right or wrong as the garbage
 * collector pleases.
 */
class TensorMemoryTest {
  private static final String ENGINE = "ai.djl.";
  private static final String SHAPE = "ai.djl.ndarray.types.Shape";
  private static final String NUMBER = "java.lang.Number";

  /** The first copies into libtorch's memory, the second into tensors that are there. */
  private static final Set<String> COPIERS =
      Set.of(
          "dev.emovox.wav2vec2.kernels.NativeTensors", "dev.emovox.wav2vec2.training.TensorState");

  /** libtorch takes its limits as numbers. */
  private static final String CLIP = "clip";

  @Test
  void noTensorSharesJavasMemory() {
    noClasses()
        .should()
        .accessTargetWhere(describe("memory is lent to the engine", TensorMemoryTest::lends))
        .because("the engine may read numbers after Java has freed them; NativeTensors copies them")
        .check(Codebase.classes());
  }

  private static boolean lends(JavaAccess<?> access) {
    return !COPIERS.contains(access.getOriginOwner().getName()) && lends(access.getTarget());
  }

  private static boolean lends(AccessTarget target) {
    if (!(target instanceof CodeUnitAccessTarget method)
        || !target.getOwner().getName().startsWith(ENGINE)) {
      return false;
    }
    List<String> types = method.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    return switch (method.getName()) {
      case "create" -> !types.isEmpty() && !types.get(0).equals(SHAPE);
      case "set" -> true;
      case CLIP -> false;
      default -> types.contains(NUMBER);
    };
  }
}
