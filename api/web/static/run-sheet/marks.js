// What was tapped here, by row: chains of an event and its corrections, and what the row shows of them.

// Returns key -> { events: [{root, last, all}], all, kind, state, problem, time, version } for rows that carry a mark.
export function marks(entries) {
  const byKey = new Map();
  for (const entry of entries) {
    const found = byKey.get(entry.key) ?? { chains: new Map(), all: [] };
    byKey.set(entry.key, found);
    found.all.push(entry);
    if (entry.kind === "retract") {
      found.chains.delete(entry.event.data.event_id);
    } else {
      const root = entry.event.corrects ?? entry.event.id;
      const chain = found.chains.get(root) ?? { root: entry, all: [] };
      chain.all.push(entry);
      chain.last = entry;
      found.chains.set(root, chain);
    }
  }
  return new Map([...byKey].map(([key, found]) => [key, summed(found)]));
}

function summed({ chains, all }) {
  const events = [...chains.values()];
  const parts = events.flatMap((chain) => chain.all);
  const last = parts.at(-1);
  const state = ["refused", "waiting", "sent"].find((name) => parts.some((part) => part.state === name));
  return {
    events,
    all,
    kind: last?.kind,
    state,
    problem: parts.find((part) => part.problem)?.problem ?? "",
    time: last?.event.time,
    version: Math.max(0, ...parts.map((part) => (part.state === "sent" ? part.version : Infinity))),
  };
}

// Shows a mark on a row, or takes it away. What the page already knows of is left to the page.
export function paint(item, mark, known, words) {
  item.querySelector(".sheet-mark")?.remove();
  const actions = item.querySelector(".sheet-actions");
  const told = mark && mark.version <= known && mark.state === "sent";
  const carries = mark?.events.length && !(told && item.hasAttribute("data-open"));
  if (actions) actions.hidden = Boolean(carries);
  item.classList.toggle("marked", Boolean(carries));
  if (!carries) return;
  const made = document.importNode(document.getElementById("t-mark").content, true).firstElementChild;
  const when = new Date(mark.time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Tbilisi" });
  const what = (mark.kind === "omit" ? words.omitted : words.recorded).replace("{when}", when);
  const whereabouts = { waiting: words.not_sent, sent: words.stored, refused: mark.problem }[mark.state];
  made.dataset.state = mark.state;
  made.querySelector(".mark-words").textContent = `${what}: ${mark.problem === "future" ? words.future : whereabouts}`;
  made.querySelector(".act-again").hidden = mark.state !== "refused";
  made.querySelector(".act-change").hidden = mark.state === "refused" || mark.kind === "omit";
  item.append(made);
}
