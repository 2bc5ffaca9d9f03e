import { LENGTH, type Rewrite } from './notation.ts'

const SIDE = String.raw`(?:the |its )?(left|right|front|back|rear)(?:[- ]hand)?(?: end| side)?`
const LOWERED = String.raw`(?:cut|milled|reduced|machined|thinned|lowered|taken|stepped)(?: down)? to `
const OF_IT = String.raw`(?: of (?:the |its )?(?:length|block|bar|plate|width|part))?`

/** A stretch of a bar that is lower than the rest is a step at that end of it. */
export const END_STEPS: readonly Rewrite[] = [
  // `gland: 30 mm hex 15 mm long, then 24 mm diameter 20 mm long`: a stretch with flats, and round ones behind it.
  [
    new RegExp(
      String.raw`^(?:(?:an? )?[a-z][a-z -]{1,24}[:,] *|(?:an? )?(?:gland|plug|fitting|adapter|nipple) )?(?:an? )?(?:(${LENGTH}) (?:hex(?:agon(?:al)?)?)(?: (?:head|section|body|part|portion))?(?: ?\(?(?:across (?:the )?flats|a\/?f)\)?)?|hex(?:agon(?:al)?)?(?: (?:head|section|body|part|portion))? (${LENGTH})(?: \(?(?:across (?:the )?flats|a\/?f)\)?)?),? (?:(?:x|×|by|and) )?(${LENGTH})(?: (?:long|high|thick|tall))?,? (?:and )?(?:then|followed by|stepping (?:down )?to)(?: an?)?(?: (?:shank|section|spigot|boss|thread|cylinder|stud|pin))?,? (?=[Øø∅⌀]? ?\d)`,
      'gi',
    ),
    ({ 1: first, 2: second, 3: long }) =>
      `turned part: hex head ${first ?? second} across flats ${long} long, then section `,
  ],
  // `the left 30 mm is cut to half thickness from above`
  [
    new RegExp(
      String.raw`\b${SIDE} (${LENGTH})${OF_IT} (?:is |are |being )?(?:cut|milled|reduced|thinned|machined)?(?: away| down)?,? ?(?:to )?half (?:of )?(?:the |its )?(?:thickness|height)(?: (?:is )?(?:cut away|removed|milled off|taken off))?(?: from (?:the )?(above|below|top|bottom|underside))?`,
      'gi',
    ),
    ({ 1: side, 2: wide, 3: from = '' }) =>
      `with a half step at the ${side} end ${wide} wide${/below|bottom|underside/.test(from) ? ' from the bottom' : ''}`,
  ],
  // `the right-hand 30 mm of the length is only 15 mm high`, `with the right half 15 high`
  [
    new RegExp(
      String.raw`\b(?:with )?${SIDE} (?:(${LENGTH})${OF_IT} (?:(?:is|are|being) (?:only |just )?(?:${LOWERED})?|${LOWERED})|half${OF_IT}(?: is| being)? (?:only |just )?(?:${LOWERED})?)(${LENGTH}) (?:high|thick|tall)\b`,
      'gi',
    ),
    ({ 0: text, 1: side = '', 2: wide, 3: rest, input }) => {
      // `left half 20 high, right half 10 high`: a terrace each.
      if (!wide && /\bhalf\b[^]*\bhalf\b/i.test(input)) return text
      const half = `half its ${/left|right/i.test(side) ? 'length' : 'width'}`
      return `with a step at the ${side} end ${wide ?? half} wide, floor ${rest}`
    },
  ],
  [
    new RegExp(String.raw`\b((?:half )?lap\b[^.;]*?),? half (?:of )?the (?:thickness|height|depth)(?: deep)?`, 'gi'),
    (match) => match[1] ?? '',
  ],
  // `one side cut straight 20 mm from the centre`, `a flat 20 mm from the centre`
  [
    new RegExp(
      String.raw`\b(?:with )?(?:one side (?:is )?|a (?:flat )?side |an edge )?(?:(?:cut|milled|sliced|ground)(?: off)? (?:straight|flat)(?: off)?|a (?:straight|flat)(?: (?:cut|side|edge))?|flat)(?: at| so that it is)? (${LENGTH}) (?:away )?from the cent(?:er|re)\b`,
      'gi',
    ),
    (match) => `with a flat inradius ${match[1]}`,
  ],
]
