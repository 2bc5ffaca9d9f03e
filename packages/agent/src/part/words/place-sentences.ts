import { LENGTH, type Rewrite } from './notation.ts'

const GOES = String.raw`(?:(?:that |which )?(?:passes|passing|runs|running|goes|going|extends|extending|(?:is |are )?(?:drilled|bored|cut|made)) )?(?:completely |straight |right |entirely |all the way )?`
const WHOLE = String.raw`(?:full |entire |whole |complete )?`
const OF_IT = String.raw`(?: (?:of|through) (?:it|(?:the|this) [a-z]+))?`

/** A bore that goes through the whole of one way: `passes through the block along its length`. */
const through = (way: string, between: string): Rewrite => [
  new RegExp(
    String.raw`(?<!\b(?:slot|groove|channel)s?\b[^.;]{0,80})(?<!holes[^.;]{0,60})\b(hole|bore)\b([^.;,]{0,70}?) ?\b${GOES}(?:through (?:it|the (?!full|entire|whole|\d)[a-z]+(?: [a-z]+)?) )?(?:along|through|down|over|across) (?:its|the) ${WHOLE}${way}\b${OF_IT}(?! ?(?:direction|of \d|\d))`,
    'gi',
  ),
  (match) => `${match[1]}${match[2]} ${between}`,
]

/** Where things are, in whole sentences. */
export const PLACE_SENTENCES: readonly Rewrite[] = [
  // `a 6 mm hole in the centre of each rounding`
  [
    /\b(?:in|at|on) the cent(?:er|re) of (?:each|both|every|the)(?: of the)?(?: end)? (?:roundings?|rounded ends?|end radi(?:us|i)|end arcs?|round ends?)\b/gi,
    () => 'concentric with each rounded end',
  ],
  // `three holes in the upright, 20, 60 and 100 mm from the top`: where they are, and no size of what they are in.
  [
    new RegExp(
      String.raw`(?<=\b(?:in|on|through|along|down) (?:the |each |both |its )(?:[a-z]+ ){0,2}(?:upright|leg|arm|wall|base|foot|flange|plate|back|web|face|side)s?),? (?=${LENGTH}(?:, ${LENGTH})+,? and ${LENGTH} (?:from|below|above)\b)`,
      'gi',
    ),
    () => ' at ',
  ],
  // `two holes 52 mm apart, the pair centred on the plate`: it says again which they are.
  [
    /,? (?:and )?(?:with )?(?:the|this|that) (?:pair|two|set|group|row|pattern)(?: of (?:them|holes))? (?:is |are |being )?(?=cent(?:red|ered)\b)/gi,
    () => ', ',
  ],
  // `a 50 mm pocket, and in the bottom of it a hole`, `two pockets, a hole through the bottom of each`
  [
    /(?<=\b(?:pocket|recess|cavity)(?:s|es)?\b[^.;]{0,60}\b)(?:the )?(?:bottom|floor|base) of (?:it|this|each(?: one)?|each of them)\b/gi,
    () => 'the floor of the pocket',
  ],
  [/(?<=\b(?:pocket|recess|cavity)\b[^.;]{0,60}\b)whose (?:bottom|floor|base)\b/gi, () => 'the floor of the pocket'],
  // `centred on the corner radius`: as far in as that.
  [
    new RegExp(
      String.raw`,? ?\b(?:(?:and |each |all |which are |is |are )*)(?:(?:cent(?:ered|red)|concentric)(?:ally)? (?:on|with|to|at|in)|(?:at|on|in) the cent(?:er|re)s? of) (?:(?:the|each|every|all|its|four|cent(?:er|re)s? of) )*(?:(?:corner|rounded corner|fillet)(?:s|'s)?(?: (?:radi(?:us|i)|arcs?|roundings?|fillets?|circles?))?|(?<=\bcorners?\b[^.;]*)radi(?:us|i))\b`,
      'gi',
    ),
    ({ 0: text, input, index }) => {
      const [, radius] =
        new RegExp(String.raw`\bcorners?\b[^.;]{0,40}?(?:radi(?:us|i)(?: of)?|\bR) ?(${LENGTH})`, 'i').exec(input) ??
        new RegExp(String.raw`(?:\bR ?)?(${LENGTH}) (?:radius(?:ed)? |rounded |fillet(?:ed)? )?corners?\b`, 'i').exec(
          input,
        ) ??
        []
      // `a hole at the centre of every corner radius`: there is one in each.
      const each = /\b(?:each|every|all)\b/i.test(text) && !/\bcorners?\b[^.;]*$/i.test(input.slice(0, index))
      return radius ? `${each ? ' in each corner' : ''} ${radius} from the edges` : text
    },
  ],
  // `offset 50 mm to the left of the centre`, `offset 10 mm in the positive X direction`
  [
    new RegExp(
      String.raw`,? ?\b(?:which is |that is |is )?(?:offset|shifted|moved|displaced)(?: by)? (${LENGTH}) (?:to the |towards the )?(left|right|front|back)(?: (?:of|from) (?:the |its )?(?:cent(?:re|er)|middle)(?: of the [a-z]+)?)?`,
      'gi',
    ),
    (match) => ` ${match[1]} to the ${match[2]} of the centre`,
  ],
  through('(?:length|long axis|longitudinal axis)', 'from end to end'),
  through('width', 'from front to back'),
  // `each slot 20 x 6 mm, rotated 90 degrees`: across.
  [
    /,? ?\b(?:and )?(?:each )?(?:rotated|turned) (?:by |through )?90 ?(?:°|deg(?:rees?)?)(?<=\bslots?\b[^.;]*)/gi,
    () => ' parallel to Y',
  ],
  // `5 mm thick, at the base`: below.
  [/(?<=\b(?:thick|high|tall|long),? )at (?:the|its) base\b(?! (?:of|plate)\b)/gi, () => 'at the bottom'],
]
