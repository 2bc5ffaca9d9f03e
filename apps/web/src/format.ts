import type { Vec3 } from '@hewn/model'

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
/** What is small still is something: never `0` for a value that is not. */
const tiny = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 })
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** A number has its unit (WB8), with no more digits than somebody would read aloud. */
export const formatNumber = (value: number): string => {
  if (Math.abs(value) < NOISE) return '0'
  return Math.abs(value) < 0.1 ? tiny.format(value) : number.format(value)
}
export const formatLength = (mm: number): string => `${formatNumber(toNanometre(mm))} mm`
export const formatSize = (size: Vec3): string => `${size.map((mm) => formatNumber(toNanometre(mm))).join(' × ')} mm`
export const formatArea = (mm2: number): string =>
  mm2 >= 1e5 ? `${formatNumber(mm2 / 100)} cm²` : `${formatNumber(mm2)} mm²`
export const formatVolume = (mm3: number): string =>
  mm3 >= 1e6 ? `${formatNumber(mm3 / 1000)} cm³` : `${formatNumber(mm3)} mm³`
export const formatMass = (grams: number): string =>
  grams >= 1000 ? `${formatNumber(grams / 1000)} kg` : `${formatNumber(grams)} g`
export const formatCount = (count: number): string => whole.format(count)

/** `84 ms`, `1.2 s`, `2 min 5 s`: whichever is read at a glance. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${whole.format(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1e6) return `${formatNumber(bytes / 1e3)} kB`
  return `${formatNumber(bytes / 1e6)} MB`
}

/** The last bits of a float are nobody's measurement. */
const NOISE = 1e-12
/** Kernels measure lengths to about 1e-7 mm; what is below a nanometre is theirs, not the design's. */
const toNanometre = (mm: number) => Math.round(mm * 1e6) / 1e6
