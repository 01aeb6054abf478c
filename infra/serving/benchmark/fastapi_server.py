"""A classifier behind FastAPI, as one would write it by hand around transformers.

One process, PyTorch with a thread for each core, inference mode, the endpoint's work in the thread
pool, and at most AT_ONCE forward passes at a time (0: as many as the pool has threads). One at a
time is what a processor with few cores is fastest with: every pass uses all of them.
"""

import contextlib
import io
import os
import threading
import wave

import numpy as np
import torch
from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from transformers import AutoFeatureExtractor, AutoModelForAudioClassification

torch.set_num_threads(int(os.environ["THREADS"]))
extractor = AutoFeatureExtractor.from_pretrained(os.environ["CHECKPOINT"])
model = AutoModelForAudioClassification.from_pretrained(os.environ["CHECKPOINT"]).eval()
labels = [model.config.id2label[i] for i in range(model.config.num_labels)]
at_once = int(os.environ.get("AT_ONCE", "1"))
turn = threading.Semaphore(at_once) if at_once else contextlib.nullcontext()
app = FastAPI()


def samples(content):
    with wave.open(io.BytesIO(content)) as file:
        frames = file.readframes(file.getnframes())
    return np.frombuffer(frames, dtype="<i2").astype(np.float32) / 32768


def classify(content):
    inputs = extractor(samples(content), sampling_rate=extractor.sampling_rate, return_tensors="pt")
    with turn, torch.inference_mode():
        probabilities = model(**inputs).logits[0].softmax(-1).tolist()
    return {"probabilities": dict(zip(labels, probabilities))}


@app.get("/ready")
def ready():
    return {"ready": True}


@app.post("/predict")
async def predict(request: Request):
    return await run_in_threadpool(classify, await request.body())
