const PREFIX = 'hewn:'

/** What is kept in the browser; where it keeps nothing (a private window, storage full) the page works all the same. */
export const browserKeep = keepIn(() => localStorage)
/** Kept for this tab, over a reload. */
export const tabKeep = keepIn(() => sessionStorage)

function keepIn(storage: () => Storage) {
  return {
    get(key: string): string | null {
      try {
        return storage().getItem(PREFIX + key)
      } catch {
        return null
      }
    },
    set(key: string, value: string): void {
      try {
        storage().setItem(PREFIX + key, value)
      } catch {
        // Nothing is lost but the arrangement of the screen.
      }
    },
  }
}

/** Hands a file to the browser's own downloads. */
export function saveFile(name: string, bytes: Blob): void {
  const url = URL.createObjectURL(bytes)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  // The download has its own hold on the bytes by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
