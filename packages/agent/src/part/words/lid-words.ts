import type { Rewrite } from './notation.ts'

const N = String.raw`\d+(?:\.\d+)?(?:\/\d+)?(?: ?(?:mm|cm|in(?! (?:the|each|its|both)\b)|")(?![a-z]))?`
const LID = String.raw`(?:lid|cover|cap|hatch)`
const POTS = /\b(?:pot|cup|planter|bucket|bin|beaker|bowl|vase|tub|tumbler|mug|lamp ?shade|basket)\b/i
const ACROSS = String.raw`(?: (?:across|dia(?:meter)?|wide|od))*`

const at = (end: string): RegExp =>
  new RegExp(
    String.raw`(?:\bdia(?:meter)?\.? |Ø ?|⌀ ?)?(${N})${ACROSS} (?:at |across )?(?:the )?${end}\b(?: (?:outside |outer )?dia(?:meter)?\b)?(?! (?:thick|floor|wall|\d[\d.]*\b(?! ?(?:mm )?(?:bottom|base|foot)\b)))`,
    'gi',
  )
const ends = { top: at('(?:top|rim|mouth)'), bottom: at('(?:bottom|base|foot)') }
const told = (end: RegExp, words: string): boolean => new RegExp(end.source, 'i').test(words)
const bothEnds =
  (name: string) =>
  (match: RegExpExecArray): string =>
    POTS.test(match.input) &&
    (name === 'upper' || told(ends.top, match.input) || /\bupper diameter\b/.test(match.input))
      ? ` ${name} diameter ${match[1]} `
      : match[0]

const BOX = /\b(?:box|case|enclosure|housing|tray|container|bin|caddy|dish|tub|planter|pot|jar|cup|trough)\b/i
const ofBox =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    BOX.test(match.input) ? put(match) : match[0]

/** What stands under a lid: a frame is a lip, anything solid a spigot, three sizes of which end in how deep it goes. */
function below(what: string, sizes: string): string {
  const frame = /ring|frame|wall|skirt/i.test(what)
  const plain = sizes
    .replace(new RegExp(String.raw`\b(${N} ?[x×] ?${N}) ?[x×] ?(${N})`), '$1, $2 deep')
    .replace(/,? (?:and )?(?:its|whose) (?:outside|outer (?:size|edge)) (?:measures|is)/i, ',')
  return `${frame ? 'with a lip below' : 'with a spigot'}${plain}`
}

/** `cap for a 60 mm tube: 60 dia disc 3 thick with a plug`, `end cap for square tube: plate 40 x 40 x 4, …`: a lid, by its own sizes. */
const TOP = String.raw`(?:top plate|cover plate|top|plate|disc|disk|flange|head)`
const OWN = String.raw`(?:(?:flat |round |square |rectangular )*(?:(?<chain>${N} ?[x×] ?${N}(?: ?[x×] ?${N})?) ${TOP}\b|(?:top plate|cover plate|top|plate),? (?<behind>${N} ?[x×] ?${N}(?: ?[x×] ?${N})?)|(?<wide>${N})(?: dia(?:meter)?\.?| across| round| od)+ ${TOP}\b|(?<disc>${N}) (?:dis[ck]|flange|head)\b)(?:,? (?<thick>${N}) thick)?)`
const TOP_SAID = String.raw`[:,] ?(?:an? )?${OWN}(?=[^]*\b(?:plug|spigot|stub|lug|ring|lip|skirt|rim)\b)`
const TOPPED = new RegExp(String.raw`\b(?:end )?${LID}\b${TOP_SAID}`, 'gi')

/** How lids, covers and pots are told: what they go over, what stands below them, how wide they are above and below. */
export const LID_WORDS: readonly Rewrite[] = [
  // `square slip-on cap 54 x 54 outside, 18 high, 2 mm walls`: with corners it is a box upside down.
  [
    new RegExp(
      String.raw`\b(?:square|rectangular) (?:(?:slip|push|press)-?(?: )?(?:on|over) |protective |dust |end |post )*cap\b(?=[^]*\d(?: ?mm)? ?[x×] ?\d)(?=[^]*\bwalls?\b)(?![^]*\b(?:plug|spigot|dia|OD)\b)`,
      'gi',
    ),
    () => 'slip-over lid',
  ],
  // `wall 2 mm, 18 mm high, top 3 mm thick`: of what has a wall, no place.
  [
    new RegExp(String.raw`\b(?:the )?top(?: is)?:? (${N}) thick\b`, 'gi'),
    ({ 0: text, 1: size, input }) =>
      new RegExp(String.raw`\b${LID}`, 'i').test(input) && /\bwalls?\b/i.test(input) ? `${size} thick top` : text,
  ],
  // What it is for goes by itself: its numbers are none of the lid's.
  [new RegExp(String.raw`\b(?:end )?${LID} for (?:[^.;:,]|\.\d)*(?=${TOP_SAID})`, 'gi'), () => 'lid'],
  [
    TOPPED,
    ({ groups }) => {
      const { chain, behind, wide, disc, thick } = groups ?? {}
      return `lid ${chain ?? behind ?? `${wide ?? disc} diameter`}${thick ? `, ${thick} thick` : ''}`
    },
  ],
  // `furniture cap 50 x 50 x 5 with a 40 x 40 plug`: with two sides it is not round.
  [
    new RegExp(
      String.raw`\b[a-z]* ?cap,?:? (?=${N} ?[x×] ?${N} ?[x×] ?${N}\b[^]*\b(?:plug|spigot|stub|lug|ring|lip)\b)(?=[^]*\b(?:x ?${N}|square) (?:plug|spigot|stub|lug|ring|lip)|[^]*(?:plug|spigot|stub|lug|ring|lip),? (?:of )?${N} ?x )`,
      'gi',
    ),
    () => 'lid ',
  ],
  // `a skirt all round, open underneath`: as it always is.
  [
    new RegExp(String.raw`(?<=\b${LID}\b[^]*\bskirt\b[^]*),? open (?:underneath|below|at the bottom)\b`, 'gi'),
    () => '',
  ],
  // `a rim 15 mm deep around the edge`
  [
    new RegExp(
      String.raw`(?<=\b${LID}\b[^]*)\b(?:rim|lip|wall|edge)((?:,? (?:of )?${N}(?: (?:deep|high|tall|thick|wide))?)*) (?:all )?a?round the (?:outer |outside |whole )?(?:edge|outside|perimeter)\b`,
      'gi',
    ),
    ({ 1: sizes = '' }) => `skirt${sizes}`,
  ],
  // `with a 20 mm flange turned down all round`
  [
    new RegExp(
      String.raw`(?<=\b${LID}\b[^]*)\b(?:flange|edge|rim|lip|side)s? (?:turned|folded|bent) down(?: all)?(?: (?:a?round|along)(?: the (?:edge|outside|perimeter))?)?`,
      'gi',
    ),
    () => 'skirt',
  ],
  // `with a 70 dia top 4 thick on the wide end`
  [
    new RegExp(
      String.raw`(?<=\b(?:stopper|bung|plug)\b[^]*)\b(${N}${ACROSS}) top\b(,? (?:x )?${N}(?: thick| high)?)?(?: (?:on|at) the (?:wide|wider|large|larger|thick|upper|top) end)?`,
      'gi',
    ),
    ({ 1: wide = '', 2: thick = '' }) => `${wide} head${thick}`,
  ],
  // `a 35.5 x 35.5 plug 15 long below it`: where else.
  [
    new RegExp(
      String.raw`(?<=\b(?:${LID}|stopper|plug)\b[^]*\b(?:plug|spigot|stub|lug|boss)\b(?:[^.;]|\.\d)*),? (?:in the (?:middle|cent(?:er|re)) |centred |centrally )?(?:underneath|under|below|beneath)(?: it| the (?:top|plate|disc|lid|cover))?(?= ?(?:[.,;]|$|and\b|with\b))`,
      'gi',
    ),
    () => '',
  ],
  // `a rim 8 mm high`, `with a 10 mm rim` under a lid: a rim is an edge elsewhere.
  [
    new RegExp(
      String.raw`(?<=\b${LID}\b(?!s? ?:)[^]*)(?:(?<=\b${N} )rim(?= ?(?:[.,;]|$))|\brim(?=,? (?:of |is )?${N} (?:high|deep|tall|thick|wide)))`,
      'gi',
    ),
    () => 'lip',
  ],
  // `The top is a disc 90 mm in diameter`: what the lid is beside what stands below it.
  [
    new RegExp(String.raw`(?<=\b${LID}\b[^]*)[.;,] ?(?:the|its) top is an? (?:flat |round )?(disc|plate)\b`, 'gi'),
    ({ 1: shape = '' }) => `, top ${shape}`,
  ],
  // `bowl 150 rim diameter, 80 base diameter`, `saucer: 120 rim, 100 base`: a pot that tapers by other words.
  [
    new RegExp(
      String.raw`\b(?:(?:plant|pot|flower ?pot) )?(?:saucer|bowl|dish|drip tray)\b([^]*?)(${N})(?: dia(?:meter)?)? (?:(?:top )?rim|mouth|top)\b(?: diameter)?,? ?(?:and )?(${N})(?: dia(?:meter)?)? (?:base|bottom|foot)\b(?: diameter)?(?! thick)`,
      'gi',
    ),
    ({ 1: told = '', 2: high, 3: low }) => `tapered cup${told}${high} across the top, ${low} across the bottom`,
  ],
  // `100 across the top, 70 across the bottom`: a pot that tapers. One of them alone is what it is anyway.
  [ends.top, (match) => (told(ends.bottom, match.input) ? bothEnds('upper')(match as RegExpExecArray) : match[0])],
  [ends.bottom, (match) => bothEnds('lower')(match as RegExpExecArray)],
  // `Jar lid: disc 80 dia, 3 thick`: the disc is the lid.
  [
    new RegExp(
      String.raw`\b(${LID})\b([^:;.\d]*): ?(?:an? )?(?:flat |round )?(?:disc,? (?:of )?(?:dia(?:meter)? )?(${N})${ACROSS}|(${N}) disc\b)(?: ?[x×] ?(${N}))?`,
      'gi',
    ),
    ({ 1: noun = '', 2: more = '', 3: size, 4: other, 5: thick }) =>
      `${/cap/i.test(noun) ? 'lid' : noun}${more.replace(/ with (?:[a-z]+ )*holes?$/i, '')}, ${size ?? other} diameter${thick ? `, ${thick} thick` : ''}`,
  ],
  // `lid for an 86 x 61 enclosure: 2.5 mm thick plate with …`, `end cap for a tube: disc 60 x 3`: its own sizes, before what it is for.
  [
    new RegExp(
      String.raw`\b(${LID})\b( for (?:[^.;:]|\.\d)*): ?(?:an? )?(?:flat )?(?:(${N})(?: thick)? )?(?:flat |square |rectangular )?plate\b`,
      'gi',
    ),
    ({ 1: noun = '', 2: more = '', 3: thick }) => `${noun}${thick ? ` ${thick} thick` : ''}${more},`,
  ],
  [
    new RegExp(
      String.raw`\b(?:end )?(${LID})\b( for (?:[^.;:]|\.\d)*): ?(?:an? )?(?:flat |round )?disc,? (?:of )?(${N})(?: dia(?:meter)?)?(?: ?[x×] ?|,? )(${N})(?: thick)?(?=[\s\S]*\b(?:plug|spigot|lip|ring)\b)`,
      'gi',
    ),
    ({ 2: more = '', 3: wide = '', 4: thick = '' }) => `lid ${wide} diameter x ${thick} thick${more}`,
  ],
  // `square tube end cap 40 x 40`
  [
    /\b((?:square|rectangular) (?:steel )?(?:tub(?:e|ing)|pipe|section)|box section) (?:end )?(?:cap|cover)\b/gi,
    ({ 1: tube = '' }) => `cap for ${tube}`,
  ],
  // `End cap for 40 mm square tube: … with a solid plug under it`, `…, insertion depth 15`: what goes in is no ring.
  [
    /\b(?:end )?cap\b(?=[^.;]*\b(?:square|rectangular) tub(?:e|ing)\b[\s\S]*\b(?:plug|spigot|stub|insert\w*|goes in(?:to|side)?|push\w* in(?:to|side)?|fits in(?:to|side)?)\b)/gi,
    () => 'end plug',
  ],
  [
    new RegExp(
      String.raw`(?<=\b(?:plug|stopper|bung)\b[^]*)(?:(${N}) (?:insert(?:ion)?|plug) (?:depth|length)|(?:insert(?:ion)?|plug) (?:depth|length)(?: of)? (${N})|(?:that )?(?:goes|go|pushes|fits) (?:in(?:to it|side)?) (${N})(?! ?(?:[x×]|tube|pipe|hole)))`,
      'gi',
    ),
    ({ 1: before, 2: behind, 3: far }) => `, ${before ?? behind ?? far} deep `,
  ],
  // `2 mm wall going down 12 mm below the top plate`
  [
    new RegExp(
      String.raw`\b(wall|skirt)s?,? (?:which |that )?(?:going|goes|extending|extends|reaching|reaches|hanging|hangs) (?:down )?(${N}) (?:down )?(?:below|under|from) (?:the |its )?(?:top plate|top|plate|lid)`,
      'gi',
    ),
    ({ 1: wall = '', 2: deep = '' }) => `${wall}, ${deep} inside height`,
  ],
  // `and below it a centred spigot`, `on the underside a sleeve 98 OD, 94 ID`: its lip.
  [
    new RegExp(
      String.raw`(?<=\b${LID}\b[\s\S]*)(?:\band |, )?\b(?:below it|below|on it|underneath(?: it)?|on (?:the|its) (?:underside|underneath|lower side)|under it|from (?:the|its) underside),? (?:there is )?an? (hollow )?(${N} (?:high|tall|deep),? )?(?:centred |centered |central |concentric |round )?(skirt|ring|sleeve|rim|spigot|collar|tube|plug|boss)\b(?: of)?`,
      'gi',
    ),
    ({ 1: hollow, 2: high = '', 3: what = '' }) =>
      `${/spigot|plug|boss/i.test(what) && !hollow ? ' with a spigot' : ' with a lip below'}${high ? ` ${high.replace(/,? $/, '')}` : ''}`,
  ],
  // `with a ring underneath`, `with a raised rectangle 81.4 x 56.4 x 3 on the underside`, `a raised rectangular frame on its underside`
  [
    new RegExp(
      String.raw`(?<=\b${LID}\b[\s\S]*)\bwith an? (?:raised |centred |central |rectangular |square |round |downward )*(ring|frame|wall|skirt|rectangle|block|lug|step|plug|spigot)\b((?:[^.;]|\.\d)*?),? (?:underneath|on (?:the|its) underside|on the bottom|under it|below(?: it)?)\b(?: that (?:drops|goes|fits) (?:inside|into)[^.;\d]*)?`,
      'gi',
    ),
    ({ 1: what = '', 2: sizes = '' }) => below(what, sizes),
  ],
  [
    new RegExp(
      String.raw`(?<=\b${LID}\b[\s\S]*)\bon (?:the|its) underside(?: it has|,| is| there is)* an? (?:raised |centred |central |rectangular |square |round |downward )*(ring|frame|wall|skirt|rectangle|block|lug|step)\b((?:[^.;]|\.\d)*)`,
      'gi',
    ),
    ({ 1: what = '', 2: sizes = '' }) => `with ${below(what, sizes).replace(/^with /, '')}`,
  ],
  // `cover, 100 dia x 8`
  [
    new RegExp(
      String.raw`(?<=\b(?:cover|lid)\b[^.;:\d]*)(${N}) (?:dia(?:meter)?|od)\.? ?[x×] ?(${N})(?! ?[x×])(?: thick)?`,
      'gi',
    ),
    ({ 1: across = '', 2: thick = '' }) => `${across} diameter, ${thick} thick`,
  ],
  // `3 mm thick closed face, 2 mm side wall`
  [
    new RegExp(String.raw`(?<=\bcap\b[\s\S]*)(${N})(?: thick)? (?:closed )?(?:face|front|end)(?: wall)?\b`, 'gi'),
    ({ 1: thick = '' }) => `top wall ${thick} thick`,
  ],
  // `front 2 mm thick` of a cap is what closes it.
  [
    new RegExp(String.raw`(?<=\bcap\b[\s\S]*)\b(?:front|face|end)(?: (?:is|wall))? (?=${N} thick)`, 'gi'),
    () => 'top wall ',
  ],
  [/\bcap for an? (\d[\d.]*)(?: mm)? lens\b/gi, ({ 1: size = '' }) => `cap for a ${size} tube`],
  // `lid that goes over the outside of a 120 x 80 box with 0.3 mm clearance per side`: a box upside down around it.
  [
    new RegExp(
      String.raw`\b${LID}\b,?(?: (?:that|which|to))? (?:goes?|fits?|slips?|slides?) over(?: the outside of)? (?:an?|the) (${N} ?[x×] ?${N}) (?:box|case|tray|tin|body|block),? ?(?:with )?(?:an? )?(${N}) (?:clearance|gap|play)(?: (?:per side|all round|all around|each side|on each side|around|on every side))?`,
      'gi',
    ),
    ({ 1: over = '', 2: gap = '' }) => `box open at the bottom for a ${over} board with a ${gap} gap`,
  ],
  [
    new RegExp(String.raw`(?<=\bbox open at the bottom for a[\s\S]*?)\b(${N}) (?:thick )?(?:top|roof)\b`, 'gi'),
    ({ 1: thick = '' }) => `${thick} floor`,
  ],
  // `My board is 70 x 50. I want a case for it`: what it is for, told before.
  [
    new RegExp(
      String.raw`^\s*(?:my|the|our) (?:[a-z]+ ){0,2}?(?:board|pcb|circuit board) (?:is|measures) (${N} ?[x×] ?${N})(?: mm)? ?[.;,] ?([\s\S]*?)\b(case|box|enclosure|housing|tray|container) for it,?(?: with)? (?:an? )?(${N}) (?:clearance|gap|room|play)(?: all (?:a)?round)?`,
      'gi',
    ),
    ({ 1: size = '', 2: wish = '', 3: noun = '', 4: gap = '' }) =>
      `${wish}${noun} for a ${size} board with a ${gap} gap`,
  ],
  // `150 mm cube outside, 5 mm thick all over`: the three sizes of what is hollow.
  [
    new RegExp(
      String.raw`(?<=\b(?:cabinet|box|case|enclosure|housing|container|bin|planter)\b[^.]*)\b(${N}) cube\b(?! box)`,
      'gi',
    ),
    ({ 1: side = '' }) => `${side} x ${side} x ${side}`,
  ],
  [
    /\beach of (?:the |its )?two (?:opposite )?((?:short|long) )?(sides?|walls?|ends)\b/gi,
    ({ 1: which = '' }) => `both ${which}sides`,
  ],
  [
    /\b(?:both |the |its )?two opposite ((?:short |long )?)(?:sides|walls)\b/gi,
    ({ 1: which = '' }) => `both ${which}sides`,
  ],
  // `a rim round the outside of the mouth`, `a flange going outwards all round the top`
  [/\b(?:rim|lip) (?:a)?round the outside of the (?:mouth|top|opening|rim)\b/gi, () => 'outward rim'],
  // `an external flange extending 3 mm outward from the top rim`: how far it stands out.
  [
    new RegExp(
      String.raw`\b(?:external |outer |outside )?(?:rim flange|flange|rim|lip)\b,? (?:(?:that|which) )?(?:extend|project|protrud|stick|stand|reach|overhang)(?:s|ing|es)?(?: out)?(?: by)? (${N}) outwards?(?: all (?:a)?round)?(?: (?:from|around|round|at) (?:the )?(?:top(?: (?:rim|edge))?|rim|mouth|upper edge))?\b`,
      'gi',
    ),
    ofBox(({ 1: far = '' }) => `outward rim offset ${far}`),
  ],
  [
    /\b(rim flange|flange|rim|lip)\b([^.;]*?),? (?:going |turned |sticking |pointing )?outwards?(?: all)?(?: (?:a)?round)?(?: the (?:top|rim|mouth|upper edge))?\b/gi,
    ({ 2: sizes = '' }) => `outward rim${sizes}`,
  ],
  // `open at the top and at one of the short ends`: which ends are short, the sizes tell.
  [
    /\bopen at the top and (?:at |on )?(?:one|a) (?:of the )?(short|long) (?:ends?|sides?)\b/gi,
    ({ 1: which = '', input }) => {
      const [, x, y] = /(\d[\d.]*)[^\d.]{1,8}(\d[\d.]*)/.exec(input) ?? []
      const lying = Number(x) >= Number(y)
      return `open at the top, open at the ${(which.toLowerCase() === 'short') === lying ? 'right' : 'front'}`
    },
  ],
  // No round thing.
  [/\ball the way (?:a)?round\b/gi, () => 'all round'],
  // `box for a PCB, outside 100 x 60`: the sizes are the box's.
  [/\bfor (?:an?|the|my) (?:[a-z]+ )?(?:pcb|board)(?=,? ?(?:outside|inside|outer|overall|inner)\b)/gi, () => ''],
]
