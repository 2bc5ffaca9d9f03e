import type { AssemblyRecipe, Version } from '@hewn/model'
import type { Storage } from '@hewn/storage'
import type { Values } from '@hewn/kernel'
import type { Boxes } from './boxes.ts'
import { textOf } from './file-content.ts'

export type BuildableDesign =
  | { kind: 'box'; recipe: AssemblyRecipe }
  | { kind: 'part'; script: string; parameters: Values }

/** The file that each kind of design is built from. A workspace may hold both; a version was built from one. */
export const ENTRY = { box: 'box.json', part: 'model.py' } as const

/** Which of its files a version was built from: the one its job read. */
export async function kindOfVersion(storage: Storage, version: Version): Promise<'box' | 'part'> {
  const record = version.job && (await storage.jobs.get(version.job))
  const built = Object.entries(version.files).find(([, file]) => file.hash === record?.scriptHash)?.[0]
  if (built === ENTRY.part) return 'part'
  if (built === ENTRY.box) return 'box'
  return Object.hasOwn(version.files, ENTRY.box) ? 'box' : 'part'
}

/** What a version describes; nothing when its file is gone or can no longer be read. */
export async function designOfVersion(
  storage: Storage,
  boxes: Boxes,
  version: Version,
): Promise<BuildableDesign | undefined> {
  const kind = await kindOfVersion(storage, version)
  const file = Object.hasOwn(version.files, ENTRY[kind]) ? version.files[ENTRY[kind]] : undefined
  const bytes = file && (await storage.blobs.get(file.hash))
  const text = bytes && textOf(bytes)
  if (text === undefined) return undefined
  if (kind === 'part') return { kind, script: text, parameters: {} }
  const recipe = readJson(text)
  const checked = recipe === undefined ? undefined : await boxes.ask('check', recipe)
  return checked?.ok ? { kind, recipe: checked.value } : undefined
}

/** What a file of JSON says, not yet checked. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
