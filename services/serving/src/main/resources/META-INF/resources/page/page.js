const byId = (id) => document.getElementById(id);

async function problemOf(response) {
  try {
    const problem = await response.json();
    return problem.detail || problem.title;
  } catch {
    return `The service answered ${response.status} without saying why.`;
  }
}

async function showModel() {
  try {
    const response = await fetch('/v1/model');
    if (!response.ok) {
      byId('model').textContent = `No model answers yet. ${await problemOf(response)}`;
      return;
    }
    const model = await response.json();
    byId('model').textContent =
      `Version ${model.version} of model ${model.name}, live since ${new Date(model.since).toLocaleString()}.`;
  } catch {
    byId('model').textContent = 'The service does not answer.';
  }
}

function row(label, probability) {
  const tr = document.createElement('tr');
  const name = document.createElement('th');
  name.scope = 'row';
  name.textContent = label;
  const bar = document.createElement('td');
  const meter = document.createElement('meter');
  meter.value = probability;
  meter.setAttribute('aria-hidden', 'true');
  bar.append(meter);
  const number = document.createElement('td');
  number.textContent = `${(100 * probability).toFixed(1)} %`;
  tr.append(name, bar, number);
  return tr;
}

function showAnswer(name, answer) {
  byId('label').textContent = answer.label;
  byId('caption').textContent =
    `${name}, ${answer.seconds.toFixed(2)} s, answered by version ${answer.model.version}`;
  const sorted = Object.entries(answer.probabilities).sort((a, b) => b[1] - a[1]);
  byId('bars').replaceChildren(...sorted.map(([label, probability]) => row(label, probability)));
  byId('error').hidden = true;
  byId('result').hidden = false;
}

function showError(text) {
  byId('error').textContent = text;
  byId('error').hidden = false;
  byId('result').hidden = true;
}

async function classify(file) {
  byId('drop').setAttribute('aria-busy', 'true');
  try {
    const response = await fetch('/v1/emotions', {
      method: 'POST',
      headers: {'Content-Type': 'application/octet-stream'},
      body: file,
    });
    if (response.ok) {
      showAnswer(file.name, await response.json());
    } else {
      showError(await problemOf(response));
    }
  } catch {
    showError('The service does not answer, or the file is too large.');
  } finally {
    byId('drop').removeAttribute('aria-busy');
  }
  showModel();
}

const drop = byId('drop');
byId('form').addEventListener('submit', (event) => event.preventDefault());
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
