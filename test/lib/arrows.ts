import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Imported } from './imports-of.ts'
import { isTest, ROOT } from './source-files.ts'

/** What the files of one folder may import; the longest folder that a file lies in counts. */
interface Room {
  /** Doors of other packages, by name. */
  doors: string[]
  /** npm packages; `declared` means those of its own package.json. */
  npm: string[] | 'declared'
  /** Whether `node:*` is at hand. */
  node: boolean
  /** Code of the same package that only this folder may import, as it needs a platform or a library of its own. */
  closed?: true
  /** Imports nothing of its own package outside itself. */
  alone?: true
  /** npm packages that may be imported as types alone, so nothing of them is loaded. */
  types?: string[]
}

const PACKAGES = ['model', 'boxes', 'protocol', 'canvas', 'kernel', 'agent', 'storage'] as const
const MODEL = ['@hewn/model', '@hewn/model/schemas']
const PROTOCOL = ['@hewn/protocol', '@hewn/protocol/files']
const VOCABULARY = [...MODEL, ...PROTOCOL]
const EVERY_PACKAGE = PACKAGES.flatMap((name) => doorsOf(`packages/${name}`))
const EVERYTHING = [...EVERY_PACKAGE, ...doorsOf('packages/testing'), ...doorsOf('apps/server')]

/** The table of the design page, folder by folder. A new arrow is a decision that somebody makes here, on purpose. */
const ROOMS: Record<string, Room> = {
  // The types are inferred from the zod schemas; at run time the root door needs neither.
  'packages/model/src': { ...pure([]), types: ['zod'] },
  'packages/model/src/schemas': { ...pure(['@hewn/model']), npm: ['zod'], closed: true },
  // fflate, plain JavaScript, squeezes a recipe into a link.
  'packages/boxes/src': { ...pure(['@hewn/model']), npm: ['fflate'] },
  // fflate, plain JavaScript, packs 3MF and PNG behind the door ./files.
  'packages/protocol/src': { ...pure(MODEL), npm: ['zod', '@noble/hashes', 'fflate'] },
  'packages/canvas/src': pure(VOCABULARY),
  'packages/canvas/src/react': { ...pure(VOCABULARY), npm: ['react'], closed: true },
  'packages/canvas/src/browser': { ...pure(VOCABULARY), closed: true },
  'packages/canvas/src/node': { doors: VOCABULARY, npm: ['socket.io'], node: true, closed: true },
  'packages/kernel/src': pure(VOCABULARY),
  'packages/kernel/src/node': { doors: VOCABULARY, npm: [], node: true, closed: true },
  'packages/agent/src': pure(['@hewn/model', '@hewn/boxes']),
  'packages/agent/src/openai': {
    ...pure(['@hewn/model', '@hewn/boxes']),
    npm: ['@ai-sdk/openai', '@ai-sdk/provider'],
    closed: true,
  },
  'packages/storage/src/postgres': { doors: [], npm: ['kysely', 'pg'], node: true },
  'packages/storage/src/redis': { doors: [...VOCABULARY, '@hewn/canvas'], npm: ['ioredis'], node: true },
  'packages/storage/src': { doors: [...VOCABULARY, '@hewn/canvas', '@hewn/kernel'], npm: ['kysely'], node: true },
  'packages/testing/src': { doors: EVERY_PACKAGE, npm: 'declared', node: true },
  'apps/server': { doors: EVERY_PACKAGE, npm: 'declared', node: true },
  'apps/cli': { doors: [...EVERY_PACKAGE, '@hewn/server', '@hewn/server/settings'], npm: 'declared', node: true },
  'apps/web': {
    doors: [
      ...VOCABULARY,
      '@hewn/boxes',
      '@hewn/canvas',
      '@hewn/canvas/browser',
      '@hewn/canvas/react',
      '@hewn/model/world',
    ],
    npm: 'declared',
    node: false,
  },
  'apps/web/src/viewer': {
    doors: ['@hewn/model', ...PROTOCOL],
    npm: ['three', 'three-mesh-bvh'],
    node: false,
    alone: true,
  },
  'apps/edge': {
    doors: ['@hewn/model', '@hewn/model/world', '@hewn/boxes', '@hewn/protocol', '@hewn/agent', '@hewn/agent/openai'],
    npm: 'declared',
    node: false,
  },
}

/** Tests, stories, examples and figures use the doors like anybody, and may use the fakes. */
const OUTSIDE: Room = { doors: EVERYTHING, npm: 'declared', node: true }

/** The sentence for an import that the table does not allow: what, and where to meet instead. */
export function surprise(file: string, { specifier, line, how }: Imported): string | undefined {
  const say = (why: string) => `${file}:${line} imports ${specifier}: ${why}`
  const home = homeOf(file)

  if (file.startsWith('scripts/') && file.endsWith('.mjs')) {
    if (specifier.startsWith('node:') || staysIn('scripts', file, specifier)) return undefined
    return say('scripts run before anything is installed; they use node:* and files of scripts/ alone')
  }
  // workerd's own module; the limiter runs nowhere else.
  if (specifier === 'cloudflare:workers' && file.startsWith('apps/edge/limiter/')) return undefined
  if (specifier.startsWith('.')) return strayPath(file, specifier, how, home, say)
  if (specifier.startsWith('node:')) {
    if (roomOf(file).node || isTest(file) || isTooling(file)) return undefined
    return say(
      `${short(home)} runs without Node here; let it take what it needs as an argument, or put this behind a ./node door`,
    )
  }
  if (specifier.startsWith('@hewn/')) return strangeDoor(file, specifier, how, home, say)
  // What Vite makes while it builds the page; apps/web/*.ts says what it is.
  if (specifier.startsWith('virtual:') && home === 'apps/web') return undefined
  return strangePackage(file, packageName(specifier), how, home, say)
}

type Say = (why: string) => string

function strayPath(file: string, specifier: string, how: Imported['how'], home: string, say: Say): string | undefined {
  const target = posix.normalize(posix.join(posix.dirname(file), specifier.replace(/\?.*$/, '')))
  const there = homeOf(target)
  if (there !== home) {
    // One contract, every implementation: the suite lies beside the port, and is run wherever somebody implements it.
    if (isTest(file) && /\/test\/[\w-]+-contract\.ts$/.test(target)) return undefined
    // Figures are taken over the same random designs that the tests draw.
    if (file.startsWith('bench/') && /^packages\/[\w-]+\/test\/[\w-]+\.ts$/.test(target)) return undefined
    if (isWorkspace(there)) return say(`${short(there)} is entered by its door, ${nameOf(there)}`)
    const launcher = home === 'apps/cli' && target.startsWith('scripts/lib/')
    return isWorkspace(home) && !isTest(file) && !isTooling(file) && !launcher
      ? say(`${short(home)} stays in its own folder`)
      : undefined
  }
  if (isTest(file)) return undefined
  const [from, to] = [roomPath(file), roomPath(target)]
  if (from === to) return undefined
  if (ROOMS[to]?.closed && how !== 'type')
    return say(`what lies in ${to} has a door of its own; let ${from} take it as an argument`)
  if (ROOMS[from]?.alone)
    return say(`${from} stands alone, so that it loads late and can be moved; hand over what it needs`)
  return undefined
}

function strangeDoor(
  file: string,
  specifier: string,
  how: Imported['how'],
  home: string,
  say: Say,
): string | undefined {
  if (!EVERYTHING.includes(specifier))
    return say(`there is no such door; ${packageName(specifier)} has ${doorsNamed(packageName(specifier))}`)
  const other = specifier.split('/')[1] ?? ''
  if (specifier === nameOf(home)) return isTest(file) ? undefined : say('inside a package, import the file itself')
  // Its other doors start real servers and break real networks: the bench needs those too.
  if (specifier === '@hewn/testing' && !isTest(file))
    return say('fakes are for tests; take the real thing as an argument')
  const room = roomOf(file)
  if (isTest(file)) return testMay(room, home, specifier, say)
  if (!room.doors.includes(specifier)) return say(whereToMeet(home, other, specifier))
  if (home === 'apps/cli' && specifier === '@hewn/server' && how === 'static')
    return say("the server is loaded when it is asked for: await import('@hewn/server')")
  return undefined
}

/** A package's tests use its own doors, what it may import, and the fakes. */
function testMay(room: Room, home: string, specifier: string, say: Say): string | undefined {
  if (!isWorkspace(home) || specifier.startsWith('@hewn/testing')) return undefined
  const own = specifier === nameOf(home) || specifier.startsWith(`${nameOf(home)}/`)
  const vocabulary = specifier.startsWith('@hewn/model')
  return own || vocabulary || room.doors.includes(specifier)
    ? undefined
    : say(whereToMeet(home, specifier.split('/')[1] ?? '', specifier))
}

function strangePackage(file: string, name: string, how: Imported['how'], home: string, say: Say): string | undefined {
  const { npm, types = [] } = roomOf(file)
  if (how === 'type' && types.includes(name)) return undefined
  const root = dependenciesOf('.')
  if ((isTest(file) || isTooling(file) || !isWorkspace(home)) && root.includes(name)) return undefined
  const declared = isWorkspace(home) && dependenciesOf(home).includes(name)
  if (npm !== 'declared' && !npm.includes(name))
    return say(
      `${roomPath(file)} uses ${npm.length > 0 ? `${npm.join(' and ')} alone` : 'no package from npm'}; put this behind a door that may, or into an app`,
    )
  return declared ? undefined : say(`${isWorkspace(home) ? `${home}/package.json` : 'package.json'} does not name it`)
}

function whereToMeet(home: string, other: string, specifier: string): string {
  const own = short(home)
  if (home.startsWith('apps/') && other === 'server')
    return `apps do not know each other; put what both need into a package`
  if (other === 'model' && specifier.endsWith('/world'))
    return `time and chance are arguments; take a World from the app`
  if (own === 'model')
    return 'model is the vocabulary and imports nobody; move what it needs into model, or out to who asks'
  if (own === 'boxes' && other === 'model')
    return "boxes uses model's root door alone, so that it stays small in a browser"
  if (own === 'boxes') return `boxes gives plain values; apps/server, apps/web and apps/cli hand them to ${other}`
  if (own === 'agent') return `agent asks through a port of its own; agent and ${other} meet in apps/server`
  if (own === 'web') return `the page meets ${other} in apps/server, over HTTP and the canvas`
  if (own === 'edge') return `the edge has no ${other}; what it needs belongs in agent or protocol`
  if (other === own) return `${specifier} needs a platform that ${own} must do without; let it be handed over by an app`
  return `${own} and ${other} meet in apps/server; put what both need into model or protocol`
}

function pure(doors: string[]): Room {
  return { doors, npm: [], node: false }
}

const roomPath = (file: string) =>
  Object.keys(ROOMS)
    .filter((folder) => file.startsWith(`${folder}/`))
    .toSorted((a, b) => b.length - a.length)[0] ?? homeOf(file)

const roomOf = (file: string): Room => ROOMS[roomPath(file)] ?? OUTSIDE

/** `packages/boxes`, `apps/web`, or the top folder. */
const homeOf = (file: string) =>
  file
    .split('/')
    .slice(0, /^(packages|apps)\//.test(file) ? 2 : 1)
    .join('/')
const isWorkspace = (home: string) => /^(packages|apps)\//.test(home)
const short = (home: string) => home.split('/').at(-1) ?? home
/** What runs while the page is built: beside apps/web/src, not in it. */
const isTooling = (file: string) => /^apps\/web\/[^/]+\.(ts|mjs)$/.test(file)
const packageName = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
const staysIn = (folder: string, file: string, specifier: string) =>
  specifier.startsWith('.') && posix.join(posix.dirname(file), specifier).startsWith(`${folder}/`)

interface Manifest {
  name: string
  exports?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

function manifestOf(home: string): Manifest {
  return JSON.parse(readFileSync(join(ROOT, home, 'package.json'), 'utf8'))
}

function nameOf(home: string): string {
  return isWorkspace(home) ? manifestOf(home).name : home
}

function doorsOf(home: string): string[] {
  const { name, exports = {} } = manifestOf(home)
  return Object.keys(exports).map((door) => posix.join(name, door))
}

function doorsNamed(name: string): string {
  return EVERYTHING.filter((door) => packageName(door) === name).join(', ') || 'none'
}

function dependenciesOf(home: string): string[] {
  const { dependencies = {}, devDependencies = {} } = manifestOf(home)
  return [...Object.keys(dependencies), ...Object.keys(devDependencies)]
}
