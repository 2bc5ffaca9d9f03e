import { heldClaims, heldOver } from '@hewn/agent'
import type { Acting } from '@hewn/canvas'
import type { Values } from '@hewn/kernel'
import {
  type AssemblyRecipe,
  type Claim,
  type ErrorBody,
  fail,
  hewnError,
  ok,
  type Parameter,
  type Result,
} from '@hewn/model'
import type { SessionRow } from '@hewn/storage'
import { recipeError } from './boxes.ts'
import type { Building, Builds } from './builds.ts'
import { type BuildableDesign, ENTRY, kindOfVersion, readJson } from './design.ts'
import { textOf } from './file-content.ts'
import type { House } from './house.ts'

/** The sliders of a design: read from the version at the head, and changed in the file they stand in. */
export interface Parameters {
  parameters(session: SessionRow): Promise<Parameter[]>
  /** A draft is shown and leaves nothing behind; without it the values are written into the design, and a version is made. */
  setParameters(session: SessionRow, order: ParametersOrder, acting: Acting): Promise<Result<Building, ErrorBody>>
}

export interface ParametersOrder {
  values: Values
  draft: boolean
}

export function createParameters(house: House, builds: Builds): Parameters {
  const { storage, desks, workspace, boxes, kernels } = house

  return {
    async parameters(session) {
      return (await headOf(session))?.parameters ?? []
    },

    async setParameters(session, { values, draft }, acting) {
      const kind = await kindOf(session)
      const refused = await builds.refusal(kind)
      if (refused) return fail(refused)
      return desks.at(session.id).alone(async () => {
        const text = await workspace.read(session.id, ENTRY[kind])
        if (!text.ok)
          return fail(hewnError('JOB_NO_BUILD', `There is no ${ENTRY[kind]} whose parameters could be set.`))
        const before = textOf(text.value.bytes) ?? ''
        const changed = kind === 'part' ? await inScript(before, values) : await inRecipe(session, before, values)
        if (!changed.ok) return changed
        if (!draft) {
          const bytes = Buffer.from(changed.value.text)
          const written = await workspace.put(session.id, { path: ENTRY[kind], bytes }, acting)
          if (!written.ok) return written
          await storage.sessions.touch(session.id)
        }
        return builds.start({
          session,
          acting,
          design: changed.value.design,
          files: await workspace.list(session.id),
          by: 'user',
          claims: await claimsOf(session, changed.value.text),
          result: 'auto',
          formats: draft ? [] : ['step', 'stl'],
          attached: false,
          ...(draft ? { draft } : {}),
        })
      })
    },
  }

  async function headOf(session: SessionRow) {
    const head = (await storage.sessions.get(session.id))?.head ?? null
    return head === null ? undefined : storage.versions.get(head, session.id)
  }

  /** What the contract promised holds for the changed design as well, and is judged again. */
  async function claimsOf(session: SessionRow, text: string): Promise<Claim[]> {
    const claims = (await headOf(session))?.claims ?? []
    const plan = await workspace.read(session.id, 'plan.json')
    return plan.ok ? heldOver(claims, readJson(textOf(plan.value.bytes) ?? ''), text) : heldClaims(claims)
  }

  async function kindOf(session: SessionRow): Promise<'box' | 'part'> {
    const head = await headOf(session)
    if (head) return kindOfVersion(storage, head)
    const files = await storage.files.list(session.id)
    return files.some((file) => file.path === ENTRY.box) && !files.some((file) => file.path === ENTRY.part)
      ? 'box'
      : 'part'
  }

  async function inScript(script: string, values: Values): Promise<Result<Changed, ErrorBody>> {
    const kernel = kernels.kernel()
    if (kernel === undefined) return fail(hewnError('KERNEL_MISSING'))
    const written = await kernel.write(script, values)
    if (!written.ok) {
      const { code, message, hint } = written.error
      return fail(hewnError(code, message, hint === undefined ? { at: 'values' } : { at: 'values', hint }))
    }
    return ok({ text: written.value, design: { kind: 'part', script: written.value, parameters: {} } })
  }

  /** Every parameter of a recipe says at which path its number stands. */
  async function inRecipe(session: SessionRow, text: string, values: Values): Promise<Result<Changed, ErrorBody>> {
    const recipe = readJson(text)
    if (recipe === undefined) return fail(hewnError('REQUEST_INVALID', 'box.json is not JSON.', { at: ENTRY.box }))
    const known = (await headOf(session))?.parameters ?? []
    for (const [name, value] of Object.entries(values)) {
      const parameter = known.find((one) => one.name === name)
      const problem = parameter ? problemWith(parameter, value) : `${name} is not a parameter of this box.`
      if (problem !== undefined || parameter === undefined || !('path' in parameter.at))
        return fail(hewnError('REQUEST_VALUE', problem, { at: `values.${name}` }))
      setAt(recipe, parameter.at.path.split('.'), value)
    }
    const checked = await boxes.ask('check', recipe)
    if (!checked.ok) return fail(recipeError(checked.error))
    const design: { kind: 'box'; recipe: AssemblyRecipe } = { kind: 'box', recipe: checked.value }
    return ok({ text: `${JSON.stringify(recipe, null, 2)}\n`, design })
  }
}

/** The file as it will read, and what is built from it. */
interface Changed {
  text: string
  design: BuildableDesign
}

function problemWith({ name, min, max, value: before }: Parameter, value: Values[string]): string | undefined {
  if (typeof value !== typeof before) return `${name} is a ${typeof before}, not ${JSON.stringify(value)}.`
  if (typeof value === 'number' && (value < (min ?? -Infinity) || value > (max ?? Infinity)))
    return `${name} lies between ${min} and ${max}, not at ${value}.`
  return undefined
}

/** A recipe that says nothing of its material or cutting gets a place for the number. */
function setAt(target: unknown, [key, ...rest]: string[], value: unknown): void {
  if (typeof target !== 'object' || target === null || key === undefined) return
  const holder = target as Record<string, unknown>
  if (rest.length === 0) {
    holder[key] = value
    return
  }
  if (!Object.hasOwn(holder, key)) holder[key] = {}
  setAt(holder[key], rest, value)
}
