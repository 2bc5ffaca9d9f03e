import type { Kernel } from '@hewn/kernel'
import type { BuildResult, Fact, JobError } from '@hewn/model'
import { systemWorld } from '@hewn/model/world'
import type { UpstreamScript } from './upstream-script.ts'

export interface Verdict {
  path: string
  folder: string
  /** `needs`: it imports a tool that is not for designs (documentation, tests). */
  state: 'passed' | 'failed' | 'needs'
  seconds: number
  layers: number
  solids: number
  volume: number
  why?: string
}

/** What these are for is documentation, tests and pictures of other people's; naming one is the whole excuse. */
const TOOLS = ['sphinx', 'pytest', 'tcv_screenshots', 'pygments']
const MEMORY = 4 * 2 ** 30

/** Runs one script, unmodified, in the room (KN71). It passes when it ends well, shows something, and every solid is valid. */
export async function runUpstream(kernel: Kernel, script: UpstreamScript, seconds: number): Promise<Verdict> {
  const started = performance.now()
  const built = await kernel.build(
    {
      job: `job:${systemWorld.newId()}`,
      owner: 'conformance',
      layerSecret: 'conformance',
      files: script.files,
      entry: script.entry,
      parameters: {},
      result: 'auto',
      quality: 'full',
      formats: [],
      limits: { seconds, memory: MEMORY, log: 10 * 2 ** 20, line: 8192 },
    },
    () => undefined,
    new AbortController().signal,
  )
  const verdict = {
    path: script.path,
    folder: script.folder,
    seconds: (performance.now() - started) / 1000,
    layers: 0,
    solids: 0,
    volume: 0,
  }
  if (!built.ok) return { ...verdict, ...excuse(built.error, pictureOnly(script, built.error)) }
  const { facts } = built.value
  const shown = shownOf(built.value)
  return {
    ...verdict,
    layers: shown,
    solids: wholeOf(facts, 'solids'),
    volume: wholeOf(facts, 'volume'),
    ...(shown === 0 ? { state: 'failed', why: 'nothing is shown' } : judged(built.value)),
  }
}

/** Every solid has to be valid. A face that is not is the script's own: it is shown, and its facts say so. */
function judged({ layers, facts }: BuildResult): Pick<Verdict, 'state' | 'why'> {
  const bad = facts.flatMap((fact) => (fact.kind === 'valid' && !fact.ok && fact.layer !== undefined ? [fact] : []))
  const layerOf = (fact: Fact & { kind: 'valid' }) => layers.find(({ id }) => id === fact.layer)
  const solid = bad.find((fact) => layerOf(fact)?.kind === 'solid')
  if (solid) return { state: 'failed', why: `${layerOf(solid)?.name} is not valid: ${solid.why ?? 'no reason given'}` }
  const [face] = bad
  return face
    ? { state: 'passed', why: `the face ${layerOf(face)?.name} is not valid, which its facts say` }
    : { state: 'passed' }
}

/** A script that writes a drawing and shows no shape, as `line_types.py`, has shown something all the same. */
function pictureOnly({ entry, files }: UpstreamScript, error: JobError): boolean {
  const bytes = files.find(({ path }) => path === entry)?.bytes
  return error.code === 'SCRIPT_NO_RESULT' && /\bExport(SVG|DXF)\(/.test(new TextDecoder().decode(bytes))
}

function excuse(error: JobError, hasPicture: boolean): Pick<Verdict, 'state' | 'why'> {
  const tool = TOOLS.find((name) => error.message.includes(`'${name}`))
  if (error.code === 'SCRIPT_IMPORT' && tool !== undefined) return { state: 'needs', why: `asks for ${tool}` }
  if (hasPicture) return { state: 'passed', why: 'leaves a picture, and no shape' }
  return { state: 'failed', why: `${error.code}${error.line ? ` line ${error.line}` : ''}: ${error.message}` }
}

const shownOf = ({ layers }: BuildResult): number => layers.filter(({ kind }) => kind !== 'group').length

const wholeOf = (facts: readonly Fact[], kind: 'solids' | 'volume'): number => {
  const fact = facts.find((one) => one.kind === kind && !('layer' in one && one.layer !== undefined))
  if (fact?.kind === 'volume') return fact.value
  return fact?.kind === 'solids' ? fact.count : 0
}
