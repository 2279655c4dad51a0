// Sends what waits, in the order in which it was tapped, one event after the other. An event that may have arrived is
// sent again as it was, with its own id: the ledger answers a repetition with the first receipt. Only an answer of
// the ledger ends an entry: stored, or refused with a reason that is shown. Everything else is tried again.

const FIRST = 1000;
const LONGEST = 60000;
const PATIENCE = 15000;
const AGAIN = new Set([408, 425, 429]);
const LOCK = "matiane-run-sheet";

class Later extends Error {
  constructor(after = 0) {
    super("later");
    this.after = after;
  }
}

export class Sender {
  constructor(store, changed) {
    this.store = store;
    this.changed = changed;
    this.failures = 0;
    this.state = "idle";
    this.retryAt = 0;
    this.timer = 0;
    this.again = false;
  }

  // Asks for a round now; a round that runs already is followed by another one.
  async wake() {
    clearTimeout(this.timer);
    if (this.state === "sending") {
      this.again = true;
      return;
    }
    this.#turn("sending");
    let wait = 0;
    do {
      this.again = false;
      wait = await this.#round();
    } while (this.again);
    this.#turn("idle");
    if (wait) this.#sleep(wait);
  }

  async #round() {
    try {
      const wait = await this.#alone(() => this.#drain());
      this.failures = 0;
      return wait;
    } catch (problem) {
      if (!(problem instanceof Later)) console.warn("run-sheet:", problem);
      this.failures += 1;
      const wait = Math.min(LONGEST, FIRST * 2 ** (this.failures - 1));
      return Math.max(problem.after ?? 0, wait * (0.75 + Math.random() / 2));
    }
  }

  // One window of this browser sends at a time, where it has locks; without them the ids keep events single.
  #alone(work) {
    if (!navigator.locks) return work();
    return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? work() : FIRST * 3));
  }

  // Returns in how many milliseconds something is to be tried again; 0 when nothing waits.
  async #drain() {
    let soonest = 0;
    for (const { seq, state, after } of await this.store.all()) {
      if (state !== "waiting") continue;
      if (after > Date.now()) {
        soonest = Math.min(soonest || Infinity, after - Date.now());
        continue;
      }
      const entry = await this.store.claim(seq);
      if (entry === undefined) continue;
      const told = await this.#post(entry.event);
      await this.store.change(seq, (current) => Object.assign(current, told) && true);
      if (told.after) soonest = Math.min(soonest || Infinity, told.after - Date.now());
      this.changed(told.state === "sent");
    }
    return soonest;
  }

  async #post(event) {
    let answer;
    let body;
    try {
      answer = await fetch("/v1/events", {
        method: "POST",
        headers: { "content-type": "application/cloudevents+json" },
        body: JSON.stringify(event),
        signal: AbortSignal.timeout(PATIENCE),
      });
      body = await answer.json();
    } catch {
      throw new Later(); // no answer, or half of one: it may be stored or not
    }
    if (answer.ok) return { state: "sent", problem: "", version: body.receipts[0].version, after: 0 };
    if (answer.status >= 500 || AGAIN.has(answer.status)) {
      throw new Later(1000 * (Number(answer.headers.get("retry-after")) || 0));
    }
    if (body.type === "/problems/future-time") {
      return { state: "waiting", problem: "future", after: Date.now() + 30000 };
    }
    return { state: "refused", problem: body.detail ?? String(answer.status), after: 0 };
  }

  #sleep(wait) {
    this.retryAt = Date.now() + wait;
    this.timer = setTimeout(() => this.wake(), wait);
    this.changed(false);
  }

  #turn(state) {
    this.state = state;
    this.retryAt = 0;
    this.changed(false);
  }
}
