#!/usr/bin/env python3
"""Writes the golden values that the Java tests compare with, by PyTorch and transformers.

    pip install torch==2.7.1 transformers==5.23.0 safetensors==0.8.0 numpy
    python make_goldens.py ../resources/golden

The same versions on the same kind of processor give the same bytes. Each folder NAME is a checkpoint as
save_pretrained writes it (config.json, preprocessor_config.json, model.safetensors) and beside it

expected.safetensors
    waveform.I            raw samples of clip I, as recorded
    alone.*               every clip run by itself, without padding; what a clip must give in any batch
    batch.*               all clips as one batch, padded (and masked, if the checkpoint asks for it) by transformers
      *.hidden.L          hidden state L, L = 0 is the first layer's input; alone: the clips' rows one after the other,
                          (rows, hidden size); batch: (clips, rows, hidden size)
      *.last              what leaves the transformer, shaped like a hidden state
      *.pooled, *.logits  (clips, …)
      *.grad.PARAMETER    gradient of weighted_loss; parameters without one are not there
    curve.PARAMETER       parameters after the last step of the curve
expected.json
    labels, class_weights, label_smoothing, and for alone and batch: loss (plain cross-entropy), weighted_loss (with
    class weights and label smoothing)
curve.json
    twenty steps of torch.optim.AdamW on clips run by themselves, dropout off: learning_rate, betas, eps,
    weight_decay, clip_norm (torch.nn.utils.clip_grad_norm_), steps: [{clips (indices of waveforms), loss (before the
    step), grad_norm (before clipping)}], loss_after (of the last step's clips)

activations.safetensors holds x and, for each activation NAME that the Java side knows, NAME.y and NAME.grad (of the sum of y).
masked/ is run in training mode with a SpecAugment that leaves nothing to chance: a span is as long as the longer clip,
so that one is masked whole and the other not at all; it has no alone.* (nor is there a need: both are the same there).
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from transformers import HubertConfig, HubertForSequenceClassification, Wav2Vec2Config
from transformers import Wav2Vec2FeatureExtractor, Wav2Vec2ForSequenceClassification
from transformers.activations import ACT2FN

SMALL = dict(
    hidden_size=32,
    num_hidden_layers=2,
    num_attention_heads=4,
    intermediate_size=48,
    conv_dim=(16,) * 7,
    num_conv_pos_embeddings=16,
    num_conv_pos_embedding_groups=4,
    classifier_proj_size=24,
    initializer_range=0.2,
    id2label={0: "neutral", 1: "happy", 2: "sad", 3: "angry"},
    label2id={"neutral": 0, "happy": 1, "sad": 2, "angry": 3},
)
LARGE = dict(feat_extract_norm="layer", conv_bias=True, do_stable_layer_norm=True)
FIXTURES = {
    "base": (Wav2Vec2Config, {}, dict(return_attention_mask=False), (6000, 4100, 5300)),
    "xlsr": (Wav2Vec2Config, LARGE, dict(return_attention_mask=True), (4000, 6000, 5111)),
    "hubert": (HubertConfig, {}, dict(return_attention_mask=False), (5000, 4321)),
    "hubert_large": (
        HubertConfig,
        LARGE | dict(feat_proj_layer_norm=False, num_conv_pos_embeddings=7),
        dict(return_attention_mask=True, do_normalize=False),
        (4400, 5600),
    ),
    "weighted": (
        Wav2Vec2Config,
        dict(use_weighted_layer_sum=True, hidden_act="silu", feat_extract_activation="relu", num_conv_pos_embeddings=9),
        dict(return_attention_mask=True),
        (5000, 4600),
    ),
    "weighted_large": (
        Wav2Vec2Config,
        LARGE
        | dict(
            use_weighted_layer_sum=True,
            hidden_act="gelu_new",
            feat_extract_activation="gelu_pytorch_tanh",
            conv_dim=(12, 16, 20),
            conv_kernel=(40, 8, 4),
            conv_stride=(20, 8, 2),
            layer_norm_eps=1e-4,
            num_hidden_layers=3,
        ),
        dict(return_attention_mask=True, padding_value=0.5),
        (4000, 5500),
    ),
    "adapter": (
        Wav2Vec2Config,
        LARGE | dict(adapter_attn_dim=6, num_hidden_layers=1, conv_dim=(16, 16), conv_kernel=(40, 8), conv_stride=(40, 8)),
        dict(return_attention_mask=True),
        (4300, 5700),
    ),
    "masked": (
        Wav2Vec2Config,
        LARGE
        | dict(
            mask_time_prob=1.0,
            mask_time_length=17,
            hidden_dropout=0.0,
            attention_dropout=0.0,
            activation_dropout=0.0,
            feat_proj_dropout=0.0,
            layerdrop=0.0,
        ),
        dict(return_attention_mask=True),
        (5700, 4300),
    ),
}
CURVES = ("base", "xlsr", "hubert")
CLASS_WEIGHTS = [0.5, 2.0, 1.0, 1.5]
LABEL_SMOOTHING = 0.1
ACTIVATIONS = (
    "gelu gelu_python gelu_new gelu_pytorch_tanh gelu_python_tanh gelu_fast gelu_accurate quick_gelu gelu_10 relu relu2"
    " relu6 leaky_relu silu swish mish hardswish sigmoid tanh linear"
).split()


def waveform(samples, rng):
    """Something like speech: a gliding harmonic tone with an envelope, in noise, off centre."""
    time = np.arange(samples) / 16000
    pitch = rng.uniform(90, 250) * (1 + 0.3 * np.sin(2 * np.pi * rng.uniform(1, 4) * time))
    phase = 2 * np.pi * np.cumsum(pitch) / 16000
    tone = sum(np.sin(k * phase) / k for k in range(1, 12))
    envelope = np.sin(np.pi * time / time[-1]) ** 2
    return (0.1 * tone * envelope + 0.02 * rng.standard_normal(samples) + 0.03).astype(np.float32)


def model_of(config_class, settings):
    model_class = HubertForSequenceClassification if config_class is HubertConfig else Wav2Vec2ForSequenceClassification
    model = model_class(config_class(**(SMALL | settings)))
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name.endswith("weight") and parameter.dim() == 1 or name.endswith("original0"):
                parameter.mul_(1 + 0.2 * torch.rand_like(parameter))
            elif parameter.dim() == 1:
                parameter.add_(0.1 * torch.randn_like(parameter))
    return model


class Run:
    """One way of running all clips: logits, and the states on the way."""

    def __init__(self, model, rows):
        self.model = model
        self.logits, self.pooled, self.last, self.hidden = [], [], [], []
        self.rows = rows

    def add(self, inputs):
        hook = self.model.classifier.register_forward_pre_hook(lambda module, args: self.pooled.append(args[0]))
        encoder = getattr(self.model, self.model.base_model_prefix)
        last = encoder.register_forward_hook(lambda module, args, out: self.last.append(out[0]))
        out = self.model(**inputs, output_hidden_states=True)
        hook.remove()
        last.remove()
        self.logits.append(out.logits)
        self.hidden.append(out.hidden_states)

    def tensors(self, prefix):
        out = {prefix + "logits": torch.cat(self.logits), prefix + "pooled": torch.cat(self.pooled)}
        join = (lambda states: torch.cat([s.flatten(0, 1) for s in states])) if self.rows else (lambda states: states[0])
        out[prefix + "last"] = join(self.last)
        for layer in range(len(self.hidden[0])):
            out[f"{prefix}hidden.{layer}"] = join([states[layer] for states in self.hidden])
        return out


def run(model, extractor, clips, alone):
    result = Run(model, alone)
    groups = [[clip] for clip in clips] if alone else [clips]
    for group in groups:
        result.add(extractor(group, sampling_rate=16000, padding=True, return_tensors="pt"))
    return result


def losses(logits, labels):
    plain = torch.nn.functional.cross_entropy(logits, labels)
    weights = torch.tensor(CLASS_WEIGHTS)
    weighted = torch.nn.functional.cross_entropy(logits, labels, weights, label_smoothing=LABEL_SMOOTHING)
    return plain, weighted


def golden(model, extractor, clips, labels):
    tensors, numbers = {}, {}
    # In training mode transformers refuses a clip alone that is shorter than a masked span.
    for kind in ("batch",) if model.training else ("alone", "batch"):
        model.zero_grad()
        outcome = run(model, extractor, clips, kind == "alone")
        plain, weighted = losses(torch.cat(outcome.logits), labels)
        weighted.backward()
        tensors |= outcome.tensors(kind + ".")
        tensors |= {f"{kind}.grad.{n}": p.grad for n, p in model.named_parameters() if p.grad is not None}
        numbers[kind] = dict(loss=plain.item(), weighted_loss=weighted.item())
    return tensors, numbers


def curve(model, extractor, clips, labels, clip_norm):
    settings = dict(learning_rate=5e-4, betas=[0.9, 0.98], eps=1e-8, weight_decay=0.05, clip_norm=clip_norm)
    optimiser = torch.optim.AdamW(
        model.parameters(), settings["learning_rate"], settings["betas"], settings["eps"], settings["weight_decay"]
    )
    batches = [[0, 1], [1, 2], [2, 0], [0, 1, 2]] if len(clips) > 2 else [[0, 1], [1], [0]]
    steps = []

    def loss_of(batch):
        logits = torch.cat(run(model, extractor, [clips[i] for i in batch], True).logits)
        return torch.nn.functional.cross_entropy(logits, labels[batch])

    for step in range(20):
        batch = batches[step % len(batches)]
        optimiser.zero_grad()
        loss = loss_of(batch)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), clip_norm or 1e9)
        optimiser.step()
        steps.append(dict(clips=batch, loss=loss.item(), grad_norm=norm.item()))
    settings["steps"] = steps
    settings["loss_after"] = loss_of(batches[19 % len(batches)]).item()
    return settings


def write_json(path, value):
    path.write_text(json.dumps(value, indent=1) + "\n")


def fixture(folder, name):
    config_class, settings, preprocessing, lengths = FIXTURES[name]
    seed = sum(map(ord, name))
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = model_of(config_class, settings)
    model.train(name == "masked")
    extractor = Wav2Vec2FeatureExtractor(**preprocessing)
    folder.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(folder)
    extractor.save_pretrained(folder)
    clips = [waveform(samples, rng) for samples in lengths]
    labels = torch.tensor([2, 0, 3][: len(clips)])
    tensors, numbers = golden(model, extractor, clips, labels)
    tensors |= {f"waveform.{i}": torch.tensor(clip) for i, clip in enumerate(clips)}
    if name in CURVES:
        write_json(folder / "curve.json", curve(model, extractor, clips, labels, 1.0 if name == "xlsr" else None))
        tensors |= {f"curve.{n}": p for n, p in model.named_parameters()}
    save_file({k: v.detach().contiguous().clone() for k, v in sorted(tensors.items())}, folder / "expected.safetensors")
    settings = dict(labels=labels.tolist(), class_weights=CLASS_WEIGHTS, label_smoothing=LABEL_SMOOTHING)
    write_json(folder / "expected.json", settings | numbers)
    print(name, sum(p.numel() for p in model.parameters()), numbers)


def activations(path):
    x = torch.cat([torch.linspace(-12, 12, 240), torch.zeros(1), torch.randn(64, generator=torch.Generator().manual_seed(1))])
    tensors = {"x": x.clone()}
    for name in ACTIVATIONS:
        leaf = x.clone().requires_grad_()
        y = ACT2FN[name](leaf)
        y.sum().backward()
        tensors |= {f"{name}.y": y.detach().clone(), f"{name}.grad": leaf.grad.clone()}
    save_file(tensors, path)


def main(root):
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    for name in FIXTURES:
        fixture(root / name, name)
    activations(root / "activations.safetensors")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
