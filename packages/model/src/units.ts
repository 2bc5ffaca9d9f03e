/** Millimetres: the one length inside Hewn. A bare number where a length is meant does not type-check. */
export type Mm = number & { readonly unit?: 'mm' }
/** Whole micrometres: what joints are computed in, so that equality is equality of integers. */
export type Um = number & { readonly unit?: 'um' }

export const mm = (value: number): Mm => value as Mm

/** Rounds millimetres to whole micrometres; exact halves go down, so 1,587.5 µm is 1,587. */
export const toUm = (value: Mm): Um => (Math.ceil(value * 1000 - 0.5 - 1e-9) + 0) as Um
export const fromUm = (value: Um): Mm => (value / 1000) as Mm

export type Vec3 = [number, number, number]
export interface Bounds {
  min: Vec3
  max: Vec3
}
