import { LENGTH, type Rewrite } from './notation.ts'

const WIDE = String.raw`(?:[Øø∅⌀] ?)?(?<wide>${LENGTH})(?: dia(?:meter)?)?`

/** What is said of holes in whole sentences: their shape and size stand at the hole. */
export const HOLE_SENTENCES: readonly Rewrite[] = [
  // `three countersunk 5 mm holes, 10 mm head`, `countersunk for 9 mm heads`, `heads 7 mm`, `15 mm head 8.6 deep`: how wide
  // the sink is, and how deep.
  [
    new RegExp(
      String.raw`(?<=\b(?<how>countersunk|countersinks?|csk|counterbored?s?|c'?bored?)\b(?![ -](?:head(?:ed)?[ -]|socket )?(?:screw|bolt|rivet|stud)\b(?! holes?\b))(?:[^.;]|\.\d)*?),? ?(?:(?:with|for|to|and) )*(?:an? |the )?(?:${WIDE} heads?(?: dia(?:meter)?)?|(?:screw )?heads?(?: dia(?:meter)?)?(?: of| are| is|:)? ${WIDE.replace('wide', 'other')})(?:(?: [x×]|,)? (?<deep>${LENGTH}) deep\b)?(?! ?(?:screw|bolt|end|x|×))`,
      'gi',
    ),
    ({ groups }) => {
      const { how = '', wide, other, deep } = groups ?? {}
      const work = /^(?:countersunk|countersink|csk)/i.test(how) ? 'countersunk to' : 'counterbored'
      return `, ${work} ${wide ?? other}${deep ? ` x ${deep} deep` : ''}`
    },
  ],
  // `two 6 mm axle holes across, 10 mm from the bottom`: from side to side.
  [/\b(holes?) across(?= ?(?:[,.;]|$))/gi, ({ 1: holes = '' }) => `cross ${holes}`],
  // `a hole through the tower from side to side`
  [/(?<=\b(?:holes?|bores?)\b(?:[^.;]|\.\d)*)\bfrom side to side\b/gi, () => 'from left to right'],
  // `a hole from each short side, 15 deep`: it goes in there; so far from a side is a distance.
  [
    /(?<=\b(?:holes?|bores?)(?: drilled| going| bored)?) from (each|both|either|the two) ((?:short|long|narrow) )?(sides?|ends?)(?=(?:[^.;]|\.\d)*\bdeep\b)/gi,
    ({ 1: each = '', 2: which = '', 3: side = '' }) => ` in ${each} ${which}${side}`,
  ],
  // `2 holes 60 apart, drill 6.6 thru, cbore 11 x 6.5 deep`
  [
    new RegExp(String.raw`(?<=\bholes?\b[^;]{0,80})[.,;] ?drill(?:ed)? (${LENGTH}) (?:thru|through)\b`, 'gi'),
    ({ 1: wide = '' }) => `, ${wide} diameter through`,
  ],
  // `four counterbores 11 dia 6.5 deep with 6.6 through holes`
  [
    new RegExp(
      String.raw`\b(?:M\d+(?:\.\d+)? )?(?:(?:socket|cap)[ -]?(?:head|screw) )*counterbores? (${LENGTH})(?: dia(?:meter)?)?,? (?:[x×] ?)?(${LENGTH}) deep,? (?:with|and|over|on) (?:an? )?(${LENGTH})(?: dia(?:meter)?)? (?:(?:through|clearance|thru) )?holes?\b`,
      'gi',
    ),
    ({ 1: head = '', 2: deep = '', 3: wide = '' }) => `${wide} through holes with a ${head} counterbore ${deep} deep`,
  ],
  // `through the cylinder and plate`, `through both cylinder and plate`: what was spoken of, each of them.
  [
    /\bthrough (?:both )?(?:the )?([a-z]+) and ([a-z]+)(?= ?(?:[.,;]|$))/gi,
    ({ 0: text, 1: one = '', 2: other = '', input, index }) =>
      [one, other].every((noun) => new RegExp(String.raw`\b${noun}\b`, 'i').test(input.slice(0, index)))
        ? `through the ${one} and the ${other}`
        : text,
  ],
  // `through both a 10 mm hole`
  [
    new RegExp(
      String.raw`(?<=[.,;:] ?|\band )through (both|it|everything|all of it),? (an? (?:[Øø∅⌀] ?)?${LENGTH}(?: dia(?:meter)?)? (?:hole|bore))\b`,
      'gi',
    ),
    ({ 1: all = '', 2: hole = '' }) => `${hole} through ${all}`,
  ],
  // `two holes through the base 60 mm apart`
  [
    new RegExp(
      String.raw`\b(?:through|in|into) (the|its) ([a-z]+) (?=${LENGTH} (?:apart|between cent(?:re|er)s)\b)`,
      'gi',
    ),
    ({ 1: the = '', 2: noun = '' }) => `in ${the} ${noun}, `,
  ],
  // `a bore that locates a mating boss`: what goes into it is not made.
  [
    /,? ?\b(?:that |which |to )?(?:locates?|receives?|accepts?|takes?|mates? with|clears?) (?:an? |the )?(?:mating|matching|corresponding) [a-z]+(?: [a-z]+)?(?= ?[.,;])/gi,
    () => '',
  ],
  // `M10 mounting holes, 11 mm clearance`
  [
    new RegExp(String.raw`\b(M\d+(?:\.\d+)? (?:[a-z]+ )?holes?), (${LENGTH}) clearance\b`, 'gi'),
    (match) => `${match[1]}, ${match[2]} diameter`,
  ],
  // Through the plate they go anyhow.
  [
    /\b(holes?) (?:(?:drilled|cut|running|going|bored) )?(?:all the way |right |completely |straight )?through the (?:plate|part|disc|disk|flange|panel|sheet)\b(?! and| to| into)/gi,
    (match) => match[1] ?? '',
  ],
  [
    /\b(?:drilled|cut|running|going|bored|made|passing) (?:all the way |right |completely |straight )?through the (?:plate|part|disc|disk|flange|panel|sheet)\b(?! and| to| into)(?<=\bholes?\b(?:[^.;]|\.\d)*)/gi,
    () => '',
  ],
  // A slot has round ends; with square ones it is an opening.
  [
    /\brectangular slot\b(?=([^.;]*))/gi,
    ({ 0: text, 1: rest = '' }) =>
      /\b(?:deep|depth|along|across|full|length of)\b/i.test(rest) ? text : 'rectangular cutout',
  ],
  [/\b(?:slot(?:'s)?) (?=corners\b)(?<=\brectangular (?:slot|cutout)[^]*)/gi, () => 'cutout '],
  [/\b(?:circular|round) (?:vent(?:ilation)?(?: holes?)?|perforation|opening)s\b/gi, () => 'holes'],
  // `one vertical through bore diameter 20`: a bore, and its diameter.
  [/\b((?:an?|one|single) (?:[a-z]+[ -]){0,3}bore) diameter (?=\d)/gi, (match) => `${match[1]}, diameter `],
  // `through hole along X at the centre`: in on one side, out on the other.
  [
    /\b(holes?|bores?) (?:(?:running|drilled|going|cut|that runs|axis|straight|right|clear|clean|through|all the way) )*(?:along|parallel to|in|normal to|axis along) (?:the )?(?:global )?[+-]?([xy])\b(?:[- ](?:axis|direction))?/gi,
    (match) => `${match[1]} from ${match[2]?.toLowerCase() === 'x' ? 'left to right' : 'front to back'}`,
  ],
  // `a hexagonal through hole`: its shape stands at the hole.
  [
    /\b(square|rectangular|hex(?:agonal)?|triangular|octagonal|pentagonal|elliptical|oval|circular) (through|blind|cent(?:er|re)|central)[- ](?=(?:hole|opening|cut-?out|window|pocket|recess)\b)/gi,
    (match) => `${match[2]} ${match[1]} `,
  ],
  // `make the hole 20 mm square instead of round`
  [
    new RegExp(
      String.raw`^\W*(?:please |now )?(?:(?:make|change|turn) )?(?:the|this|that) (hole|bore|opening) (?:should be |has to be |is to be |must be |to be |to |into )?(?:(${LENGTH}) square|(?:a )?square,? (${LENGTH}))(?: (?:instead of|and not|rather than) (?:round|circular))?\W*$`,
      'gi',
    ),
    ({ 1: hole = '', 2: first, 3: second = '' }) => `make it a square ${hole}, ${first ?? second} x ${first ?? second}`,
  ],
  // `an oval gasket with an oval hole`: one like the other.
  [/(?<=\boval\b[^]*)\boval (?=hole|opening|cut-?out|window)/gi, () => 'elliptical '],
  // `a hexagonal hole of side 6 mm`
  [
    /\b(hole|opening|cut-?out|pocket|recess|window) (?:of|with) (?:an? )?sides? (?:of )?(?=\d)/gi,
    ({ 1: hole = '' }) => `${hole} with side length `,
  ],
  // `a square hole with a side length of 20 mm`
  [
    new RegExp(
      String.raw`\bsquare (?:through[- ]?)?(hole|opening|cut-?out|window) with (?:an? )?(?:side lengths?|sides?|edge lengths?|side dimension)(?: of)? (${LENGTH})`,
      'gi',
    ),
    (match) => `${match[2]} x ${match[2]} square ${match[1]}`,
  ],
]
