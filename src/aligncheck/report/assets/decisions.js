// Decisions about findings, by fingerprint: they outlive a new report in which the finding stands as it was.
// A record is {decision, reason?, keep?, term?}; decision is one of CHOICES.
const CHOICES = ["true", "false-alarm", "accepted", "later"];
const DATA = JSON.parse($("data").textContent);
const decisions = (() => {
  const listeners = [];
  const undone = [];
  const known = new Map();
  const own = {
    // Where decisions are kept: here, in the browser; served.js puts the server in its place.
    place: {
      read: (f) => JSON.parse(store.get("decision." + f) ?? "null"),
      write: (f, record) => store.set("decision." + f, record ? JSON.stringify(record) : null),
    },
    get: (f) => known.get(f),
    set(f, record) {
      undone.push([f, known.get(f) ?? null]);
      own.place.write(f, record);
      own.received(f, record);
    },
    // Takes the latest decision back; its fingerprint, or nothing.
    undo() {
      const [f, before] = undone.pop() ?? [];
      if (f === undefined) return undefined;
      own.place.write(f, before);
      own.received(f, before);
      return f;
    },
    // A decision made elsewhere: in another window, or by somebody else at the server.
    received(f, record) {
      if (record) known.set(f, record);
      else known.delete(f);
      for (const listener of listeners) listener(f);
    },
    listen: (listener) => listeners.push(listener),
    decided: (entry) => entry.findings.filter(([f]) => known.has(f)).length,
    // What `aligncheck triage apply` reads: JSON Lines, in the order of the reports.
    lines(documents = DATA.documents) {
      const out = [{ "aligncheck-decisions": 1 }];
      for (const { report, path, findings } of documents) {
        for (const [fingerprint, code] of findings) {
          const made = known.get(fingerprint);
          if (made) out.push({ report, document: path, code, fingerprint, ...made });
        }
      }
      return out.map((line) => JSON.stringify(line) + "\n").join("");
    },
    load() {
      for (const { findings } of DATA.documents) {
        for (const [f] of findings) {
          const record = own.place.read(f);
          if (record) known.set(f, record);
        }
      }
    },
  };
  return own;
})();
