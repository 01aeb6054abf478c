// Shows what the service said of a clip.

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 640;
const HEIGHT = 120;
const byId = (id) => document.getElementById(id);
const percent = (share) => `${(100 * share).toFixed(1)} %`;

function cell(kind, text) {
  const made = document.createElement(kind);
  made.textContent = text;
  return made;
}

function row(label, probability) {
  const name = cell('th', label);
  name.scope = 'row';
  const meter = document.createElement('meter');
  meter.value = probability;
  meter.setAttribute('aria-hidden', 'true');
  const bar = document.createElement('td');
  bar.append(meter);
  const made = document.createElement('tr');
  made.append(name, bar, cell('td', percent(probability)));
  return made;
}

function line(segments, label, seconds, place) {
  const points = segments.map(({start, end, probabilities}) =>
    `${(((start + end) / 2 / seconds) * WIDTH).toFixed(1)},${((1 - probabilities[label]) * HEIGHT).toFixed(1)}`);
  const made = document.createElementNS(SVG, 'polyline');
  made.setAttribute('points', points.join(' '));
  made.setAttribute('class', `line line-${place}`);
  return made;
}

function legend(label, place) {
  const made = cell('li', label);
  made.className = `legend legend-${place}`;
  return made;
}

/** Lines of the three classes that are likely anywhere, and a table of the windows. */
function showTime(segments, seconds) {
  byId('time').hidden = segments.length < 2;
  const most = (label) => Math.max(...segments.map(({probabilities}) => probabilities[label]));
  const labels = Object.keys(segments[0]?.probabilities ?? {});
  const shown = labels.sort((a, b) => most(b) - most(a)).slice(0, 3);
  byId('lines').replaceChildren(...shown.map((label, place) => line(segments, label, seconds, place)));
  byId('legend').replaceChildren(...shown.map(legend));
  byId('windows').replaceChildren(...segments.map(({start, end, label, probabilities}) => {
    const made = document.createElement('tr');
    const when = cell('th', `${start.toFixed(1)} to ${end.toFixed(1)} s`);
    when.scope = 'row';
    made.append(when, cell('td', label), cell('td', percent(probabilities[label])));
    return made;
  }));
}

export function showAnswer(name, answer) {
  byId('label').textContent = answer.label;
  byId('caption').textContent =
    `${name}, ${answer.seconds.toFixed(2)} s, answered by version ${answer.model.version}`;
  const sorted = Object.entries(answer.probabilities).sort((a, b) => b[1] - a[1]);
  byId('bars').replaceChildren(...sorted.map(([label, probability]) => row(label, probability)));
  showTime(answer.segments ?? [], answer.seconds);
  byId('command').textContent = `./emovox lineage ${answer.id}`;
  byId('error').hidden = true;
  byId('result').hidden = false;
}

export function showError(text) {
  byId('error').textContent = text;
  byId('error').hidden = false;
  byId('result').hidden = true;
}
