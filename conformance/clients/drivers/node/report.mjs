// What a session with a client prints: a line of JSON for each step.

/** Values as JSON holds them: maps as pairs, buffers as text, big integers as digits. */
function plain(value) {
  if (value instanceof Map) return { map: [...value].map(([key, item]) => [plain(key), plain(item)]) };
  if (value instanceof Set) return { set: [...value].map(plain).sort() };
  if (Buffer.isBuffer(value)) return { bytes: value.toString("latin1") };
  if (value instanceof Error) return { error: value.message };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "bigint") return { integer: value.toString() };
  if (typeof value === "number" && !Number.isFinite(value)) return { number: String(value) };
  if (value === undefined) return { undefined: true };
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }
  return value;
}

/** Print a step's name and value. */
export function show(name, value) {
  console.log(JSON.stringify([name, plain(value)]));
}

/** Await a call and print what it gives or raises; `view` keeps of it what is comparable. */
export async function step(name, call, view = (value) => value) {
  try {
    show(name, view(await call()));
  } catch (error) {
    show(name, error);
  }
}

/** Messages in the order in which they came, for whoever waits for them. */
export class Inbox {
  #messages = [];
  #waiting = [];

  put(...message) {
    const next = this.#waiting.shift();
    if (next) next(message);
    else this.#messages.push(message);
  }

  take() {
    if (this.#messages.length) return Promise.resolve(this.#messages.shift());
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
