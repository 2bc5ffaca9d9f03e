import type { PartPlan, Span } from '@hewn/model'
import type { PartAnswer } from './answer.ts'
import { linesOf } from './code-of.ts'

/**
 * Words that tell a shape, whatever of the grammar took them (a name, a note, a piece of a title), and that nothing the part
 * is made of answers: `M8 flanged bolt` without a flange, `plate, one end pointed` that has square ends.
 */
export function unmadeShapes(words: string, part: PartAnswer): Span[] {
  const made = madeOf(part)
  // A flag that is the word itself may be heard, and change nothing.
  const answered = ({ says, by }: (typeof SHAPES)[number]) =>
    by.test(made.filter((one) => one.replaceAll(says, '') !== '').join(' '))
  return SHAPES.filter((one) => !answered(one)).flatMap(({ says }) =>
    [...words.matchAll(says)]
      .filter(({ index }) => !isElsewhere(words.slice(0, index)))
      .map(({ 0: text, index }): Span => [index, index + text.length]),
  )
}

/** Kinds and flags of all that is there, and the calls that make it: no label and no name, which may repeat the words. */
function madeOf(part: PartAnswer): string[] {
  const code = linesOf(part)
    .join('\n')
    .replaceAll(/"[^"]*"/g, '')
  return [part.plan.bodies.map(kindsOf).join(' + '), ...(code.match(/\b\w+\(|\btaper=/g) ?? [])].join(' ').split(' ')
}

const kindsOf = ({ family, flags, parts, features }: PartPlan['bodies'][number]): string =>
  [
    family,
    ...flags,
    ...Object.values(parts ?? {})
      .flatMap((all) => (Array.isArray(all) ? all : [all]))
      .map(() => 'part-of-body'),
    ...features.flatMap((one) => [
      one.kind,
      ...one.flags,
      ...one.parts.flatMap((piece) => [piece.kind, ...piece.flags]),
    ]),
  ].join(' ')

/** `for a tapered bearing`, `not pointed`, `the domed side`: of another thing, not so, or of what there is anyhow. */
const isElsewhere = (before: string): boolean =>
  /\b(?:for|fits?|takes?|taking|holds?|holding|accepts?|to suit|like|instead of)\b(?: [\w-]+){0,3} $/i.test(before) ||
  /\b(?:no|not|non|without|never|un)[- ](?:[\w]+ )?$/i.test(before)

/** Whatever is no straight prism: turned in stages, run out, turned round an axis. */
const SLOPES =
  'cone|pyramid|wedge|loft|reducer|stopper|taperedcup|taper=|trapez|triangle|gable|prism|Cone\\(|loft\\(|revolve\\(|chamfer\\(|Polygon\\(|Polyline\\('
const ROUNDED = 'dome|round|sphere|capsule|bowl|scoop|lens|torus|Sphere\\(|Ellips|fillet\\(|revolve\\(|Arc\\('
const BENT =
  'bent|bend|bracket|strip|hook|handle|elbow|path|arch|angle|channel|clip|clamp|saddle|hat|ring|torus|zed|profile|lid|sweep\\(|revolve\\(|Arc\\('
const REPEATED = 'gear|rack|spline|groove|rib|fin|notch|flute|knurl|lobe|star|saw|PolarLocations\\(|GridLocations\\('

const shape = (says: string, by: string) => ({ says: new RegExp(`\\b(?:${says})\\b`, 'gi'), by: new RegExp(by, 'i') })

const SHAPES = [
  shape('pointed|pointy|sharpened', `star|arrow|hook|nail|stake|ogive|${SLOPES}`),
  shape('tapered|tapering|conical', `hemisphere|dish|cup|hub|nozzle|hook|countersink|draft|${SLOPES}`),
  shape('domed|dished|convex|concave|crowned', `pocket|recess|${ROUNDED}`),
  shape('lobed|scalloped|fluted|serrated|toothed|splined|castellated|corrugated|ribbed|ridged|finned|barbed', REPEATED),
  shape('knurled(?! (?:thumb ?)?nuts?\\b)', 'knurl'),
  shape('twisted|coiled|wavy|helical', 'twist|coil|helix|wave|spring'),
  shape('bent|folded|curved|arched|cranked|looped', BENT),
  shape('forked', 'fork|clevis|slot|channel|notch|yoke|u-bracket|cutout|cut-out'),
  shape('flanged', 'flange|rim|collar|^(?!.*Polygon\\().*turned|disc.* hole|lip|pad|ear|foot|feet|ledge'),
  shape('slotted', 'slot|open-washer|channel|slit|groove|extrusion|cutout'),
  shape('grooved', 'groove|channel|pulley|sheave|rim|vee|notch|slot'),
  shape('perforated', 'hole|slot|cutout|vent'),
  shape(
    'stepped(?! (?:bore|hole|cylinder))',
    '\\+|step|stage|part-of-body|tier|terrace|counterbore|stair|hole .*hole|notch|rebate|lip|pad|rim|groove|shelf',
  ),
  shape('rounded|filleted|radiused', `pill|slot|corner|full|gear|hook|cam|oval|nose|${ROUNDED}`),
  shape('chamfered|bevell?ed|mitred|mitered', `mitre|bevel|clip|corner|countersink|rim|octagon|${SLOPES}`),
  shape('wedge[- ]shaped', SLOPES),
  shape(
    'split(?= (?:bush(?:ing)?|collar|ring|sleeve|tube|clamp|block)s?\\b)',
    'slit|gap|half|sector|slot|trim|washer|clamp|Box\\(',
  ),
  shape('hinged', 'hinge|knuckle|barrel'),
  shape('male[- /]+female|female[- /]+male|male and female', 'stud|spigot|shank|pin|step|turned'),
]
