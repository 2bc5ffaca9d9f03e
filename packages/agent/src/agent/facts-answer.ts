import { densityOf, type Fact } from '@hewn/model'
import { materialIn } from '../contract/material-in.ts'

/**
 * Answers a question about the design from its facts: how heavy, how big, how many holes. Nothing when the words ask
 * for something else. What was said `before`, the newest last, may tell what it is made of.
 * @example answerFromFacts('how heavy is it in PLA?', facts) // → '32.1 g in PLA (1.24 g/cm³), from a volume of 25,888 mm³.'
 */
export function answerFromFacts(
  words: string,
  facts: readonly Fact[],
  before: readonly string[] = [],
): string | undefined {
  const asked = words.toLowerCase().trim()
  if (!QUESTION.test(asked)) return undefined
  const whole = facts.filter((fact) => !('layer' in fact) || fact.layer === undefined)
  if (/\b(heavy|weigh|weighs|weight|mass|grams?|kilos?|kilograms?|ounces)\b/.test(asked))
    return heavy([...before, words], whole)
  if (/\bvolume\b/.test(asked)) {
    const volume = valueOf(whole, 'volume')
    return volume === undefined ? undefined : `Its volume is ${number(volume)} mm³ (${number(volume / 1000)} cm³).`
  }
  if (SHEET.test(asked)) {
    const area = valueOf(whole, 'area')
    return area === undefined
      ? undefined
      : `Its panels are ${number(area)} mm² of sheet in all (${number(area / 1e6)} m²), without what is lost between them.`
  }
  if (/\b(surface|area)\b/.test(asked)) {
    const area = valueOf(whole, 'area')
    return area === undefined ? undefined : `Its surface is ${number(area)} mm².`
  }
  if (/\bhow many\b.*\b(holes?|openings?)\b|\bholes? (does|are)\b/.test(asked)) return holes(facts)
  if (SIZE.test(asked) && INSIDE.test(asked)) return inside(facts)
  if (SIZE.test(asked)) return sizes(whole)
  return undefined
}

const SIZE = /\b(how (big|large|long|wide|tall|high|thick|deep)|dimensions?|size|extents?)\b/
const INSIDE = /\b(?:inside|interior|internal|inner|clear|cavity)\b/
const SHEET = /\bhow much (?:plywood|ply|mdf|wood|acrylic|sheet|cardboard|timber|board)\b/
const QUESTION = /^(how|what|what's|whats|which|does|is|tell me)\b|\?$/

function heavy(said: readonly string[], facts: readonly Fact[]): string | undefined {
  const volume = valueOf(facts, 'volume')
  if (volume === undefined) return undefined
  const material = said.toReversed().flatMap((words) => materialIn(words) ?? [])[0]
  const density = material === undefined ? undefined : densityOf(material)
  if (material !== undefined && density !== undefined)
    return `${number((volume / 1000) * density)} g in ${material} (${density} g/cm³), from a volume of ${number(volume)} mm³.`
  const mass = valueOf(facts, 'mass')
  if (mass !== undefined) return `It weighs ${number(mass)} g.`
  return `Its volume is ${number(volume)} mm³. Say a material for its weight, for example: how heavy in PLA?`
}

function holes(facts: readonly Fact[]): string {
  const found = facts.filter((fact) => fact.kind === 'hole')
  if (found.length === 0) return 'It has no holes.'
  const sizes = Map.groupBy(found, (hole) => `Ø ${number(hole.diameter)}${hole.through ? '' : ' blind'}`)
  return `It has ${found.length} ${found.length === 1 ? 'hole' : 'holes'}: ${[...sizes]
    .map(([size, all]) => `${all.length} × ${size}`)
    .join(', ')}.`
}

function sizes(facts: readonly Fact[]): string | undefined {
  const size = facts.find((fact) => fact.kind === 'size')
  return size && `It is ${number(size.x)} × ${number(size.y)} × ${number(size.z)} mm (width × depth × height).`
}

/** The clear space of a box; that of a part is not measured. */
function inside(facts: readonly Fact[]): string | undefined {
  const found = facts.find((fact) => fact.kind === 'compartments')
  const sizes = new Set(found?.clear.map((one) => one.map(number).join(' × ')))
  if (sizes.size === 0) return undefined
  const each = (found?.count ?? 1) > 1 ? 'Its compartments are' : 'Inside it is'
  return `${each} ${[...sizes].slice(0, 4).join(', ')} mm clear (width × depth × height).`
}

function valueOf(facts: readonly Fact[], kind: 'volume' | 'area' | 'mass'): number | undefined {
  const found = facts.find((fact) => fact.kind === kind)
  return found && 'value' in found ? found.value : undefined
}

const number = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : value < 10_000 ? 1 : 0 })
