"""Hugging Face's side of `./emovox bench training`.

Loads a checkpoint folder and a batch, then does what each line of standard input says, one of
`forward`, `training` and `end`, and answers each with a line of JSON: how long it took and the most
memory that this process has held. The Java side speaks the same protocol, so that the two can
take turns.
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
    parser.add_argument("--batch", required=True, help="clips after one another, 32-bit floats")
    parser.add_argument("--clips", type=int, required=True, help="how many clips that is")
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--frozen-encoder", action="store_true", help="train no convolutions")
    return parser.parse_args()


class Peer:
    def __init__(self, chosen):
        self.device = torch.device(chosen.device)
        self.model = AutoModelForAudioClassification.from_pretrained(chosen.checkpoint)
        if chosen.frozen_encoder:
            self.model.freeze_feature_encoder()
        self.model.to(self.device)
        samples = numpy.fromfile(chosen.batch, dtype="<f4").reshape(chosen.clips, -1)
        self.inputs = {"input_values": torch.from_numpy(samples).to(self.device)}
        if self.model.config.feat_extract_norm == "layer":
            self.inputs["attention_mask"] = torch.ones(samples.shape, dtype=torch.long).to(
                self.device
            )
        self.labels = torch.arange(chosen.clips).to(self.device) % self.model.config.num_labels
        self.trained = [one for one in self.model.parameters() if one.requires_grad]
        # Fused is PyTorch's fastest; Hugging Face's trainer takes it where it can.
        self.optimiser = torch.optim.AdamW(self.trained, lr=1e-5, weight_decay=0.01, fused=True)

    def forward(self):
        self.model.eval()
        with torch.inference_mode():
            return float(self.model(**self.inputs).logits.sum())

    def training(self):
        self.model.train()
        self.optimiser.zero_grad()
        loss = self.model(**self.inputs, labels=self.labels).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
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
    works = {"forward": peer.forward, "training": peer.training}
    answer(name="transformers %s, torch %s" % (transformers.__version__, torch.__version__))
    for line in sys.stdin:
        if line.strip() == "end":
            break
        begin = time.perf_counter()
        value = works[line.strip()]()
        seconds = time.perf_counter() - begin
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        answer(seconds=seconds, value=value, peak_bytes=peak)


if __name__ == "__main__":
    main()
