// What is kept from visit to visit: edits, switches, the theme. A browser may refuse storage, or have none left.

const prefix = 'threadbook:';

export const storageHost = {
  load(key) {
    try {
      return localStorage.getItem(prefix + key);
    } catch {
      return null;
    }
  },
  store(key, value) {
    try {
      localStorage.setItem(prefix + key, value);
      return true;
    } catch {
      return false;
    }
  },
  forget(key) {
    try {
      localStorage.removeItem(prefix + key);
    } catch {
      // Nothing was kept, so nothing has to go.
    }
  },
};

/** Calls `changed(key, value)` when another tab has stored something, with null when it has forgotten it. */
export function watchStorage(changed) {
  addEventListener('storage', (event) => {
    if (event.key?.startsWith(prefix)) changed(event.key.slice(prefix.length), event.newValue);
  });
}
