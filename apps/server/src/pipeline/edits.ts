import type { Acting } from '@hewn/canvas'
import { heldClaims, planBox } from '@hewn/agent'
import type { Values } from '@hewn/kernel'
import {
  type AssemblyRecipe,
  type Claim,
  type ErrorBody,
  fail,
  type Format,
  hewnError,
  ok,
  type Result,
  type Version,
} from '@hewn/model'
import type { FileRow, SessionRow } from '@hewn/storage'
import { recipeError } from './boxes.ts'
import type { Building, Builds } from './builds.ts'
import { ENTRY, kindOfVersion, readJson } from './design.ts'
import { textOf } from './file-content.ts'
import type { House } from './house.ts'
import type { FileChange } from './workspace.ts'

/** People's and programs' changes to a workspace, and the builds that follow from them. */
export interface Edits {
  /** Writes a file; with `build`, `box.json` and `model.py` are built. */
  write(
    session: SessionRow,
    change: FileChange & { build: boolean; request?: string },
    acting: Acting,
  ): Promise<Result<Written, ErrorBody>>
  remove(
    session: SessionRow,
    path: string,
    expect: string | undefined,
    acting: Acting,
  ): Promise<Result<void, ErrorBody>>
  /** Runs a script: in the session given, or in a new one of its own (SV27). */
  run(order: RunOrder, acting: Acting): Promise<Result<Building & { session: SessionRow }, ErrorBody>>
}

export interface Written {
  file: FileRow
  building?: Building
}

export interface RunOrder {
  code: string
  session?: SessionRow
  parameters: Values
  formats: readonly Format[]
  timeout?: number
  attached: boolean
  name?: string
}

const ALWAYS: readonly Format[] = ['step', 'stl']

export function createEdits(house: House, builds: Builds): Edits {
  const { storage, desks, workspace, boxes } = house

  return {
    async write(session, { path, bytes, expect, build, request }, acting) {
      const recipe = build && path === ENTRY.box ? await recipeIn(bytes) : undefined
      if (recipe && !recipe.ok) return recipe
      const script = build && path === ENTRY.part ? textOf(bytes) : undefined
      const refused = script === undefined ? undefined : await builds.refusal('part')
      if (refused) return fail(refused)
      const contract = recipe?.ok ? await contractOf(session, request, recipe.value) : undefined
      return desks.at(session.id).alone(async () => {
        const written = await workspace.put(session.id, { path, bytes, expect }, acting)
        if (!written.ok) return written
        await storage.sessions.touch(session.id)
        const design = recipe?.ok
          ? ({ kind: 'box', recipe: recipe.value } as const)
          : script === undefined
            ? undefined
            : ({ kind: 'part', script, parameters: {} } as const)
        if (design === undefined) return ok({ file: written.value })
        const building = await builds.start({
          session,
          acting,
          design,
          files: await workspace.list(session.id),
          ...(request === undefined ? {} : { request }),
          by: contract?.by ?? 'user',
          claims: contract?.claims ?? (request === undefined ? await heldFor(session, design.kind) : []),
          result: 'auto',
          formats: ALWAYS,
          attached: false,
        })
        return building.ok ? ok({ file: written.value, building: building.value }) : building
      })
    },

    remove: (session, path, expect, acting) =>
      desks.at(session.id).alone(() => workspace.remove(session.id, path, expect, acting)),

    async run({ code, session: given, parameters, formats, timeout, attached, name }, acting) {
      // Asked before a session is made for it: what is refused leaves nothing behind.
      const refused = await builds.refusal('part')
      if (refused) return fail(refused)
      const session = given ?? (await storage.sessions.create({ title: name ?? '', origin: 'run', owner: acting.uid }))
      const started = await desks.at(session.id).alone(async () => {
        // The flow graph begins such a run at its code.
        const own = { ...acting, step: 'run' }
        const written = await workspace.put(session.id, { path: ENTRY.part, bytes: Buffer.from(code) }, own)
        if (!written.ok) return written
        const building = await builds.start({
          session,
          acting,
          design: { kind: 'part', script: code, parameters },
          files: await workspace.list(session.id),
          by: 'user',
          claims: given === undefined ? [] : await heldFor(session, 'part'),
          result: given === undefined ? 'required' : 'auto',
          formats,
          ...(timeout === undefined ? {} : { timeout }),
          attached,
        })
        return building.ok ? ok({ ...building.value, session }) : building
      })
      if (!started.ok && given === undefined) await storage.sessions.remove(session.id)
      return started
    },
  }

  /** What was promised of the design that is changed by hand; another kind of design begins without promises. */
  async function heldFor({ id }: SessionRow, kind: 'box' | 'part'): Promise<Claim[]> {
    const head = (await storage.sessions.get(id))?.head
    const version = head && (await storage.versions.get(head, id))
    return version && (await kindOfVersion(storage, version)) === kind ? heldClaims(version.claims) : []
  }

  /** A recipe that cannot be made is refused before it takes the place of one that can. */
  async function recipeIn(bytes: Uint8Array): Promise<Result<AssemblyRecipe, ErrorBody>> {
    const text = textOf(bytes)
    const value = text === undefined ? undefined : readJson(text)
    if (value === undefined) return fail(hewnError('REQUEST_INVALID', 'box.json is not JSON.', { at: ENTRY.box }))
    const checked = await boxes.ask('check', value)
    return checked.ok ? checked : fail(recipeError(checked.error))
  }

  /**
   * What the words promised, when they are the planner's reading that is being written: the same words give the same
   * recipe, so nobody has to be trusted about it.
   */
  async function contractOf(
    session: SessionRow,
    request: string | undefined,
    recipe: AssemblyRecipe,
  ): Promise<{ by: Version['by']; claims: Claim[] } | undefined> {
    if (request === undefined) return undefined
    const before = await workspace.read(session.id, ENTRY.box)
    const text = before.ok ? textOf(before.value.bytes) : undefined
    const current = text === undefined ? undefined : readJson(text)
    const checked = current === undefined ? undefined : await boxes.ask('check', current)
    for (const from of checked?.ok ? [checked.value, undefined] : [undefined]) {
      const planned = planBox(request, from)
      if (planned.ok && same(planned.value.recipe, recipe))
        return { by: planned.value.by, claims: planned.value.claims }
    }
    return undefined
  }
}

/** Equal as JSON, whatever the order of the keys. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const keys = Object.keys(a)
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key as keyof typeof a], b[key as keyof typeof b]))
  )
}
