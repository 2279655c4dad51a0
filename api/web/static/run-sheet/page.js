// The page: taps become entries of the store, entries become marks on the rows, the sender does the rest.

import { asksWhom, completed, event, moment, uuid } from "./events.js";
import { marks, paint } from "./marks.js";
import { Sender } from "./sender.js";
import { Store } from "./store.js";

const OFFICE = "matiane-office";
const KEPT_FOR = 36 * 3600 * 1000;
const STALE = 60000;
const sheet = () => document.getElementById("sheet");
const words = JSON.parse(sheet().dataset.words);
const queue = document.getElementById("queue");
const office = document.getElementById("recorder-office");
let store;
let sender;
let entries = [];
let refreshing = 0;

const mine = (entry) => entry.event.subject === sheet().dataset.case;
const row = (element) => element.closest(".sheet-row");
const closePanel = () => document.querySelector(".sheet-panel")?.remove();

async function show(fresh = false) {
  entries = (await store.all()).sort((one, other) => one.seq - other.seq);
  const found = marks(entries.filter(mine));
  for (const item of document.querySelectorAll(".sheet-row")) {
    paint(item, found.get(item.dataset.key), Number(sheet().dataset.version), words);
  }
  tell();
  if (fresh && !entries.some((entry) => entry.state === "waiting")) refresh();
}

function tell() {
  const waiting = entries.filter((entry) => entry.state === "waiting").length;
  const refused = entries.filter((entry) => entry.state === "refused").length;
  const said = [];
  if (waiting) said.push((waiting === 1 ? words.waiting_one : words.waiting).replace("{n}", waiting));
  if (waiting && !navigator.onLine) said.push(words.offline);
  else if (waiting && sender.state === "sending") said.push(words.sending);
  else if (waiting && sender.retryAt) said.push(words.retry);
  if (refused) said.push(words.refused.replace("{n}", refused));
  if (!said.length && entries.some((entry) => entry.state === "sent")) said.push(words.all_stored);
  queue.dataset.waiting = waiting;
  queue.classList.toggle("calm", !waiting && !refused);
  queue.hidden = !said.length;
  document.getElementById("queue-send").hidden = !waiting;
  const text = said.join(" · ");
  const place = document.getElementById("queue-words");
  if (place.textContent !== text) place.textContent = text;
}

// Takes in what the ledger holds now, unless somebody is in the middle of something.
async function refresh() {
  const round = ++refreshing;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok || round !== refreshing || document.querySelector(".sheet-panel")) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("sheet");
    if (!found || round !== refreshing || document.querySelector(".sheet-panel")) return;
    if (Number(found.dataset.version) < Number(sheet().dataset.version)) return;
    sheet().replaceWith(document.importNode(found, true));
    if (!isOld()) document.getElementById("saved-copy")?.remove();
    equip();
    await show();
  } catch {
    // The marks say what was sent; the verdicts follow when the network is back.
  }
}

function equip() {
  const actions = document.getElementById("t-actions");
  for (const item of document.querySelectorAll(".sheet-row[data-records]")) {
    const made = document.importNode(actions.content, true);
    made.querySelector(".act-omit").hidden = item.dataset.omission === "[]";
    item.append(made);
  }
}

async function record(item, kind, { chosen = "", reason = "", whom = "", absent = [] } = {}) {
  if (item.dataset.busy) return;
  const at = moment(chosen, sheet().dataset.offset);
  const about = { subject: sheet().dataset.case, office: office.value, at };
  const templates = JSON.parse(kind === "omit" ? item.dataset.omission : item.dataset.records);
  const asking = asksWhom(templates);
  if (asking && !whom) {
    offer(open(item, "t-whom", kind), asking.options, chosen);
    return;
  }
  item.dataset.busy = "1";
  const added = { by: office.value, reason, whom, absent };
  const tap = uuid();
  try {
    await store.add(templates.map((template) => entry(item.dataset.key, kind, tap, event(template.type, completed(template, added), about))));
  } finally {
    delete item.dataset.busy;
  }
  closePanel();
  await show();
  sender.wake();
}

function entry(key, kind, tap, made) {
  return { key, kind, tap, event: made, state: "waiting", tried: 0, problem: "", version: 0, after: 0, tapped: Date.now() };
}

// A time is changed in the entry while nobody else can know of it; afterwards by an event that corrects it.
async function changeTime(item, chosen) {
  const at = moment(chosen, sheet().dataset.offset);
  for (const { last, root } of marks(entries.filter(mine)).get(item.dataset.key).events) {
    const changed = await store.change(last.seq, (current) => {
      if (current.tried || current.state !== "waiting") return false;
      Object.assign(current.event, at);
      return true;
    });
    if (changed === undefined) {
      const made = event(last.event.type, last.event.data, { subject: last.event.subject, office: last.event.office, at });
      made.corrects = root.event.id;
      made.correctssource = root.event.source;
      await store.add([entry(item.dataset.key, last.kind, last.tap, made)]);
    }
  }
  closePanel();
  await show();
  sender.wake();
}

async function undo(item) {
  for (const { root, all } of marks(entries.filter(mine)).get(item.dataset.key).events) {
    let stays = false;
    for (const part of [...all].reverse()) {
      const gone = await store.change(part.seq, (current) => (current.tried && current.state !== "refused" ? false : null));
      stays = stays || gone === undefined;
    }
    if (stays) {
      const about = { subject: root.event.subject, office: root.event.office, at: moment("", "") };
      const made = event("EventRetracted", { event_id: root.event.id, event_source: root.event.source, reason: words.mistake }, about);
      await store.add([entry(item.dataset.key, "retract", root.tap, made)]);
    }
  }
  await show();
  sender.wake();
}

async function again(item) {
  for (const part of marks(entries.filter(mine)).get(item.dataset.key).all) {
    await store.change(part.seq, (current) => {
      if (current.state !== "refused") return false;
      current.state = "waiting";
      current.problem = "";
      return true;
    });
  }
  await show();
  sender.wake();
}

function open(item, name, purpose) {
  closePanel();
  const panel = document.importNode(document.getElementById(name).content, true).firstElementChild;
  panel.dataset.purpose = purpose;
  item.append(panel);
  const input = panel.querySelector(".field input");
  if (name === "t-time") {
    input.value = wallClock();
    if (purpose === "done") listPresent(panel, item);
    input.focus();
  }
  return panel;
}

// A choice between a few offices offers only those.
function offer(panel, options, chosen) {
  panel.dataset.chosen = chosen;
  const select = panel.querySelector("select");
  if (options.length) select.replaceChildren(select.options[0], ...options.map(([value, name]) => new Option(name, value)));
}

// Those who should be there, each ticked: whoever was not is left out of the record.
function listPresent(panel, item) {
  const names = JSON.parse(item.dataset.records).find((template) => template.names)?.names ?? [];
  const lines = names.map((name, at) => {
    const line = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true, value: at });
    line.append(box, ` ${name}`);
    return line;
  });
  panel.querySelector(".present").replaceChildren(...lines);
  panel.querySelector(".panel-present").hidden = !names.length;
}

const absentOf = (panel) => [...panel.querySelectorAll(".present input:not(:checked)")].map((box) => Number(box.value));

// Now, as the wall clock of the case shows it.
function wallClock() {
  const [, sign, hours, minutes] = sheet().dataset.offset.match(/([+-])(\d\d):(\d\d)/);
  const shift = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return new Date(Date.now() + shift * 60000).toISOString().slice(0, 16);
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  const item = button && row(button);
  if (button?.id === "queue-send") sender.wake();
  if (!item) return;
  if (button.classList.contains("act-done")) record(item, "done");
  else if (button.classList.contains("act-omit")) open(item, "t-reason", "omit");
  else if (button.classList.contains("act-time")) open(item, "t-time", "done");
  else if (button.classList.contains("act-change")) open(item, "t-time", "change");
  else if (button.classList.contains("act-reason")) record(item, "omit", { reason: button.textContent.trim() });
  else if (button.classList.contains("act-undo")) undo(item);
  else if (button.classList.contains("act-again")) again(item);
  else if (button.classList.contains("act-close")) closePanel();
});

document.addEventListener("submit", (submitted) => {
  const panel = submitted.target.closest(".sheet-panel");
  if (!panel) return;
  submitted.preventDefault();
  const item = row(panel);
  const input = panel.querySelector(".field input, .field select");
  const value = input.value.trim();
  if (panel.classList.contains("panel-reason")) record(item, "omit", { reason: value });
  else if (panel.classList.contains("panel-whom")) record(item, "done", { chosen: panel.dataset.chosen, whom: value });
  else if (value.slice(0, 16) > wallClock()) {
    input.setCustomValidity(words.bad_time);
    input.reportValidity();
    input.addEventListener("input", () => input.setCustomValidity(""), { once: true });
  } else if (panel.dataset.purpose === "change") changeTime(item, value);
  else record(item, "done", { chosen: value, absent: absentOf(panel) });
});

function notice(text, id) {
  const line = document.createElement("p");
  line.className = "banner banner-warn";
  line.id = id;
  line.textContent = text;
  sheet().before(line);
}

const isOld = () => Date.now() - new Date(sheet().dataset.made) > STALE;

// A copy that the worker saved looks like any other page: it has to say so itself.
function sayIfSaved() {
  const made = new Date(sheet().dataset.made);
  const when = made.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (isOld()) notice(words.saved_copy.replace("{when}", when), "saved-copy");
}

function wake() {
  sender.wake();
  if (navigator.onLine && isOld()) refresh();
}

async function remember() {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/run-sheet-worker.js", { scope: "/cases/" });
  const ready = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map((item) => item.name);
  const here = location.href.replace(/#.*/, "");
  const channel = new MessageChannel();
  channel.port1.onmessage = () => { document.documentElement.dataset.kept = "1"; };
  ready.active.postMessage({ keep: [here, ...loaded.filter((name) => name.startsWith(`${location.origin}/static/`))] }, [channel.port2]);
}

async function begin() {
  sayIfSaved();
  try {
    store = await Store.open();
  } catch {
    notice(words.no_storage, "no-storage");
    return;
  }
  sender = new Sender(store, (stored) => show(stored));
  document.getElementById("recorder").hidden = false;
  const chosen = localStorage.getItem(OFFICE);
  if (chosen && [...office.options].some((option) => option.value === chosen)) office.value = chosen;
  office.addEventListener("change", () => localStorage.setItem(OFFICE, office.value));
  const version = Number(sheet().dataset.version);
  for (const old of await store.all()) {
    const done = old.state === "sent" && Date.now() - old.tapped > KEPT_FOR;
    if (done && (!mine(old) || old.version <= version)) await store.change(old.seq, () => null);
  }
  equip();
  await show();
  document.documentElement.dataset.ready = "1";
  for (const name of ["online", "focus", "pageshow"]) window.addEventListener(name, wake);
  window.addEventListener("offline", tell);
  document.addEventListener("visibilitychange", () => document.hidden || wake());
  sender.wake();
  await remember();
}

begin();
