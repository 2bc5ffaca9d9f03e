import type { CanvasClient, Json } from '@hewn/canvas'
import {
  type AssemblyRecipe,
  type DesignAnswer,
  fail,
  ok,
  type Result,
  type SessionId,
  type VersionId,
} from '@hewn/model'
import type { NewMessageBody, RunEvent } from '@hewn/protocol'
import { testWorld } from '@hewn/testing'
import type { Refusal } from '../src/port/http.ts'
import type { SessionPort, WorkbenchServer } from '../src/port/session-port.ts'
import { createWorkbench } from '../src/store/workbench-store.ts'

// For tests of the store: a server that answers when the test says so, and a canvas the test writes on.

export const SESSION: SessionId = 'session:7n42DGM5Tflk9n8mt7Fhc7'
export const RECIPE: AssemblyRecipe = { type: 'basicBox', width: 150, height: 80, depth: 100 }
export const answer = (notes: string[] = []): DesignAnswer => ({ recipe: RECIPE, notes, by: 'planner' })
export const refusal = (code: Refusal['code'], message: string = code): Refusal => ({ code, message })

/** An answer that is given when the test says so. */
export function later<T>() {
  const { promise, resolve } = Promise.withResolvers<T>()
  return { promise, give: resolve }
}

const on = <T>(map: Map<string, Set<T>>, key: string, listener: T) => {
  const set = map.get(key) ?? new Set()
  map.set(key, set.add(listener))
  return () => void set.delete(listener)
}

export function testCanvas() {
  const state = new Map<string, Json>()
  const channels = new Map<string, Map<string, Json>>()
  const listeners = new Map<string, Set<() => void>>()
  const hearers = new Map<string, Set<(data: never, seq: number) => void>>()
  const canvas: CanvasClient = {
    connection: { state: 'live', since: 0 },
    position: { epoch: 'e', seq: 1 },
    get canvas(): never {
      throw new Error('The store reads by key')
    },
    state: (key) => state.get(key),
    resource: (channel, id) => channels.get(channel)?.get(id),
    channel: (name) => channels.get(name) ?? new Map(),
    subscribe: (channel, id, listener) => on(listeners, `${channel}/${id}`, listener),
    subscribeChannel: () => () => {},
    subscribeState: () => () => {},
    subscribeConnection: () => () => {},
    onEvent: (type, listener) => on(hearers, type, listener as (data: never, seq: number) => void),
    compare: async () => 'same',
    wake: () => {},
    resyncs: new Map(),
    close: () => {},
  }
  return {
    canvas,
    state,
    put(channel: string, id: string, value: Json) {
      channels.set(channel, (channels.get(channel) ?? new Map()).set(id, value))
      for (const listener of listeners.get(`${channel}/${id}`) ?? []) listener()
    },
    emit(type: string, data: Json) {
      for (const hear of hearers.get(type) ?? []) hear(data as never, 1)
    },
  }
}

interface Write {
  path: string
  text: string
  expect: string | null | undefined
  request: string | undefined
}

export function testWorkbench() {
  const world = testWorld()
  const told = testCanvas()
  const calls: string[] = []
  const writes: Write[] = []
  const undone: { to: VersionId | null | undefined; expect: VersionId | null | undefined }[] = []
  const asked: { prompt: string; recipe?: AssemblyRecipe | undefined }[] = []
  const designs: Promise<Result<DesignAnswer, Refusal>>[] = []
  const said: NewMessageBody[] = []
  const tab = new Map<string, string>()
  const saved: string[] = []
  let versions = 0
  const answers = {
    say: (): Promise<Result<void, Refusal>> | Result<void, Refusal> => ok(undefined),
    write: (): Promise<Result<void, Refusal>> | Result<void, Refusal> => ok(undefined),
    undo: (): Result<void, Refusal> => ok(undefined),
    exported: (format: string) => `x.${format}`,
    run: async (_on: (event: RunEvent) => void, _signal: AbortSignal): Promise<Result<void, Refusal>> => ok(undefined),
  }

  const port: SessionPort = {
    session: SESSION,
    async rename(title) {
      calls.push(`rename ${title}`)
      told.state.set('title', title)
      return ok(undefined)
    },
    readFile: async () => ok(''),
    async say(message) {
      said.push(message)
      const result = await answers.say()
      return result.ok ? ok('turn:1') : result
    },
    stopTurn: async (turn) => {
      calls.push(`stop ${turn}`)
      return ok(undefined)
    },
    acceptTurn: async (turn, claims) => {
      calls.push(`accept ${turn} ${claims.join()}`)
      return ok(undefined)
    },
    setClaim: async (id, claim) => {
      calls.push(`claim ${id} ${claim.text}`)
      return ok(undefined)
    },
    removeClaim: async (id) => {
      calls.push(`remove ${id}`)
      return ok(undefined)
    },
    restoreVersion: async (id) => {
      calls.push(`restore ${id}`)
      return ok(undefined)
    },
    branchVersion: async (id) => {
      calls.push(`branch ${id}`)
      return ok(SESSION)
    },
    changeVersion: async (id, change) => {
      calls.push(`change ${id} ${JSON.stringify(change)}`)
      return ok(undefined)
    },
    redo: async () => {
      calls.push('redo')
      return ok(null)
    },
    async writeFile(path, text, options = {}) {
      const write = { path, text, expect: options.expect, request: options.request }
      calls.push(`write ${path}`)
      writes.push(write)
      const result = await answers.write()
      if (!result.ok) return result
      const file = { path, hash: `hash ${writes.length}`, bytes: text.length, language: 'python' }
      if (options.build === false) return ok({ file })
      const id: VersionId = `version:${++versions}`
      const request = options.request === undefined ? {} : { request: options.request }
      const version = { id, at: versions, by: 'user' as const, ...request, files: {}, parameters: [], claims: [] }
      told.put('versions', id, version)
      told.state.set('head', id)
      return ok({ file, version })
    },
    async undo(to, expect) {
      undone.push({ to, expect })
      const result = answers.undo()
      if (!result.ok) return result
      told.state.set('head', to ?? null)
      return ok(to ?? null)
    },
    run: (_code, on, signal) => answers.run(on, signal),
    rejoin(job, on, signal) {
      calls.push(`rejoin ${job}`)
      return answers.run(on, signal)
    },
    cancel: async (job) => {
      calls.push(`cancel ${job}`)
      return ok(undefined)
    },
    log: async () => ok('first\nsecond\n'),
    blob: async () => new Uint8Array(),
    links: async () => ok([]),
    makeLink: async () => ok({ id: 'a', url: '/s/a#b' }),
    takeBackLink: async () => ok(undefined),
    bundle: async () => ok({ name: 'session.hewn.zip', bytes: new Blob() }),
    export: async (format) => ok({ name: answers.exported(format), bytes: new Blob() }),
  }

  const server: WorkbenchServer = {
    async createSession(title) {
      calls.push(`create ${title ?? ''}`)
      told.state.set('title', title ?? '')
      return ok(SESSION)
    },
    open: () => port,
    design(request) {
      asked.push(request)
      return designs.shift() ?? Promise.resolve(fail(refusal('AGENT_NOT_A_BOX')))
    },
    health: async () => fail(refusal('PAGE_OFFLINE')),
    importSession: async (file) => {
      calls.push(`import ${file.size}`)
      return file.size > 0 ? ok(SESSION) : fail(refusal('REQUEST_INVALID'))
    },
    templates: async () => ok([]),
    saveTemplate: async ({ name, words }) => {
      calls.push(`template ${name}: ${words}`)
      return name === 'taken' ? fail(refusal('REQUEST_CONFLICT')) : ok(undefined)
    },
    removeTemplate: async () => ok(undefined),
    artifact: async () => fail(refusal('JOB_SWEPT')),
  }

  const workbench = createWorkbench({
    server,
    connect: () => told.canvas,
    goTo: (session) => void calls.push(`go ${session}`),
    save: (name) => void saved.push(name),
    readRecipe: async (value) => ok(value as AssemblyRecipe),
    keep: { get: () => null, set: () => {} },
    tab: { get: (key) => tab.get(key) ?? null, set: (key, value) => void tab.set(key, value) },
    world,
  })
  return {
    workbench,
    tab,
    saved,
    world,
    told,
    calls,
    writes,
    undone,
    asked,
    said,
    designs,
    answers,
    get: workbench.getState,
  }
}
