"""The other side of `./emovox bench epoch`: the loop of the paper's code.

Loads a checkpoint folder and decoded clips, then trains one epoch for each line `epoch` of standard
input and answers it with a line of JSON: how long it took and the most memory that this process has
held. Clips come in random order; those of a batch are padded with zeros to the longest, and the
model is told nothing of it.
"""

import argparse
import json
import resource
import sys
import time

import numpy
import torch
import transformers
from transformers import AutoModelForAudioClassification


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", required=True, help="folder that from_pretrained loads")
    parser.add_argument("--waveforms", required=True, help="clips one after the other, 32-bit floats")
    parser.add_argument("--list", required=True, help="JSON: [[samples, class], ...]")
    parser.add_argument("--batch", type=int, required=True, help="clips of a batch")
    parser.add_argument("--threads", type=int, required=True)
    return parser.parse_args()


def clips(chosen):
    with open(chosen.list) as file:
        rows = json.load(file)
    samples = torch.from_numpy(numpy.fromfile(chosen.waveforms, dtype="<f4"))
    waveforms = torch.split(samples, [length for length, _ in rows])
    return waveforms, torch.tensor([label for _, label in rows])


class Peer:
    def __init__(self, chosen):
        self.model = AutoModelForAudioClassification.from_pretrained(chosen.checkpoint)
        self.waveforms, self.labels = clips(chosen)
        self.batch = chosen.batch
        # Fused is PyTorch's fastest; Hugging Face's trainer takes it where it can.
        self.optimiser = torch.optim.AdamW(
            self.model.parameters(), lr=1e-4, weight_decay=0.01, fused=True
        )

    def epoch(self):
        self.model.train()
        total = 0.0
        for chosen in torch.randperm(len(self.waveforms)).split(self.batch):
            total += self.step(chosen) * len(chosen)
        return total / len(self.waveforms)

    def step(self, chosen):
        padded = torch.nn.utils.rnn.pad_sequence(
            [self.waveforms[clip] for clip in chosen], batch_first=True
        )
        mean = padded.mean(dim=1, keepdim=True)
        normalised = (padded - mean) / torch.sqrt(padded.var(dim=1, correction=0, keepdim=True) + 1e-7)
        self.optimiser.zero_grad()
        loss = self.model(normalised, labels=self.labels[chosen]).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        return float(loss)


def answer(**document):
    print(json.dumps(document), flush=True)


def main():
    chosen = arguments()
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(0)
    transformers.logging.set_verbosity_error()
    peer = Peer(chosen)
    answer(name="transformers %s, torch %s" % (transformers.__version__, torch.__version__))
    for line in sys.stdin:
        if line.strip() == "end":
            break
        begin = time.perf_counter()
        value = peer.epoch()
        seconds = time.perf_counter() - begin
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        answer(seconds=seconds, value=value, peak_bytes=peak)


if __name__ == "__main__":
    main()
