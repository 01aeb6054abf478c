"""Asks a running service with the stock Triton client, over HTTP and gRPC, and compares with the service's own API.

    python tritonclient_check.py http://127.0.0.1:8080 127.0.0.1:8001 CLIP.wav

CLIP.wav is a mono 16-bit file of 16 kHz. Ends with 1 and a message if an answer is not what it should be.
"""

import json
import sys
import urllib.parse
import urllib.request
import wave

import numpy as np
import tritonclient.grpc
import tritonclient.http
from tritonclient.utils import InferenceServerException

PATIENCE_SECONDS = 30


def own_answer(url, content):
    request = urllib.request.Request(url + "/v1/emotions?logits=true", data=content, method="POST")
    with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as response:
        return json.load(response)


def samples(path):
    with wave.open(path) as file:
        form = (file.getnchannels(), file.getframerate(), file.getsampwidth())
        check(form == (1, 16000, 2), f"{path} is not mono, 16 kHz and 16 bit but {form}")
        frames = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    return (frames / 32768.0).astype(np.float32)


def check(condition, message):
    if not condition:
        sys.exit(str(message))


class Http:
    """The client over HTTP; its tensors travel as JSON or in the binary form."""

    def __init__(self, url):
        self.client = tritonclient.http.InferenceServerClient(urllib.parse.urlparse(url).netloc)
        self.forms = {"HTTP, binary": {"binary_data": True}, "HTTP, JSON": {"binary_data": False}}

    def tensor(self, name, values, datatype, form):
        tensor = tritonclient.http.InferInput(name, list(values.shape), datatype)
        return tensor.set_data_from_numpy(values, **form)

    def inputs(self, model):
        return [tensor["name"] for tensor in self.client.get_model_metadata(model)["inputs"]]


class Grpc:
    """The client over gRPC."""

    def __init__(self, address):
        self.client = tritonclient.grpc.InferenceServerClient(address)
        self.forms = {"gRPC": {}}

    def tensor(self, name, values, datatype, form):
        tensor = tritonclient.grpc.InferInput(name, list(values.shape), datatype)
        return tensor.set_data_from_numpy(values, **form)

    def inputs(self, model):
        return [tensor.name for tensor in self.client.get_model_metadata(model).inputs]


def check_answer(way, result, expected):
    label = result.as_numpy("label")[0]
    label = label.decode() if isinstance(label, bytes) else label
    check(label == expected["label"], f"{way}: {label} instead of {expected['label']}")
    for output in ("probabilities", "logits"):
        difference = np.abs(result.as_numpy(output)[0] - list(expected[output].values())).max()
        check(difference < 1e-6, f"{way}: {output} differ by {difference}")
    print(f"{way}: {label}, probabilities and logits within 1e-6")


def check_client(api, content, audio, expected):
    client, model = api.client, expected["model"]["name"]
    check(client.is_server_live() and client.is_server_ready(), "the server is not ready")
    check(client.is_model_ready(model), "the model is not ready")
    check(api.inputs(model) == ["audio", "file"], api.inputs(model))
    for form, options in api.forms.items():
        sound = api.tensor("audio", audio[None, :], "FP32", options)
        check_answer(f"samples by {form}", client.infer(model, [sound]), expected)
    file = api.tensor("file", np.array([content], dtype=np.object_), "BYTES", {})
    check_answer(f"a file by {form}", client.infer(model, [file]), expected)
    two = api.tensor("audio", np.stack([audio, audio]), "FP32", {})
    shape = client.infer(model, [two]).as_numpy("probabilities").shape
    check(shape == (2, len(expected["probabilities"])), f"two clips by {form}: shape {shape}")
    check_refusal(client, api.tensor("audio", audio[None, :], "FP32", {}))


def check_refusal(client, tensor):
    try:
        client.infer("no-such-model", [tensor])
    except InferenceServerException as e:
        check("does not answer here" in str(e), e)
    else:
        sys.exit("a model that is not there answered")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    base, grpc_address, clip = sys.argv[1].rstrip("/"), sys.argv[2], sys.argv[3]
    with open(clip, "rb") as opened:
        whole = opened.read()
    own = own_answer(base, whole)
    for stock in (Http(base), Grpc(grpc_address)):
        check_client(stock, whole, samples(clip), own)
