// Decisions about findings, by fingerprint: they outlive a new report in which the finding stands as it was.
// A record is {decision, reason?, keep?, term?}; decision is one of CHOICES.
const CHOICES = ["true", "false-alarm", "accepted", "later"];
const DATA = JSON.parse($("data").textContent);
const decisions = (() => {
  const PREFIX = "decision.";
  const LONGEST = 1000;
  const MOST_WORDS = 50;
  const listeners = [];
  const steps = [];
  const known = new Map();
  const told = new Set(DATA.documents.flatMap(({ findings }) => findings.map(([f]) => f)));

  // What a decisions file takes, whatever a storage or a server holds: a line without control characters, or "".
  const line = (text) => {
    if (typeof text !== "string") return "";
    return [...text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ").trim()].slice(0, LONGEST).join("").trim();
  };
  const words = (list) => (Array.isArray(list) ? list.map(line).filter(Boolean).slice(0, MOST_WORDS) : []);
  function valid(record) {
    if (!CHOICES.includes(record?.decision)) return null;
    const [reason, keep, term] = [line(record.reason), words(record.keep), words(record.term)];
    return {
      decision: record.decision,
      ...(reason && { reason }),
      ...(keep.length && { keep }),
      ...(term.length === 2 && record.term.length === 2 && { term }),
    };
  }
  function parsed(text) {
    try { return valid(JSON.parse(text)); } catch { return null; }
  }
  const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

  const inBrowser = {
    read: (f) => parsed(store.get(PREFIX + f) ?? "null"),
    write: (f, record) => store.set(PREFIX + f, record ? JSON.stringify(record) : null),
  };
  const own = {
    // Where decisions are kept: here, in the browser; served.js puts the server in its place.
    // `write` says false where nothing is kept.
    place: inBrowser,
    kept: true,
    valid,
    // Whether the page's documents have such a finding; those on suppressions are nothing to decide on.
    knows: (f) => told.has(f),
    get: (f) => known.get(f),
    set: (f, record) => own.change([[f, record]]),
    // Several decisions, [fingerprint, record or null], which one undo takes back.
    change(changes) {
      const step = changes
        .map(([f, record]) => [f, known.get(f) ?? null, record && valid(record)])
        .filter(([, before, after]) => !same(before, after));
      if (step.length) steps.push(step);
      for (const [f, , after] of step) own.write(f, after);
    },
    write(f, record) {
      if (own.place.write(f, record) === false) own.kept = false;
      own.received(f, record);
    },
    // Takes the latest step back, except for what somebody else has decided since; its fingerprints.
    undo() {
      const step = (steps.pop() ?? []).filter(([f, , after]) => same(known.get(f), after));
      for (const [f, before] of step) own.write(f, before);
      return step.map(([f]) => f);
    },
    // A decision made elsewhere: in another window, or by somebody else at the server.
    received(f, record) {
      const made = record ? valid(record) : null;
      if (made) known.set(f, made);
      else known.delete(f);
      for (const listener of listeners) listener(f);
    },
    listen: (listener) => listeners.push(listener),
    decided: (entry) => entry.findings.filter(([f]) => known.has(f)).length,
    // Those that wait for a decision, and those that have one; what the baseline or a comment covers does not wait.
    total: (entry) => entry.findings.filter(([f, , , status]) => status === "new" || known.has(f)).length,
    // What `aligncheck triage apply` reads: JSON Lines, in the order of the reports.
    lines(documents = DATA.documents) {
      const out = [{ "aligncheck-decisions": 1 }];
      for (const { report, path, findings } of documents) {
        for (const [fingerprint, code] of findings) {
          const made = known.get(fingerprint);
          if (made) out.push({ report, document: path, code, fingerprint, ...made });
        }
      }
      return out.map((entry) => JSON.stringify(entry) + "\n").join("");
    },
    load() {
      for (const f of told) {
        const made = valid(own.place.read(f));
        if (made) known.set(f, made);
      }
    },
  };
  addEventListener("storage", ({ key, newValue }) => {
    if (own.place !== inBrowser) return;
    const emptied = key === null ? told : [];
    for (const f of emptied) own.received(f, null);
    const f = key?.startsWith(KEY + PREFIX) ? key.slice((KEY + PREFIX).length) : undefined;
    if (told.has(f)) own.received(f, parsed(newValue ?? "null"));
  });
  return own;
})();
