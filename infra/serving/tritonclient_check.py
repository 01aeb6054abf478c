"""Asks a running service with the stock Triton client, over HTTP, and compares with the service's own API.

    pip install 'tritonclient[http]' numpy
    python tritonclient_check.py http://127.0.0.1:8080 CLIP.wav

CLIP.wav is a mono 16-bit file of 16 kHz. Ends with 1 and a message if an answer is not what it should be.
"""

import json
import sys
import urllib.parse
import urllib.request
import wave

import numpy as np
import tritonclient.http as triton


def own_answer(url, content):
    request = urllib.request.Request(url + "/v1/emotions?logits=true", data=content, method="POST")
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def samples(path):
    with wave.open(path) as file:
        assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (1, 16000, 2), path
        frames = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    return (frames / 32768.0).astype(np.float32)


def infer(client, client_model, name, tensor, datatype, binary):
    tensor_input = triton.InferInput(name, list(tensor.shape), datatype)
    tensor_input.set_data_from_numpy(tensor, binary_data=binary)
    return client.infer(client_model, [tensor_input])


def check(condition, message):
    if not condition:
        sys.exit(message)


if __name__ == "__main__":
    base, clip = sys.argv[1].rstrip("/"), sys.argv[2]
    with open(clip, "rb") as file:
        content = file.read()
    expected = own_answer(base, content)
    client_model = expected["model"]["name"]
    probabilities = list(expected["probabilities"].values())

    client = triton.InferenceServerClient(urllib.parse.urlparse(base).netloc, concurrency=2)
    check(client.is_server_live() and client.is_server_ready(), "the server is not ready")
    check(client.is_model_ready(client_model), "the model is not ready")
    metadata = client.get_model_metadata(client_model)
    check([i["name"] for i in metadata["inputs"]] == ["audio", "file"], metadata)

    audio = samples(clip)
    forms = {
        "samples, binary": infer(client, client_model, "audio", audio[None, :], "FP32", True),
        "samples, JSON": infer(client, client_model, "audio", audio[None, :], "FP32", False),
        "file, binary": infer(client, client_model, "file", np.array([content], dtype=np.object_), "BYTES", True),
    }
    for form, result in forms.items():
        label = result.as_numpy("label")[0]
        label = label.decode() if isinstance(label, bytes) else label
        check(label == expected["label"], f"{form}: {label} instead of {expected['label']}")
        difference = np.abs(result.as_numpy("probabilities")[0] - probabilities).max()
        check(difference < 1e-6, f"{form}: probabilities differ by {difference}")
        print(f"{form}: {label}, probabilities within {difference:.1e}")
    batch = infer(client, client_model, "audio", np.stack([audio, audio]), "FP32", True)
    check(batch.as_numpy("probabilities").shape == (2, len(probabilities)), "the batch has another shape")
    print("batch of two: right shape")
    try:
        client.infer("no-such-model", [triton.InferInput("audio", [1, 1], "FP32")])
    except triton.InferenceServerException as e:
        print("another model:", e.message() if callable(getattr(e, "message", None)) else e)
    else:
        sys.exit("a model that is not there answered")
