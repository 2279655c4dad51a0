// CloudEvents of a tap. The id is made here, once; the source is this browser's own.

const DEVICE = "matiane-device";

export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  return [...bytes].map((byte, at) => ([4, 6, 8, 10].includes(at) ? "-" : "") + byte.toString(16).padStart(2, "0")).join("");
}

export function device() {
  let known = localStorage.getItem(DEVICE);
  if (!known) localStorage.setItem(DEVICE, (known = uuid()));
  return known;
}

// The present, to the millisecond; or a time of the wall clock that an officer chose, to the minute.
export function moment(chosen, offset) {
  if (!chosen) return { time: new Date().toISOString(), clock: "sender", timeprecision: "instant" };
  return { time: `${chosen.slice(0, 16)}:00${offset}`, clock: "manual", timeprecision: "minute" };
}

export function event(type, data, { subject, office, at }) {
  return {
    specversion: "1.0",
    id: uuid(),
    source: `/run-sheet/${device()}`,
    type,
    subject,
    ...at,
    office,
    data,
  };
}

// What a template leaves out is added: the office that vouches, the reason, an office or persons that were chosen.
// Whoever was not there is left out of those present.
export function completed(template, { by, reason, whom, absent = [] }) {
  const data = { ...template.data };
  for (const name of template.missing ?? []) {
    const value = { by, reason }[name] ?? whom;
    data[name] = template.lists.includes(name) ? [value] : value;
  }
  if (template.names && absent.length) data.present = data.present.filter((_, at) => !absent.includes(at));
  return data;
}

// The template that asks for an office or persons that only the officer can name, if one does.
export function asksWhom(templates) {
  return templates.find((template) => template.missing?.some((name) => ["to", "who", "chosen"].includes(name)));
}
