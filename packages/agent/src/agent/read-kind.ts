import { toEnglish } from '../languages/to-english.ts'
import { holdsInHoles } from '../part/words/counted-holes.ts'

/**
 * Whether words ask for a box cut from flat sheets or for a part (AG49): what they say about material and making first,
 * then the noun; words without a body are about the design there is. A bare box or tray is a box; nothing at all, a part.
 * @example readKind('a printed tray with 2 mm walls') // → 'part'
 */
export function readKind(words: string, current?: 'box' | 'part'): 'box' | 'part' | 'ask' {
  const said = forNothing(headsOf(toEnglish(words).text.toLowerCase().trim().replace(TOOTHED_RACK, 'gear')))
  if (current !== undefined && EDITS.test(said)) return current
  // `a rack for six 16 mm test tubes`: solid, with a hole for each.
  if (holdsInHoles(said)) return 'part'
  // `a 40 x 40 x 80 box tilted 30 degrees about Y`: a solid, as no box of sheets leans.
  if (current === undefined && TURNED_ABOUT.test(said)) return 'part'
  const box = count(said, BOX_EVIDENCE)
  // `a box for 3D printed parts` is not printed itself.
  const part = count(
    said.replace(/\bfor (?:my |the |some )?(?:3d[- ])?printed \w+/g, '').replace(CONTENTS, ''),
    PART_EVIDENCE,
  )
  const boxNoun = BOX_NOUN.test(said)
  const partNoun = PART_NOUN.test(said)
  // Of a box there is, it is its own lid or handle; one that has sizes is a part.
  if (current === 'box' && OF_BOXES.test(said) && !/\d\s*[x×*]\s*\d/.test(said) && part === 0) return 'box'
  if (partNoun && !boxNoun && box === 0) return 'part'
  // `a cube of 20 in PLA` over a box of plywood: another thing, made another way.
  if (current === 'box' && AFRESH.test(said) && box === 0 && count(said, MADE_AS_PART) > 0) return 'part'
  // A plate of plywood is a plate: only what is hollow may be put together from sheets.
  // `laser cut from 2 mm 304: 150 x 75, four holes` is one too, though nobody calls it that.
  const flat = partNoun || (box === 1 && /\blaser[- ]cut\b[^]*\bholes?\b/.test(said))
  if (flat && !boxNoun && !HOLLOW.test(said) && !JOINED.some((one) => one.test(said))) return 'part'
  if (!partNoun && !boxNoun && current !== undefined && !(box > 0 && part === 0 && current === 'part')) return current
  // Told about the design there is: `make the box 20 mm taller`.
  if (boxNoun && !partNoun && current === 'part' && /\bthe (box|tray|enclosure|case)\b/.test(said)) return 'part'
  if (!partNoun && !boxNoun && box + part === 0 && OPEN_BOX.test(said) && !ROUND.test(said)) return 'box'
  if (box > part) return 'box'
  if (part > box) return 'part'
  if (box > 0) return 'ask'
  if (boxNoun && partNoun) return firstOf(said, BOX_NOUN) < firstOf(said, PART_NOUN) ? 'box' : 'part'
  // No sheet is put together to a ring; *a round box* is told so.
  return boxNoun && !ROUND_TRAY.test(said) ? 'box' : 'part'
}

/** Whether words name a design or order a change: said after a question, they need not be an answer. */
export function standsAlone(words: string): boolean {
  const said = toEnglish(words).text.toLowerCase().trim()
  return EDITS.test(said) || BOX_NOUN.test(said) || PART_NOUN.test(said)
}

/** How words begin that change what there is, whatever they name: `with a lid`, `add a hook`, `make it taller`. */
const EDITS =
  /^((please|and|also|now|then|but|ok|okay),? )*(close|open (?:at|on|it|up)|double|can i have|it should|(?:the )?same|with|without|add|put|remove|delete|drop|use|change|set|move|rotate|mirror|copy|round|fillet|chamfer|shell|hollow|drill|cut|give it|make (it|them|the|all)|no|more|fewer|less|bigger|smaller|taller|shorter|wider|narrower|deeper|longer|thicker|thinner|in|on|at|as|instead)\b/

const TURNED_ABOUT = /\b(?:tilted|rotated|leaning|inclined|turned)\b[^.;]*\b(?:about|around) (?:the )?[xyz]\b/

/** Another thing is told, with its size. */
const AFRESH = /^an? \w.*\d/

/** Of two nouns in a row the last is what is made: a `shelf bracket` is a bracket, a `screw organizer` an organizer. */
const headsOf = (said: string): string =>
  said.replace(BOX_THEN_PART, '$<head>').replace(PART_THEN_BOX, '$<head>').replace(PIECE_OF_BOX, '')

/** `a handle for a drawer`: what it is for is not made. */
const forNothing = (said: string): string => {
  const [before = ''] = said.split(FURNITURE)
  return PART_NOUN.test(before) ? said.replace(FURNITURE, ' ') : said
}
const FURNITURE =
  /\bfor (?:an? |the |my |our )?(?:\w+ )?(?:drawers?|cabinets?|cupboards?|shel(?:f|ves)|lockers?|chests?)\b/

/** What is open somewhere and not round is put together from sheets. */
const OPEN_BOX = /\bopen (?:at the |on |to the )?(?:top|front|bottom)\b|\bno lid\b|\bwith (?:a )?lid\b/
const ROUND = /\b(?:round|dia|diameter|ø|cylind\w*)\b|ø/

const ROUND_TRAY = /\bround trays?\b/

/** A rack that has teeth is no shelf, and neither is one that has holes. */
const TOOTHED_RACK =
  /\brack\b(?=[\s\S]*\bholes\b)|\brack\b(?=[\s\S]*\b(?:module|mod|teeth|tooth|pinion|gear|dp)\b)|(?<=\b(?:gear|toothed|pinion) )rack\b/g

/** `a box 120 x 80 x 60 for screws`: what is kept in it makes nothing of it. */
const CONTENTS =
  /(?<=\b(?:box|tray|bin|crate|caddy|organi[sz]er|sorter|cabinet|drawers?|chest)\b(?:(?!\b(?:holes?|boss|stand|post|lid)).)*) for (?:my |the |some |storing |keeping |small |m\d+ )*(?:screws|bolts|nuts(?: and bolts)?|nails|washers|dowels|pegs)\b(?! holes)/g

const count = (said: string, evidence: readonly RegExp[]): number => evidence.filter((one) => one.test(said)).length
const firstOf = (said: string, noun: RegExp): number => said.search(noun)

const BOX_NOUN =
  /\b(box|boxes|tray|trays|organi[sz]er|crate|caddy|cup|pot|chest|drawers?|shel(f|ves)|rack|bookshelf|cubby|planter|letterbox|casket|cube box|bird ?house|(nest|insect|tool|shoe|lunch)[ -]?box|cabinet|cupboard|bookcase|locker|bins?|totes?|crates|sorter|cubby)\b/
const PART_NOUN =
  /\b(plate|bracket|washer|flange|disc|disk|ring|tube|pipe|bushing|spacer|standoff|collar|sleeve|gear|pulley|shaft|pin|knob|handle|hook|hinge|gasket|bolt|screw|nut|rod|cylinder|block|wedge|pyramid|prism|sphere|ball|cone|torus|spring|profile|beam|channel|angle|enclosure|housing|case|jar|lid|cap|hub|rotor|clamp|grommet|stand|brick|star|hexagon|hex|polygon|ellipse|vase|bearing|coupler|coupling|mount|adapter|shim|spur|rack and pinion|punch|bar|strip|panel|sheet|loft|cover|foot|wheel|section|pull)s?\b/
const HOLLOW = /\b(enclosure|housing|case|holder|stand|station|cover|jar|lid|mount|wheel)s?\b/
/** `the left one should be 120 mm` is no answer to anything. */
export const speaksOfWhatIs = (words: string): boolean => OF_WHAT_IS.test(words.toLowerCase().trim())
const OF_WHAT_IS = /^(?:the|this|that|these|those|both|all)\b.*\b(?:should|must|has to|have to|needs? to) be\b/
const OF_BOXES = /^(?:a |an |the |two |four )?(?:\w+[ -]){0,3}(?:lids?|handles?|hinges?|feet)\b/
const inRow = (first: RegExp, head: RegExp) => new RegExp(`${first.source}[ -]+(?<head>${head.source})`, 'g')
const BOX_THEN_PART = inRow(BOX_NOUN, PART_NOUN)
const PART_THEN_BOX = inRow(PART_NOUN, BOX_NOUN)
/** `letterbox flap: 235 wide, 65 high, 1.5 thick`: a piece of a box, whatever it is called, and as thick as a sheet. */
const PIECE_OF_BOX = new RegExp(
  String.raw`^(?:an? )?${BOX_NOUN.source} (?=(?!${BOX_NOUN.source}|(?:with|for|in|of|from|open|inside|outside|about|measuring|size)\b)[a-z]+[:,]? \d(?:[^.;]|\.\d)*\bthick\b)`,
  'g',
)
/** How a thing is made, or what only things made that way have. */
const SHEETS = [
  /\blaser/,
  /\b(plywood|ply|mdf|cardboard|acrylic sheets?|birch|poplar|hardboard|balsa|perspex|plexiglass?)\b|\b\d+(?:\.\d+)? ?mm (?:clear |black |white |frosted )?(?:acrylic|oak|walnut|wood|pine|beech|cedar|maple|cherry|ash|bamboo)\b|\bacrylic,? \d/,
  /\b(flat|cut) sheets?\b/,
]
const JOINED = [
  /\bkerf\b/,
  /\bfinger ?(joints?|width|gap)|\bfingers\b|\bbox ?joints?\b/,
  /\b(dividers?|compartments?|drawers?)\b/,
]
const BOX_EVIDENCE = [...SHEETS, ...JOINED]
const MADE_AS_PART = [
  /\b(3d[- ]?)?print(ed|able|ing)?\b/,
  /\b(machined?|machining|milled|turned|lathe|cnc|cast)\b/,
  /\b(pla|petg|abs|asa|tpu|nylon|steel|stainless|alumini?um|brass|bronze|copper|titanium)\b/,
]
const PART_EVIDENCE = [
  ...MADE_AS_PART,
  /(?<!\b(?:front|back|left|right|side) )\bwalls?\b(?![- ](?:shel|mount|box|hung|hang|cabinet|rack|cubby))|\bwall thickness\b/,
  /\b(fillet(ed|s)?|chamfer(ed|s)?|rounded)\b/,
  /\b(screws?(?! (?:is |are )?(?:engraved|etched|written))|boss(es)?|standoffs?|counter ?(bore|sink|sunk|bored)|thread(ed)?|tapped|m\d+(\.\d+)?)\b/,
  /\b(hollow|solid|shell)\b/,
  /\b(pockets?|recess(es)?)\b[^.;]*\bdeep\b|\bdeep (round |square )?(pockets?|recess(es)?)\b/,
  /\b(pegs?|dowels?)\b/,
  // `a 15 mm hole through each side`: what is drilled right through is solid.
  /\bholes? (?:drilled |going |right |straight )*through (?:each|every|all|both)\b/,
]
