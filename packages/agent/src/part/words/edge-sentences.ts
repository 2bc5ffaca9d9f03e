import { LENGTH, type Rewrite } from './notation.ts'

const AT_45 = String.raw`(?: ?[x×] ?45\b(?: ?°| ?deg(?:rees?)?)?)?`
const EDGES = String.raw`((?:all |the |its |four |sharp |outer |outside |external |top |bottom |upper |lower |vertical )*(?:edges?|corners?))`

/** What is done to edges, in the order of drawings: how much, and on what. */
export const EDGE_SENTENCES: readonly Rewrite[] = [
  [/\bexterior (?=(?:vertical |upright |top |bottom |horizontal )*(?:edges?|corners?)\b)/gi, () => 'outside '],
  // `Fillet edges by 2 mm`
  [
    new RegExp(
      String.raw`\b(fillet|chamfer|bevel)(?: off)? ((?:the |all |its |outer |outside |external |sharp |top |bottom |upper |lower |vertical )*edges)(?: of (?:it|the (?:plate|block|part|box|cube|body)))? (?:by|with|to|using|at)(?: an?)?(?: (?:fillet|chamfer|radius|size|distance))*(?: of)? (${LENGTH})(?: (?:radius|fillet|chamfer))?`,
      'gi',
    ),
    ({ 1: work = '', 2: edges = '', 3: size = '' }) => `${size} ${/^f/i.test(work) ? 'fillet' : 'chamfer'} on ${edges}`,
  ],
  // `break all sharp edges 0.5`, `all edges broken 0.5 x 45`
  [
    new RegExp(
      String.raw`\b(?:break|ease) ${EDGES}(?: (?:by|to|at|with))?(?: an?)? (${LENGTH})${AT_45}(?: chamfers?)?(?! ?(?:radius|rounds?|fillets?))`,
      'gi',
    ),
    ({ 1: edges = '', 2: size = '' }) => `${size} chamfer on ${edges}`,
  ],
  [
    new RegExp(
      String.raw`\b${EDGES}(?: (?:are|to be))? (?:broken|eased)(?: (?:by|to|at|with))?(?: an?)? (${LENGTH})${AT_45}(?: chamfers?)?(?! ?(?:radius|rounds?|fillets?))`,
      'gi',
    ),
    ({ 1: edges = '', 2: size = '' }) => `${size} chamfer on ${edges}`,
  ],
  // `5 mm rounds on its vertical corners`
  [
    new RegExp(String.raw`\b(${LENGTH})(?: radius)? rounds? (?=(?:on|at|in|to) )`, 'gi'),
    (match) => `${match[1]} fillets `,
  ],
  // `break the bottom edge of the hole with a 1 mm chamfer`
  [
    new RegExp(
      String.raw`\bbreak (?:the )?((?:top |bottom |upper |lower )?(?:edge|rim)s? of (?:the |each |every |all (?:the )?|(?:the )?(?:two|three|four|five|six|eight) )?(?:hole|bore|slot|pocket)s?) (?:with|by) (?:an? )?(${LENGTH}) chamfers?`,
      'gi',
    ),
    (match) => `chamfer the ${match[1]} ${match[2]}`,
  ],
  // `round the four outside corners with a 5 mm radius`
  [
    new RegExp(
      String.raw`\b(?:round|radius|fillet)(?: off)? ((?:the |all |its |four |outside |outer |external |plate |vertical )*)corners? (?:with|to|by|at)(?: an?)?(?: (?:fillet|radius)(?: of)?)? (?:R ?)?(${LENGTH})(?: (?:radius|fillets?|rounds?))?`,
      'gi',
    ),
    (match) => `corner radius ${match[2]}`,
  ],
  // `with its four outside corners rounded to 8 mm radius`
  [
    new RegExp(
      String.raw`(?<=\b(?:with|and|,) ?)(?:the |all |its |(?:having|has) )*(?:four )?(?:outside |outer |external )?corners (?:rounded|radiused|filleted)(?: off)? (?:to|with|at|by)(?: an?)?(?: radius of)? (?:R ?)?(${LENGTH})(?: radius)?(?! ?(?:x|×|from|in\b))`,
      'gi',
    ),
    (match) => ` corner radius ${match[1]}`,
  ],
  // `all four vertical edges have a chamfer of 3 mm`
  [
    new RegExp(
      String.raw`(?:^|(?<=[.;,\n] ?|\band ))((?:all |the |its |four |both |each of |every )*(?:[a-z]+ ){0,3}(?:edges?|rims?)) (?:has|have|gets?|is given|are given|carry|carries) an? (chamfer|fillet|bevel|radius|rounding)(?: radius| size)?(?: of)? (${LENGTH})`,
      'gi',
    ),
    ({ 1: edges = '', 2: work = '', 3: size = '' }) =>
      `${size} ${/^[cb]/i.test(work) ? 'chamfer' : 'fillet'} on ${edges}`,
  ],
  // `the top edge is rounded with a fillet radius of 4 mm`
  [
    new RegExp(
      String.raw`\b(rounded|filleted|chamfered|bevel(?:l)?ed)(?: over| off)? (?:with|by|to|using) an? (?:(?:fillet|corner|edge|chamfer) )?(?:radius|size|fillet|chamfer|distance)(?: of)? (${LENGTH})`,
      'gi',
    ),
    (match) => `${match[1]} ${match[2]}`,
  ],
  // `the top edge is rounded 4 mm`: what is done to it, before what it is done to.
  [
    new RegExp(
      String.raw`(?:^|(?<=[.;,\n] ?|\band ))(?:all )?(?:the|its|all) ((?:[a-z]+ ){0,3}(?:edges?|rims?)) (?:is|are|gets?|has|have|should be|to be) (?:an? )?(rounded|filleted|chamfered|bevel(?:l)?ed)(?: over| off)?(?: (?:with|by|to))? (?:R ?)?(${LENGTH})(?: (?:radius|chamfer|fillet))?`,
      'gi',
    ),
    ({ 1: edges = '', 2: work = '', 3: size = '' }) =>
      `${size} ${/^(?:ch|be)/i.test(work) ? 'chamfer' : 'fillet'} on the ${edges}`,
  ],
]
