import type { CanvasJob, Fact } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import {
  COMMANDS,
  type Command,
  type CommandId,
  commandFor,
  keysOf,
  otherDownloads,
  primaryDownload,
} from './commands.ts'
import type { Situation } from './situation.ts'

const done = (facts: Fact[], formats: ('step' | 'stl')[] = []): CanvasJob => ({
  id: 'job:a',
  sessionId: 'session:a',
  kind: 'build',
  state: 'done',
  endedAt: 1,
  result: {
    quality: 'full',
    facts,
    parameters: [],
    artifacts: formats.map((format) => ({
      name: `model.${format}`,
      format,
      bytes: 1,
      sha256: 'x',
      url: `/artifacts/a.${format}`,
    })),
    timings: { queue: 0, start: 0, run: 0, measure: 0, mesh: 0, export: 0, total: 0 },
    isolation: 'strong',
  },
})
const situation = (more: Partial<Situation> = {}): Situation => ({
  session: true,
  live: true,
  scope: 'owner',
  kind: null,
  head: null,
  canUndo: false,
  canRedo: false,
  turn: null,
  kernel: { state: 'ready' },
  shown: null,
  newest: null,
  layers: 0,
  running: false,
  designOpen: false,
  ...more,
})
const enabled = (id: CommandId, more: Partial<Situation>) => COMMANDS[id].enabled(situation(more))
const building: CanvasJob = {
  id: 'job:b',
  sessionId: 'session:a',
  kind: 'build',
  state: 'running',
  startedAt: 2,
  stage: 'run',
}

const fit = (proven: number, overlap = 0): Fact => ({
  kind: 'fit',
  joints: 24,
  proven,
  ...(overlap > 0 ? { worst: { a: 'layer:front', b: 'layer:left', overlap } } : {}),
})

describe('command table', () => {
  it('[WB2] every command has a label, and a key belongs to one command only', () => {
    const keys = (Object.keys(COMMANDS) as CommandId[]).flatMap(keysOf)
    expect(new Set(keys).size).toBe(keys.length)
    for (const command of Object.values<Command>(COMMANDS)) expect(command.label).not.toBe('')
  })

  it('[WB2] a disabled command says why, in words', () => {
    for (const id of Object.keys(COMMANDS) as CommandId[])
      for (const kind of [null, 'box', 'part'] as const) {
        const can = enabled(id, { kind })
        if (can !== true) expect(can).toMatch(/^[A-Z0-9].{5,}/)
      }
  })

  it('[WB77] the primary download is the cut sheet of a box and the STEP of everything else', () => {
    expect(primaryDownload({ kind: 'box' })).toBe('download-sheet')
    expect(primaryDownload({ kind: 'part' })).toBe('download-step')
    expect(primaryDownload({ kind: null })).toBe('download-step')
    expect(otherDownloads({ kind: 'part' })).toEqual([
      'download-stl',
      'download-3mf',
      'download-glb',
      'download-png',
      'download-brep',
      'download-drawing',
      'download-outline',
      'download-script',
    ])
  })

  it('[WB78] what cannot be had names its reason', () => {
    expect(enabled('download-step', {})).toBe('No build yet')
    expect(enabled('download-glb', { shown: done([], ['step']) })).toBe(true)
    expect(enabled('download-brep', { shown: done([], ['step']), kernel: { state: 'missing' } })).toContain('kernel')
    expect(enabled('download-step', { newest: building })).toBe('Building…')
    expect(enabled('download-step', { kernel: { state: 'missing' } })).toBe('Needs the kernel: run npx hewn doctor')
    expect(enabled('download-step', { shown: done([], ['stl']) })).toBe('This is a mesh; STEP needs a solid')
    expect(enabled('download-step', { shown: done([], ['step']) })).toBe(true)
  })

  it('[WB78] a build that is under way does not take away the files of the one on screen', () => {
    expect(enabled('download-step', { shown: done([], ['step']), newest: building })).toBe(true)
  })

  it('[WB78] no cut sheet without proof', () => {
    expect(enabled('download-sheet', { kind: 'box', shown: done([]) })).toBe(
      'The joints of this box are not proven yet',
    )
    expect(enabled('download-sheet', { kind: 'box', shown: done([fit(23)]) })).toBe('23 of 24 joints proven')
    expect(enabled('download-sheet', { kind: 'box', shown: done([fit(24, 3.2)]) })).toBe(
      'Front and Left overlap by 3.2 mm³',
    )
    const sheet: Fact = { kind: 'sheet', count: 1, cutLength: 1, used: 0.5 }
    expect(enabled('download-sheet', { kind: 'box', shown: done([fit(24), sheet]) })).toBe(true)
  })

  it('[WB78] no cut sheet of a box that no sheet can hold', () => {
    expect(enabled('download-sheet', { kind: 'box', shown: done([fit(24)]) })).toContain('larger than the sheet')
  })

  it('[WB60] a run that another page began can be stopped here', () => {
    expect(enabled('stop', {})).toBe('Nothing is running')
    expect(enabled('stop', { newest: building })).toBe(true)
    expect(enabled('stop', { turn: 'turn:a' })).toBe(true)
  })

  it('[WB57] 2D editing is for box panels', () => {
    expect(enabled('view-2d', { kind: 'part' })).toBe('2D editing is for box panels')
  })

  it('[WB60] Ctrl or Cmd and Enter runs, by the machine', () => {
    const enter = { key: 'Enter', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false }
    expect(commandFor(enter, false)).toBe('run')
    expect(commandFor(enter, true)).toBeUndefined()
    expect(commandFor({ ...enter, ctrlKey: false, metaKey: true }, true)).toBe('run')
    expect(commandFor({ ...enter, ctrlKey: false }, false)).toBeUndefined()
    expect(commandFor({ ...enter, key: 'z' }, false)).toBe('undo')
    expect(commandFor({ ...enter, key: 'z', shiftKey: true }, false)).toBe('redo')
  })

  it('[AG8] redo needs a version that was left', () => {
    expect(enabled('redo', {})).toBe('Nothing to redo')
    expect(enabled('redo', { canRedo: true })).toBe(true)
  })

  it('[WB48] undo needs a version to go back from, or a draft on screen', () => {
    expect(enabled('undo', { head: null })).toBe('Nothing to undo yet')
    expect(enabled('undo', { head: 'version:a', canUndo: true })).toBe(true)
    expect(enabled('undo', { head: null, canUndo: true })).toBe(true)
  })
})
