package dev.emovox.wav2vec2.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pickles that Python would execute: refused by name, and nothing happens. */
class HostilePickleTest {

  @ParameterizedTest
  @MethodSource("dev.emovox.wav2vec2.checkpoint.Fixtures#hostile")
  void everyOneIsRefused(Path file) {
    assertThatThrownBy(() -> PickleFile.open(file).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(file.getFileName().toString());
    assertThat(Path.of("pickle-was-run")).doesNotExist();
    assertThat(Files.exists(file.resolveSibling("pickle-was-run"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "os-system,                  the name posix.system",
    "os-system-stack-global,     the name posix.system",
    "os-system-among-tensors,    the name posix.system",
    "old-form-os-system,         the name posix.system",
    "old-form-first-pickle,      the name posix.system",
    "eval,                       the name __builtin__.eval",
    "exec,                       the name builtins.exec",
    "getattr,                    the name builtins.getattr",
    "torch-load,                 the name torch.serialization.load",
    "torch-hub,                  the name torch.hub.load",
    "dotted-name,                the name torch._utils._rebuild_tensor_v2.__globals__",
    "dotted-allowed,             the name collections.OrderedDict.fromkeys",
    "module-of-allowed,          the name torch._utils",
    "numpy,                      the name numpy",
    "newobj,                     the name subprocess.Popen",
    "storage-called,             a call of torch.FloatStorage",
    "string-called,              a call of what is no known function",
    "dictionary-with-arguments,  an OrderedDict made with arguments",
    "extension-1,                the instruction EXT1",
    "extension-2,                the instruction EXT2",
    "extension-4,                the instruction EXT4",
    "inst,                       the instruction INST",
    "obj,                        the name os.system",
    "newobj-allowed,             the instruction NEWOBJ",
    "newobj-ex,                  the instruction NEWOBJ_EX",
    "persistent-text,            the instruction PERSID",
    "persistent-module,          a persistent id that is no storage",
    "build-on-list,              attributes set on what is no dictionary",
    "bytes,                      the instruction SHORT_BINBYTES",
    "set,                        the instruction EMPTY_SET",
    "whole-module,               the name torch.nn.modules.linear.Linear"
  })
  void whatIsRefusedIsNamedWithAdvice(String file, String what) {
    assertThatThrownBy(() -> PickleFile.open(Fixtures.path("hostile/" + file + ".bin")).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(what, "Nothing was run", "model.state_dict()");
  }
}
