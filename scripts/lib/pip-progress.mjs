import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

// Fetching is the first half of the work and unpacking the other, give or take the network.
const FETCHING = 0.5

/**
 * How far pip is. It says which package it fetches and how large that is; how much of it is here, and what has been
 * unpacked since, is seen on the disk.
 */
export function createPipProgress({ packages, scratch, sitePackages }) {
  let fetched = -1
  let file
  let installing = false
  const before = count(sitePackages, '.dist-info') // pip itself

  return {
    read(line) {
      if (line.startsWith('Collecting ') || line.startsWith('Processing ')) {
        fetched += 1
        file = undefined
      }
      const download = /^\s+Downloading (?:\S*\/)?([^/\s]+) \(([\d.]+) (k|M|G)B\)/.exec(line)
      if (download) file = { name: download[1], size: Number(download[2]) * { k: 1e3, M: 1e6, G: 1e9 }[download[3]] }
      if (line.startsWith('Installing collected packages')) installing = true
    },
    now() {
      if (installing) {
        const unpacked = Math.max(0, count(sitePackages, '.dist-info') - before)
        return {
          share: FETCHING + (1 - FETCHING) * Math.min(1, unpacked / packages),
          doing: `unpacking, ${unpacked} of ${packages} packages`,
        }
      }
      const here = file ? Math.min(file.size, sizeOf(scratch, file.name)) : 0
      const part = Math.max(0, fetched) + (file ? here / file.size : 0)
      return {
        share: FETCHING * Math.min(1, part / packages),
        doing: file
          ? `fetching ${file.name.split('-')[0]}${file.size > 5e6 ? `  ${megabytes(here)} of ${megabytes(file.size)} MB` : ''}`
          : `fetching, ${Math.max(0, fetched)} of ${packages} packages`,
      }
    },
  }
}

const megabytes = (bytes) => Math.round(bytes / 1e6)

function count(folder, ending) {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ending)).length
  } catch {
    return 0
  }
}

/** pip keeps what it is fetching in a folder of its own under TMPDIR. */
function sizeOf(scratch, name) {
  try {
    return Math.max(
      0,
      ...readdirSync(scratch)
        .filter((folder) => folder.startsWith('pip-unpack'))
        .map((folder) => statSync(join(scratch, folder, name), { throwIfNoEntry: false })?.size ?? 0),
    )
  } catch {
    return 0
  }
}
