import { type Artifact, type Format, hewnError, slugOf, type Version, type VersionId } from '@hewn/model'
import { artifact, format as formatSchema, versionId } from '@hewn/model/schemas'
import { artifactFilePath } from '@hewn/protocol'
import type { SessionRow } from '@hewn/storage'
import { zipSync } from 'fflate'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { BOX_FILES, type BoxFileFormat, type BoxFileOrder } from '../pipeline/box-files.ts'
import { recipeError } from '../pipeline/boxes.ts'
import { designOfVersion, kindOfVersion } from '../pipeline/design.ts'
import { createDesignFiles, type DesignFormat, EXACT_FORMATS, MESH_FORMATS } from '../pipeline/design-files.ts'
import { Refusal, refuse } from '../refusal.ts'
import { TYPES } from './artifacts.ts'
import { type FileOptions, fileOptions, optionsFor } from './export-options.ts'
import { sessionAt, valueOf } from './of-session.ts'
import { type Route, route } from './route.ts'
import { sendBytes } from './send-bytes.ts'

const FORMATS = {
  box: [...BOX_FILES, 'json', 'step', 'py', ...MESH_FORMATS],
  part: [...EXACT_FORMATS, ...MESH_FORMATS, 'py'],
} as const
type ExportFormat = (typeof FORMATS)[keyof typeof FORMATS][number]

const BOX_TYPES: Readonly<Record<BoxFileFormat, { ending: string; type: string }>> = {
  svg: { ending: 'svg', type: TYPES.svg },
  dxf: { ending: 'dxf', type: TYPES.dxf },
  pdf: { ending: 'pdf', type: TYPES.pdf },
  panels: { ending: 'panels.json', type: TYPES.json },
  coupon: { ending: 'coupon.svg', type: TYPES.svg },
}

const isBoxFile = (format: ExportFormat): format is BoxFileFormat => BOX_FILES.some((one) => one === format)

const layerNames = z.array(z.string().min(1).max(200)).min(1).max(200)

/** Of a box: one sheet of several, or every part apart, with names on the parts; and without a proof only for whoever says so. */
const sheetOptions = z.strictObject({
  sheet: z.coerce.number().int().min(1).max(999).optional(),
  layout: z.literal('flat').optional(),
  marks: z.enum(['true', 'false']).optional(),
  unproven: z.enum(['true', 'false']).optional(),
})
const exportQuery = fileOptions.extend({
  ...sheetOptions.shape,
  /** Names or ids, with commas between; a name that has one goes in a body. */
  layers: z
    .string()
    .transform((text) => text.split(','))
    .pipe(layerNames)
    .optional(),
  force: z.enum(['true', 'false']).optional(),
})
const exportBody = z.strictObject({
  format: z.string().max(20),
  version: versionId.optional(),
  layers: layerNames.optional(),
  options: fileOptions.extend(sheetOptions.shape).optional(),
  force: z.boolean().optional(),
})

interface Asked {
  format: string
  version?: VersionId | undefined
  layers?: string[] | undefined
  options: FileOptions & z.output<typeof sheetOptions>
  force?: boolean | undefined
}

const isDesignFormat = (format: ExportFormat): format is DesignFormat =>
  [...EXACT_FORMATS, ...MESH_FORMATS].some((one) => one === format)

const NEVER = new AbortController().signal

export function exportRoutes(parts: Parts): Route[] {
  const { storage, boxes } = parts
  const files = createDesignFiles(parts)
  const common = {
    scope: 'view',
    kind: 'costly',
    errors: ['JOB_NO_BUILD', 'JOB_NOT_PROVEN', 'JOB_NOT_VALID', 'JOB_SWEPT', 'RECIPE_PART_EXCEEDS_SHEET'],
  } as const
  return [
    route({
      method: 'GET',
      path: '/api/sessions/:id/exports/:format',
      summary:
        'The design as a file: of a box svg or dxf (several sheets are a zip), pdf, panels (all of it as JSON), coupon (to cut first) or json (its recipe), of a part stl, brep, svg or dxf; of both step, py, 3mf, glb and png.',
      ...common,
      replies: { 200: 'application/octet-stream' },
      query: exportQuery,
      async handle({ params, query, request }) {
        const session = await sessionAt(parts, params.id)
        const { layers, force, ...options } = query
        const asked = { format: params.format ?? '', layers, options, force: force === 'true' }
        const { bytes, ending, type, version } = await exported(session, asked)
        const name = await nameOf(session, version)
        const hash = createHash('sha256').update(bytes).digest('hex')
        const answer = sendBytes(request, { bytes, hash, type, name: `${name}.${ending}`, inline: false })
        // Unlike an artifact, this address has other bytes when the head moves.
        return { ...answer, headers: { ...answer.headers, 'cache-control': 'private, no-cache' } }
      },
    }),
    route({
      method: 'POST',
      path: '/api/sessions/:id/exports',
      summary:
        'Makes a file of a version that stays: {format, version?, layers?, options?, force?}. Asked twice, made once.',
      ...common,
      body: exportBody,
      replies: { 200: z.strictObject({ artifact }) },
      async handle({ params, body }) {
        const session = await sessionAt(parts, params.id)
        const { options = {}, ...rest } = body
        const { version, format, made } = await madeOf(session, { ...rest, options })
        const kept = made ?? (await keptOf(version, format, await exported(session, { ...rest, options })))
        return { body: { artifact: kept } }
      },
    }),
  ]

  async function versionOf(session: SessionRow, wanted: VersionId | undefined): Promise<Version> {
    const id = wanted ?? session.head
    const version = id === null ? undefined : await storage.versions.get(id, session.id)
    if (!version)
      throw wanted === undefined ? refuse('JOB_NO_BUILD') : refuse('REQUEST_NOT_FOUND', 'There is no such version.')
    return version
  }

  /** Which version and format are meant, and the artifact where it is one that the design itself becomes. */
  async function madeOf(session: SessionRow, { format: wanted, version: id, layers, options, force }: Asked) {
    const version = await versionOf(session, id)
    const kind = await kindOfVersion(storage, version)
    const format = FORMATS[kind].find((one) => one === wanted)
    if (format === undefined)
      throw refuse('REQUEST_INVALID', `A ${kind} is not given as ${JSON.stringify(wanted.slice(0, 20))}.`, {
        at: 'format',
        choices: [...FORMATS[kind]],
      })
    const isSheet = kind === 'box' && isBoxFile(format)
    const design = Object.fromEntries(
      Object.entries(options).filter(([name]) => !Object.hasOwn(sheetOptions.shape, name)),
    ) as FileOptions
    if (isSheet || !isDesignFormat(format)) {
      const [unused] = [...Object.keys(design), ...(layers ? ['layers'] : [])]
      if (unused !== undefined && !isSheet)
        throw refuse('REQUEST_INVALID', `A ${format} has no "${unused}".`, { at: unused })
      return { version, kind, format }
    }
    const order = {
      session,
      version,
      format,
      options: optionsFor(format, design),
      ...(layers === undefined ? {} : { layers }),
      ...(force ? { force } : {}),
    }
    return { version, kind, format, made: valueOf(await files.fileOf(order, NEVER)) }
  }

  async function exported(
    session: SessionRow,
    asked: Asked,
  ): Promise<{ bytes: Uint8Array; ending: string; type: string; version: Version }> {
    const { version, kind, format, made } = await madeOf(session, asked)
    const as = (bytes: Uint8Array, ending: Format) => ({ bytes, ending, type: TYPES[ending], version })
    if (made) return as(await bytesAt(made.sha256), made.format)
    if (kind === 'box' && isBoxFile(format)) return { ...(await sheetsOf(version, format, asked.options)), version }
    if (kind === 'box' && format === 'py') return as(await scriptOf(version), format)
    if (format === 'json' || format === 'py')
      return as(await bytesAt(version.files[format === 'json' ? 'box.json' : 'model.py']?.hash), format)
    throw refuse('JOB_NO_BUILD')
  }

  /** A file that is not made of a build, as a sheet, is kept with the job of its version all the same. */
  async function keptOf(
    version: Version,
    format: ExportFormat,
    { bytes, ending }: { bytes: Uint8Array; ending: string },
  ): Promise<Artifact> {
    if (version.job === undefined) throw refuse('JOB_NO_BUILD')
    const { hash } = await storage.blobs.put(bytes)
    const name = `exports/${hash.slice(0, 16)}/${format}.${ending}`
    const url = artifactFilePath(version.job, name)
    const kept: Artifact = { name, format: formatOf(ending), bytes: bytes.length, sha256: hash, url }
    if (!(await storage.artifacts.find(version.job, name))) await storage.artifacts.addAll(version.job, [kept])
    return kept
  }

  async function sheetsOf(version: Version, format: BoxFileFormat, query: z.output<typeof sheetOptions>) {
    const design = await designOfVersion(storage, boxes, version)
    if (design?.kind !== 'box') throw refuse('JOB_NO_BUILD', 'The recipe of this version cannot be read.')
    const { sheet, layout, marks, unproven } = query
    const order: BoxFileOrder = {
      recipe: design.recipe,
      format,
      ...(sheet === undefined ? {} : { sheet }),
      ...(layout === undefined ? {} : { layout }),
      ...(marks === 'true' ? { marks: true } : {}),
      ...(unproven === 'true' ? { unproven: true } : {}),
    }
    const files = await boxes.ask('files', order)
    if (!files.ok) throw new Refusal(recipeError(files.error))
    const [only, ...others] = files.value
    if (only === undefined) throw new Refusal(hewnError('JOB_NOT_PROVEN'))
    const { ending, type } = BOX_TYPES[format]
    if (others.length === 0) return { bytes: Buffer.from(only.text), ending, type }
    const zipped = Object.fromEntries(files.value.map(({ name, text }) => [name, Buffer.from(text)]))
    // A fixed time stamp: equal designs give equal bytes.
    return { bytes: zipSync(zipped, { mtime: new Date(1980, 0, 1) }), ending: 'zip', type: 'application/zip' }
  }

  /** A box as the script that builds it: exact, and anybody's to go on from. */
  async function scriptOf(version: Version): Promise<Uint8Array> {
    const design = await designOfVersion(storage, boxes, version)
    if (design?.kind !== 'box') throw refuse('JOB_NO_BUILD', 'The recipe of this version cannot be read.')
    const script = await boxes.ask('script', design.recipe)
    if (!script.ok) throw new Refusal(recipeError(script.error))
    return Buffer.from(script.value)
  }

  async function bytesAt(hash: string | undefined): Promise<Uint8Array> {
    const bytes = hash === undefined ? undefined : await storage.blobs.get(hash)
    if (!bytes) throw refuse('JOB_SWEPT')
    return bytes
  }

  /** `tea-box-v7`: the title, and which version of the session this is. */
  async function nameOf(session: SessionRow, version: Version): Promise<string> {
    const versions = await storage.versions.list(session.id)
    const number = versions.length - versions.findIndex((one) => one.id === version.id)
    return `${slugOf(session.title) || 'hewn'}-v${number}`
  }
}

const formatOf = (ending: string): Format => formatSchema.safeParse(ending.split('.').at(-1)).data ?? 'other'
