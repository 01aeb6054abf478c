"""Writes a checkpoint with random parameters as transformers does, and what it answers to a few clips.

    python make_checkpoint.py --size base --checkpoint base --reference base-reference.safetensors

Sizes: `base` has the defaults of Wav2Vec2Config (95 million parameters, group norm), `large` the
configuration of facebook/wav2vec2-large-xlsr-53 (317 million, layer norm), `tiny` is for trying the
scripts out. All have a head for seven emotions. The reference holds clips of noise and tones as
`clip_N` and the logits of each of them alone as `logits_N`.
"""

import argparse
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import Wav2Vec2Config, Wav2Vec2FeatureExtractor, Wav2Vec2ForSequenceClassification

LABELS = ["angry", "disgust", "fear", "happy", "neutral", "sad", "surprise"]
RATE = 16_000
SECONDS = (0.3, 1.0, 2.37, 4.0)
LARGE = dict(
    hidden_size=1024,
    num_hidden_layers=24,
    num_attention_heads=16,
    intermediate_size=4096,
    feat_extract_norm="layer",
    conv_bias=True,
    do_stable_layer_norm=True,
    feat_proj_dropout=0.1,
    mask_time_prob=0.075,
)
TINY = dict(hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=48)
SIZES = {"base": {}, "large": LARGE, "tiny": TINY}


def make_model(size):
    labels = dict(enumerate(LABELS))
    config = Wav2Vec2Config(
        **SIZES[size], id2label=labels, label2id={name: index for index, name in labels.items()}
    )
    model = Wav2Vec2ForSequenceClassification(config)
    with torch.no_grad():
        # Biases begin as zeros and norms as ones: moved a little, so that none can be mixed up.
        for parameter in model.parameters():
            parameter.add_(torch.randn_like(parameter), alpha=0.02)
    return model.eval()


def make_clip(seconds):
    samples = int(seconds * RATE)
    time = torch.arange(samples) / RATE
    tone = torch.sin(2 * torch.pi * (110 + 330 * torch.rand(1)) * time)
    return (0.2 * tone + 0.05 * torch.randn(samples)).float()


def make_reference(model, extractor, clips):
    reference = {}
    for index, clip in enumerate(clips):
        inputs = extractor(clip.numpy(), sampling_rate=RATE, return_tensors="pt")
        with torch.inference_mode():
            reference[f"logits_{index}"] = model(**inputs).logits[0].clone()
        reference[f"clip_{index}"] = clip
    return reference


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", choices=SIZES, default="base")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bin", action="store_true", help="pytorch_model.bin, not model.safetensors")
    parser.add_argument("--checkpoint", type=Path, required=True, help="folder to write")
    parser.add_argument("--reference", type=Path, required=True, help="file to write")
    chosen = parser.parse_args()
    torch.manual_seed(chosen.seed)
    model = make_model(chosen.size)
    extractor = Wav2Vec2FeatureExtractor(return_attention_mask=chosen.size == "large")
    model.save_pretrained(chosen.checkpoint)
    extractor.save_pretrained(chosen.checkpoint)
    if chosen.bin:
        (chosen.checkpoint / "model.safetensors").unlink()
        torch.save(model.state_dict(), chosen.checkpoint / "pytorch_model.bin")
    save_file(make_reference(model, extractor, [make_clip(s) for s in SECONDS]), chosen.reference)
    count = sum(parameter.numel() for parameter in model.parameters())
    print(f"{chosen.size}: {count} parameters in {chosen.checkpoint}")


if __name__ == "__main__":
    main()
