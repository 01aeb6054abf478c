"""Compares a checkpoint that Emovox exported with the one that transformers wrote.

    python compare.py --original base --exported base-exported \
        --reference base-reference.safetensors --answers base-answers.safetensors

Loads both with transformers and exits with an error unless all parameters are equal bit for bit,
labels and preprocessing are the same, and Emovox's logits (`logits_N` in the answers), those of the
exported model and those of the reference agree within the tolerance.
"""

import argparse
import sys

import torch
from safetensors.torch import load_file
from transformers import AutoFeatureExtractor, AutoModelForAudioClassification


def load(folder):
    model, report = AutoModelForAudioClassification.from_pretrained(folder, output_loading_info=True)
    problems = {kind: keys for kind, keys in report.items() if keys}
    if problems:
        sys.exit(f"{folder}: transformers reports {problems}")
    return model.eval(), AutoFeatureExtractor.from_pretrained(folder)


def compare_parameters(original, exported):
    expected, found = original.state_dict(), exported.state_dict()
    if expected.keys() != found.keys():
        sys.exit(f"parameters differ: {sorted(expected.keys() ^ found.keys())}")
    different = [name for name, tensor in expected.items() if not torch.equal(tensor, found[name])]
    if different:
        sys.exit(f"{len(different)} parameters differ, such as {different[:5]}")
    return len(expected)


def compare_documents(original, exported):
    for key in ("id2label", "label2id"):
        if getattr(original[0].config, key) != getattr(exported[0].config, key):
            sys.exit(f"{key} differs")
    if original[1].to_dict() != exported[1].to_dict():
        sys.exit(f"preprocessing differs: {original[1]} and {exported[1]}")


def largest_difference(model, extractor, reference, answers):
    largest = {"Emovox and transformers": 0.0, "before and after export": 0.0}
    for name, clip in reference.items():
        if not name.startswith("clip_"):
            continue
        logits_name = name.replace("clip", "logits")
        expected = reference[logits_name]
        inputs = extractor(clip.numpy(), sampling_rate=extractor.sampling_rate, return_tensors="pt")
        with torch.inference_mode():
            again = model(**inputs).logits[0]
        for pair, found in zip(largest, (answers[logits_name], again)):
            largest[pair] = max(largest[pair], (expected - found).abs().max().item())
    return largest


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("original", "exported", "reference", "answers"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--tolerance", type=float, default=1e-4)
    chosen = parser.parse_args()
    original, exported = load(chosen.original), load(chosen.exported)
    count = compare_parameters(original[0], exported[0])
    compare_documents(original, exported)
    print(f"{count} parameters are equal bit for bit; labels and preprocessing are the same")
    reference, answers = load_file(chosen.reference), load_file(chosen.answers)
    logits = torch.stack([tensor for name, tensor in reference.items() if name.startswith("logits")])
    print(f"logits of {len(logits)} clips lie between {logits.min():.3f} and {logits.max():.3f}")
    for pair, difference in largest_difference(*exported, reference, answers).items():
        print(f"largest difference of logits, {pair}: {difference:.2e}")
        if not difference <= chosen.tolerance:
            sys.exit(f"that is more than {chosen.tolerance}")


if __name__ == "__main__":
    main()
