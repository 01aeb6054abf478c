"""Makes the tiny checkpoints and the hostile pickles of the checkpoint tests.

    pip install torch==2.7.1 transformers==5.23.0 safetensors==0.8.0 numpy
    python make_checkpoints.py ../resources/checkpoints

One model is written in every form: the expected numbers of all of them are those of its
safetensors form in `plain`. The hostile pickles would leave a file named `pickle-was-run` behind if
anything executed them; making them executes nothing.
"""

import io
import json
import pickle
import shutil
import struct
import sys
import zipfile
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from transformers import (
    HubertConfig,
    HubertForSequenceClassification,
    Wav2Vec2Config,
    Wav2Vec2FeatureExtractor,
    Wav2Vec2ForCTC,
    Wav2Vec2ForPreTraining,
    Wav2Vec2ForSequenceClassification,
    Wav2Vec2Model,
)

LABELS = {0: "angry", 1: "happy", 2: "sad"}
TINY = dict(
    hidden_size=8,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=12,
    conv_dim=(4, 4),
    conv_stride=(5, 2),
    conv_kernel=(10, 3),
    num_conv_pos_embeddings=4,
    num_conv_pos_embedding_groups=2,
    classifier_proj_size=4,
    codevector_dim=4,
    proj_codevector_dim=4,
    num_codevectors_per_group=4,
    vocab_size=6,
    id2label=LABELS,
    label2id={name: index for index, name in LABELS.items()},
)
RUN = "open('pickle-was-run', 'w')"


def save(model, folder):
    torch.manual_seed(2)
    for parameter in model.parameters():
        torch.nn.init.normal_(parameter)
    model.save_pretrained(folder)
    Wav2Vec2FeatureExtractor().save_pretrained(folder)


def twin(plain, folder):
    """A folder with the documents of `plain`, for weights in another form."""
    folder.mkdir(parents=True)
    for name in ("config.json", "preprocessor_config.json"):
        shutil.copy(plain / name, folder / name)
    return folder


def old_spelling(state):
    spelling = {"parametrizations.weight.original0": "weight_g", "parametrizations.weight.original1": "weight_v"}
    renamed = {}
    for name, tensor in state.items():
        for new, old in spelling.items():
            name = name.replace(new, old)
        renamed[name] = tensor
    return renamed


def shard(state, folder, stem, suffix, writer):
    names = sorted(state)
    halves = (names[: len(names) // 2], names[len(names) // 2 :])
    weight_map = {}
    for number, half in enumerate(halves, start=1):
        file = f"{stem}-{number:05d}-of-00002.{suffix}"
        writer({name: state[name] for name in half}, folder / file)
        weight_map.update({name: file for name in half})
    index = {"metadata": {"total_size": sum(t.nbytes for t in state.values())}, "weight_map": weight_map}
    (folder / f"{stem}.{suffix}.index.json").write_text(json.dumps(index, indent=2))


def save_safetensors(state, path):
    save_file(state, path, metadata={"format": "pt"})


def forms(root):
    plain = root / "plain"
    model = Wav2Vec2ForSequenceClassification(Wav2Vec2Config(**TINY))
    save(model, plain)
    state = load_file(plain / "model.safetensors")
    for name, dtype in (("float16", torch.float16), ("bfloat16", torch.bfloat16), ("float64", torch.float64)):
        converted = {key: tensor.to(dtype) for key, tensor in state.items()}
        save_safetensors(converted, twin(plain, root / name) / "model.safetensors")
        torch.save(converted, twin(plain, root / f"{name}-pickle") / "pytorch_model.bin")
    torch.save(model.state_dict(), twin(plain, root / "pickle-zip") / "pytorch_model.bin")
    old = twin(plain, root / "pickle-old") / "pytorch_model.bin"
    torch.save(model.state_dict(), old, _use_new_zipfile_serialization=False)
    protocol4 = twin(plain, root / "pickle-protocol4") / "pytorch_model.bin"
    torch.save(dict(model.state_dict()), protocol4, pickle_protocol=4)
    parameters = {name: torch.nn.Parameter(tensor) for name, tensor in state.items()}
    torch.save(parameters, twin(plain, root / "pickle-parameters") / "pytorch_model.bin")
    save_safetensors(old_spelling(state), twin(plain, root / "old-spelling") / "model.safetensors")
    shard(state, twin(plain, root / "sharded"), "model", "safetensors", save_safetensors)
    shard(state, twin(plain, root / "sharded-pickle"), "pytorch_model", "bin", torch.save)
    torch.save(strided(state), twin(plain, root / "pickle-strided") / "pytorch_model.bin")
    without = {name: tensor for name, tensor in state.items() if not name.endswith("masked_spec_embed")}
    save_safetensors(without, twin(plain, root / "no-mask-embedding") / "model.safetensors")
    processor = twin(plain, root / "processor") / "processor_config.json"
    extractor = json.loads((root / "processor" / "preprocessor_config.json").read_text())
    (root / "processor" / "preprocessor_config.json").unlink()
    processor.write_text(json.dumps({"feature_extractor": extractor, "processor_class": "Wav2Vec2Processor"}))
    save_safetensors(state, root / "processor" / "model.safetensors")
    return plain


def strided(state):
    """The same numbers, with vectors that share one storage and matrices stored by columns."""
    vectors = [name for name, tensor in state.items() if tensor.dim() == 1]
    shared = torch.cat([state[name] for name in vectors])
    result, begin = {}, 0
    for name in vectors:
        result[name] = shared[begin : begin + len(state[name])]
        begin += len(state[name])
    for name, tensor in state.items():
        if tensor.dim() > 1:
            order = tuple(reversed(range(tensor.dim())))
            result[name] = tensor.permute(order).contiguous().permute(order)
    return result


def architectures(root):
    config = Wav2Vec2Config(**TINY)
    save(Wav2Vec2Model(config), root / "bare")
    save(Wav2Vec2ForCTC(config), root / "recognition")
    save(Wav2Vec2ForPreTraining(config), root / "pre-training")
    hubert = {key: value for key, value in TINY.items() if "code" not in key}
    save(HubertForSequenceClassification(HubertConfig(**hubert)), root / "hubert")
    weighted = Wav2Vec2Config(**TINY, use_weighted_layer_sum=True)
    save(Wav2Vec2ForSequenceClassification(weighted), root / "weighted")


class Call:
    """Pickles as a call of a function."""

    def __init__(self, function, *arguments):
        self.reduced = (function, arguments)

    def __reduce__(self):
        return self.reduced


def archive(path, data, **more):
    """A file of PyTorch's zip form around a pickle."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as out:
        for name, content in {"data.pkl": data, "byteorder": b"little", "version": b"3\n", **more}.items():
            out.writestr(zipfile.ZipInfo(f"archive/{name}"), content)


def global_opcode(module, name):
    return b"c" + module.encode() + b"\n" + name.encode() + b"\n"


def text(value):
    return b"X" + struct.pack("<I", len(value)) + value.encode()


def hostile(folder):
    import os

    folder.mkdir(parents=True)
    run = text(RUN)
    shell = "touch pickle-was-run"
    pickles = {
        "os-system": pickle.dumps(Call(os.system, shell), 2),
        "os-system-stack-global": pickle.dumps(Call(os.system, shell), 4),
        "os-system-among-tensors": pickle.dumps({"lm_head.weight": Call(os.system, shell)}, 2),
        "eval": pickle.dumps(Call(eval, RUN), 2),
        "exec": pickle.dumps({"a": Call(exec, RUN)}, 5),
        "getattr": b"\x80\x02" + global_opcode("builtins", "getattr") + b".",
        "torch-load": b"\x80\x02" + global_opcode("torch.serialization", "load") + text("x") + b"\x85R.",
        "torch-hub": b"\x80\x02" + global_opcode("torch.hub", "load") + text("x") + text("y") + b"\x86R.",
        "dotted-name": b"\x80\x04" + text("torch") + text("_utils._rebuild_tensor_v2.__globals__") + b"\x93.",
        "dotted-allowed": b"\x80\x02" + global_opcode("collections", "OrderedDict.fromkeys") + b".",
        "module-of-allowed": b"\x80\x02" + global_opcode("torch", "_utils") + b".",
        "numpy": pickle.dumps({"a": __import__("numpy").ones(3)}, 2),
        "storage-called": b"\x80\x02" + global_opcode("torch", "FloatStorage") + run + b"\x85R.",
        "string-called": b"\x80\x02" + text("os.system") + run + b"\x85R.",
        "dictionary-with-arguments": b"\x80\x02" + global_opcode("collections", "OrderedDict") + b"](" + run + b"e\x85R.",
        "extension-1": b"\x80\x02\x82\x01.",
        "extension-2": b"\x80\x02\x83\x01\x00.",
        "extension-4": b"\x80\x02\x84\x01\x00\x00\x00.",
        "inst": b"(" + run + b"ios\nsystem\n.",
        "obj": b"(" + global_opcode("os", "system") + run + b"o.",
        "newobj": b"\x80\x02" + global_opcode("subprocess", "Popen") + run + b"\x85\x81.",
        "newobj-allowed": b"\x80\x02" + global_opcode("collections", "OrderedDict") + b")\x81.",
        "newobj-ex": b"\x80\x04" + global_opcode("collections", "OrderedDict") + b")}\x92.",
        "persistent-text": b"Pmodule\n.",
        "persistent-module": b"\x80\x02(" + text("module") + text("x") + text("y") + b"tQ.",
        "build-on-list": b"\x80\x02]}" + text("__class__") + run + b"sb.",
        "bytes": b"\x80\x03C\x03abc.",
        "set": b"\x80\x04\x8f.",
        "whole-module": whole_module(),
    }
    for name, data in pickles.items():
        archive(folder / f"{name}.bin", data)
    old = b"".join(pickle.dumps(part, 2) for part in (0x1950A86A20F9469CFC6C, 1001, {"little_endian": True}))
    (folder / "old-form-os-system.bin").write_bytes(old + pickles["os-system"])
    (folder / "old-form-first-pickle.bin").write_bytes(pickles["os-system"])


def whole_module():
    buffer = io.BytesIO()
    torch.save(torch.nn.Linear(2, 2), buffer)
    with zipfile.ZipFile(buffer) as archive_of_module:
        name = next(name for name in archive_of_module.namelist() if name.endswith("data.pkl"))
        return archive_of_module.read(name)


def main(root):
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    forms(root)
    architectures(root)
    hostile(root / "hostile")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
