"""The same classifier as a model of MLflow: a column `audio` of WAV files in base64.

MLflow's own flavour for transformers would read files with an ffmpeg process for each request.
"""

import base64
import io
import os
import wave

import mlflow
import numpy as np


class Classifier(mlflow.pyfunc.PythonModel):

    def load_context(self, context):
        import torch
        from transformers import AutoFeatureExtractor, AutoModelForAudioClassification

        torch.set_num_threads(int(os.environ["THREADS"]))
        self.torch = torch
        folder = context.artifacts["checkpoint"]
        self.extractor = AutoFeatureExtractor.from_pretrained(folder)
        self.model = AutoModelForAudioClassification.from_pretrained(folder).eval()

    def predict(self, context, model_input, params=None):
        return [self.classify(base64.b64decode(audio)) for audio in model_input["audio"]]

    def classify(self, content):
        with wave.open(io.BytesIO(content)) as file:
            frames = file.readframes(file.getnframes())
        samples = np.frombuffer(frames, dtype="<i2").astype(np.float32) / 32768
        inputs = self.extractor(samples, sampling_rate=self.extractor.sampling_rate, return_tensors="pt")
        with self.torch.inference_mode():
            probabilities = self.model(**inputs).logits[0].softmax(-1).tolist()
        names = self.model.config.id2label
        return {names[i]: value for i, value in enumerate(probabilities)}


mlflow.models.set_model(Classifier())
