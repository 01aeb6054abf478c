import {showAnswer, showError} from './answer.js';
import * as service from './service.js';
import {drawWaveform, record, samplesOf, secondsOf} from './sound.js';

const WINDOW = {length: 1, hop: 0.5};
const byId = (id) => document.getElementById(id);

function askForKey(refusal) {
  byId('key-form').hidden = false;
  const unknown = service.hasKey() ? 'The service does not accept this key.' : 'The service asks for a key.';
  byId('model').textContent = refusal.status === 401 ? unknown : refusal.message;
}

async function showModel() {
  try {
    const model = await service.model();
    byId('key-form').hidden = true;
    byId('model').textContent =
      `Version ${model.version} of model ${model.name}, live since ${new Date(model.since).toLocaleString()}.`;
  } catch (refusal) {
    if (refusal.needsKey) {
      askForKey(refusal);
    } else {
      byId('model').textContent = `No model answers yet. ${refusal.message}`;
    }
  }
}

async function showWaveform(clip) {
  const samples = await samplesOf(clip);
  byId('waveform').hidden = !samples;
  if (samples) {
    drawWaveform(byId('waveform'), samples);
  }
  return samples ? secondsOf(samples) : 0;
}

async function classify(clip) {
  byId('drop').setAttribute('aria-busy', 'true');
  try {
    const seconds = await showWaveform(clip);
    const windows = seconds >= WINDOW.length + WINDOW.hop ? WINDOW : null;
    showAnswer(clip.name, await service.emotion(clip, windows));
  } catch (refusal) {
    showError(refusal.message);
    if (refusal.needsKey) {
      askForKey(refusal);
    }
  } finally {
    byId('drop').removeAttribute('aria-busy');
  }
}

let stopRecording = null;

async function toggleRecording() {
  const button = byId('record');
  button.disabled = true;
  try {
    if (stopRecording) {
      const stop = stopRecording;
      stopRecording = null;
      await classify(await stop());
    } else {
      stopRecording = await record();
    }
  } catch (failure) {
    showError(`Nothing was recorded: ${failure.message}`);
  } finally {
    button.disabled = false;
    button.textContent = stopRecording ? 'Stop and ask' : 'Record';
    button.setAttribute('aria-pressed', String(Boolean(stopRecording)));
    button.focus();
  }
}

const drop = byId('drop');
byId('form').addEventListener('submit', (event) => event.preventDefault());
byId('key-form').addEventListener('submit', (event) => {
  event.preventDefault();
  service.useKey(byId('key').value);
  byId('key').value = '';
  showModel();
});
byId('record').hidden = !(navigator.mediaDevices && window.MediaRecorder);
byId('record').addEventListener('click', toggleRecording);
byId('file').addEventListener('change', (event) => {
  if (event.target.files.length > 0) {
    classify(event.target.files[0]);
  }
});
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
document.addEventListener('dragleave', () => drop.classList.remove('over'));
document.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  if (event.dataTransfer.files.length > 0) {
    classify(event.dataTransfer.files[0]);
  }
});
showModel();
