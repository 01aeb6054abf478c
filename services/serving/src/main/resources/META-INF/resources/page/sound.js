// Sound in the browser: samples of a clip, a recording as WAV, and a waveform to look at.

const RATE = 16000;
const HEADER_BYTES = 44;

/** Samples of a clip, or null if this browser can't decode it; the service may still. */
export async function samplesOf(clip) {
  const context = new OfflineAudioContext(1, 1, RATE);
  try {
    return (await context.decodeAudioData(await clip.arrayBuffer())).getChannelData(0);
  } catch {
    return null;
  }
}

export const secondsOf = (samples) => samples.length / RATE;

/** Records until it is stopped. */
export async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({audio: true});
  const recorder = new MediaRecorder(stream);
  const parts = [];
  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  recorder.start();
  return async function stop() {
    const stopped = new Promise((done) => recorder.addEventListener('stop', done, {once: true}));
    recorder.stop();
    stream.getTracks().forEach((track) => track.stop());
    await stopped;
    const samples = await samplesOf(new Blob(parts, {type: recorder.mimeType}));
    if (!samples) {
      throw new Error('This browser recorded what it can\'t decode.');
    }
    return new File([wav(samples)], 'recording.wav', {type: 'audio/wav'});
  };
}

/** RIFF WAVE of 16-bit samples, mono. */
function wav(samples) {
  const view = new DataView(new ArrayBuffer(HEADER_BYTES + 2 * samples.length));
  const text = (at, word) => [...word].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, view.byteLength - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, 2 * RATE, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, i) =>
    view.setInt16(HEADER_BYTES + 2 * i, Math.max(-1, Math.min(1, sample)) * 32767, true));
  return view.buffer;
}

/** Draws the range of the samples under each pixel. */
export function drawWaveform(canvas, samples) {
  const scale = window.devicePixelRatio || 1;
  canvas.width = canvas.clientWidth * scale;
  canvas.height = canvas.clientHeight * scale;
  const context = canvas.getContext('2d');
  context.fillStyle = getComputedStyle(canvas).color;
  const middle = canvas.height / 2;
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1e-4);
  for (let x = 0; x < canvas.width; x++) {
    const from = Math.floor((x * samples.length) / canvas.width);
    const to = Math.max(from + 1, Math.floor(((x + 1) * samples.length) / canvas.width));
    let low = 0;
    let high = 0;
    for (let i = from; i < to; i++) {
      low = Math.min(low, samples[i]);
      high = Math.max(high, samples[i]);
    }
    const height = Math.max(scale, ((high - low) / loudest) * (middle - scale));
    context.fillRect(x, middle - (high / loudest) * (middle - scale), 1, height);
  }
}
