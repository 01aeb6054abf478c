// Asks the service. A key, where one is needed, stays in this module's memory and is gone with the page.

let key = '';

export class Refusal extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }

  get needsKey() {
    return this.status === 401 || this.status === 403;
  }
}

export const hasKey = () => key !== '';

export function useKey(given) {
  key = given.trim();
}

async function reasonOf(response) {
  try {
    const problem = await response.json();
    return problem.detail || problem.title;
  } catch {
    return `The service answered ${response.status} without saying why.`;
  }
}

async function ask(path, options = {}) {
  const headers = {...options.headers};
  if (key) {
    headers.Authorization = `Bearer ${key}`;
  }
  let response;
  try {
    response = await fetch(path, {...options, headers});
  } catch {
    throw new Refusal(0, 'The service does not answer, or the clip is too large.');
  }
  if (!response.ok) {
    throw new Refusal(response.status, await reasonOf(response));
  }
  return response.json();
}

export const model = () => ask('/v1/model');

/** The emotion of a clip, and of windows of it where they are asked for, in seconds. */
export function emotion(clip, windows) {
  const query = windows ? `?segments=${windows.length}&hop=${windows.hop}` : '';
  return ask(`/v1/emotions${query}`, {
    method: 'POST',
    headers: {'Content-Type': 'application/octet-stream'},
    body: clip,
  });
}
