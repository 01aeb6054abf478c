package dev.emovox.wav2vec2.kernels;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A compiled TorchScript module without parameters. Safe for use by several threads. */
final class KernelModule implements AutoCloseable {
  private final NDManager manager;
  private final PtSymbolBlock module;
  private final Map<String, NDArray> methods = new ConcurrentHashMap<>();
  private final Map<Double, NDArray> numbers = new ConcurrentHashMap<>();

  private KernelModule(NDManager manager, PtSymbolBlock module) {
    this.manager = manager;
    this.module = module;
  }

  /**
   * Compiles a module.
   *
   * @param name of its class
   * @throws ai.djl.engine.EngineException if libtorch does not know one of its operators
   */
  static KernelModule load(String name, String source) {
    NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    byte[] archive = TorchScriptArchive.of(name, source);
    try {
      return new KernelModule(
          manager,
          JniUtils.loadModule(
              (PtNDManager) manager, new ByteArrayInputStream(archive), false, false));
    } catch (IOException e) {
      manager.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /** DJL's one way to a method that records for automatic differentiation takes tensors only. */
  NDArray call(String method, NDList arguments) {
    arguments.add(methods.computeIfAbsent(method, this::selector));
    JniUtils.setGraphExecutorOptimize(false);
    return IValueUtils.forward(module, arguments, true).singletonOrThrow();
  }

  /** libtorch's optimiser of graphs is off: it compiles anew for each new shape. */
  IValue run(String method, IValue... arguments) {
    JniUtils.setGraphExecutorOptimize(false);
    return IValueUtils.runMethod(module, method, arguments);
  }

  /** A number as a tensor of no dimension, which is what {@link #call} takes. */
  NDArray number(double value) {
    return numbers.computeIfAbsent(value, number -> kept(NativeTensors.number(manager, number)));
  }

  private NDArray selector(String method) {
    NDArray name = kept(NativeTensors.number(manager, 0f));
    name.setName("module_method:" + method);
    return name;
  }

  /** Out of the scope of the thread that happened to need it first. */
  private static NDArray kept(NDArray array) {
    NDScope.unregister(array);
    return array;
  }

  @Override
  public void close() {
    module.close();
    manager.close();
  }
}
