import { PICTURE_VIEWS, type PictureView } from '@hewn/protocol/files'
import { z } from 'zod'
import type { DesignFileOptions, DesignFormat } from '../pipeline/design-files.ts'
import { refuse } from '../refusal.ts'

const VIEW = `(${PICTURE_VIEWS.join('|')})`
const yes = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])

/** How a file of a design is made; in an address they are words, in a body JSON. */
export const fileOptions = z.strictObject({
  tolerance: z.coerce.number().min(0.001).max(5).optional(),
  angle: z.coerce.number().min(0.5).max(45).optional(),
  units: z.enum(['mm', 'cm', 'm', 'in']).optional(),
  ascii: yes.optional(),
  schema: z.enum(['AP214', 'AP242']).optional(),
  /** `z:12.5`: what the plane across Z at 12.5 mm cuts. */
  section: z
    .string()
    .regex(/^[xyz]:-?\d{1,6}(\.\d{1,6})?$/, 'expected an axis and a place in mm, as z:12.5')
    .optional(),
  views: z
    .string()
    .regex(new RegExp(`^${VIEW}(,${VIEW}){0,3}$`))
    .optional(),
  width: z.coerce.number().int().min(16).max(4096).optional(),
  height: z.coerce.number().int().min(16).max(4096).optional(),
  axes: yes.optional(),
  extents: yes.optional(),
})

export type FileOptions = z.output<typeof fileOptions>

const TAKEN: Readonly<Record<keyof FileOptions, readonly DesignFormat[]>> = {
  tolerance: ['stl', '3mf'],
  angle: ['stl', '3mf'],
  units: ['stl', '3mf'],
  ascii: ['stl'],
  schema: ['step'],
  section: ['svg', 'dxf'],
  views: ['png'],
  width: ['png'],
  height: ['png'],
  axes: ['png'],
  extents: ['png'],
}

/** What was asked for, where that format has a use for it; what it has none for is refused rather than left out in silence. */
export function optionsFor(format: DesignFormat, given: FileOptions): DesignFileOptions {
  for (const [name, formats] of Object.entries(TAKEN))
    if (given[name as keyof FileOptions] !== undefined && !formats.includes(format))
      throw refuse('REQUEST_INVALID', `A ${format.toUpperCase()} has no "${name}"; it is for ${formats.join(', ')}.`, {
        at: name,
      })
  const { section, views, ...rest } = given
  const [axis, at] = section?.split(':') ?? []
  return {
    ...(rest as DesignFileOptions),
    ...(views === undefined ? {} : { views: views.split(',') as PictureView[] }),
    ...(axis === undefined ? {} : { section: { axis: axis as 'x' | 'y' | 'z', at: Number(at) } }),
  }
}
