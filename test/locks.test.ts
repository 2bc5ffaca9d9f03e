import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { completeLock, platformOf } from '../scripts/lib/complete-lock.mjs'

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const json = (file: string) => JSON.parse(read(file))

describe('locks', () => {
  it('[SV4] package-lock.json has the builds for every platform, else npm ci refuses it; npm run lock adds them', () => {
    expect(completeLock(json('package-lock.json'))).toBe(0)
    const lock = json('package-lock.json')
    delete lock.packages['node_modules/@rolldown/binding-darwin-arm64']
    expect(completeLock(lock)).toBe(1)
    const added = lock.packages['node_modules/@rolldown/binding-darwin-arm64']
    expect(added).toMatchObject({ os: ['darwin'], cpu: ['arm64'], optional: true })
  })

  it('[SV4] the platform of a build is what the packages that were seen say of themselves', () => {
    const seen = Object.entries<{ os?: string[]; cpu?: string[]; libc?: string[] }>(json('package-lock.json').packages)
      .filter(([path, { cpu }]) => cpu && /-(linux|darwin|win32|wasm32|android)/.test(path))
      .map(([path, { os, cpu, libc }]) => ({ path, ...(os && { os }), cpu, ...(libc && { libc }) }))
    expect(seen.length).toBeGreaterThan(20)
    // The builds of TypeScript are static and name no libc.
    for (const { path, ...platform } of seen.filter(({ path: at }) => !at.includes('@typescript/')))
      expect({ path, ...platformOf(path.split('node_modules/').at(-1) ?? '') }).toEqual({ path, ...platform })
  })

  it('[SV4] package-lock.json names no registry, and the workspace pins exact versions', () => {
    expect(read('package-lock.json')).not.toContain('"resolved": "http')
    const manifests = [
      'package.json',
      ...Object.keys(json('package-lock.json').packages)
        .filter((path) => /^(packages|apps)\//.test(path))
        .map((path) => `${path}/package.json`),
    ]
    const loose = manifests.flatMap((file) => {
      const { dependencies = {}, devDependencies = {} } = json(file)
      return Object.entries({ ...dependencies, ...devDependencies }).filter(
        ([, version]) => !/^\d/.test(String(version)),
      )
    })
    expect(loose).toEqual([])
  })

  it('[SV4] requirements.lock pins every package with a sha256', () => {
    const entries = read('python/requirements.lock')
      .split(/\n(?=[a-z])/i)
      .filter((entry) => !entry.startsWith('#'))
    expect(entries.length).toBeGreaterThan(40)
    for (const entry of entries)
      expect(entry).toMatch(/^[\w.-]+==\S+.*\\\n(\s+--hash=sha256:[0-9a-f]{64}( \\\n|\s*$))+/)
  })

  it('[SV4] package-lock.json and the manifests say the same, so that npm ci takes them', () => {
    const { packages } = json('package-lock.json')
    for (const path of ['', ...Object.keys(packages).filter((name) => /^(packages|apps)\//.test(name))]) {
      const { dependencies = {}, devDependencies = {} } = json(`${path ? `${path}/` : ''}package.json`)
      const locked = packages[path]
      expect({ path, ...locked.dependencies }).toEqual({ path, ...dependencies })
      expect({ path, ...locked.devDependencies }).toEqual({ path, ...devDependencies })
    }
  })
})
