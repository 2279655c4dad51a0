// What was tapped, kept in this browser (IndexedDB) until the ledger has it, and a while longer so that it can be
// changed. One entry per event, written and flushed before anything is sent. Every change happens inside one
// transaction: two windows of the same browser cannot lose each other's taps.

const NAME = "matiane-run-sheet";
const TAPS = "taps";

function asked(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export class Store {
  static async open() {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(TAPS, { keyPath: "seq", autoIncrement: true });
    return new Store(await asked(opening));
  }

  constructor(database) {
    this.database = database;
  }

  // Runs work(objectStore) in a transaction; resolves only when it is on the disk.
  #write(work) {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(TAPS, "readwrite", { durability: "strict" });
      let found;
      transaction.oncomplete = () => resolve(found);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(TAPS), (value) => { found = value; });
    });
  }

  all() {
    return asked(this.database.transaction(TAPS).objectStore(TAPS).getAll());
  }

  add(entries) {
    return this.#write((taps) => entries.forEach((entry) => taps.add(entry)));
  }

  // Changes an entry as it stands now; change(entry) returns false to leave it, null to remove it.
  change(seq, change) {
    return this.#write((taps, give) => {
      taps.get(seq).onsuccess = ({ target: { result: entry } }) => {
        const changed = entry === undefined ? false : change(entry);
        if (changed === null) taps.delete(seq);
        else if (changed !== false) taps.put(entry);
        give(changed === false ? undefined : entry);
      };
    });
  }

  // Marks an entry as handed to the network: from here on its content never changes, because its id may be stored.
  claim(seq) {
    return this.change(seq, (entry) => {
      if (entry.state !== "waiting") return false;
      entry.tried += 1;
      return true;
    });
  }
}
