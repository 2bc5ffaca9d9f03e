import type { Rewrite } from './notation.ts'

const BENT =
  /\b(?:bra[ck]+[ei]?ts?|braces?|cleats?|angle (?:clip|piece|iron|tie|plate)|corner (?:iron|plate)|book ?end|stand|clevis|yoke|bearing support|shoe|strap|strips?|l-?shaped?)\b/i
/** Cut off a bar, and no bracket. */
const ANGLE = /\bangle (?:profile|section|bar|\d)/i
const ofBracket =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    BENT.test(match.input) ? put(match) : match[0]

const N = String.raw`\d+(?:\.\d+)?(?:-\d+\/\d+|\/\d+)?(?: ?(?:mm|cm|inch(?:es)?|in|")(?![a-z]))?`
const HEEL = String.raw`(?:the )?(?:(?:outside|outer|common|bracket) )?(?:heel|corner of the (?:l|bracket|angle)|outside corner|bend line|bend|outside of the (?:other leg|bend|heel|upright|base|corner)|outside of (?:first|second) leg)`

const GUSSET =
  '(?:solid )?(?:triangular (?:gussets?|ribs?|cheeks?|braces?|webs?|side plates?|sides?|stiffeners?)|gussets?|gusset plates?|stiffening ribs?)'
const COUNT = 'one|two|three|four|five|six|[1-9]'

const CORNER = 'inside|inner|internal|outside|outer'
/** Where the legs meet, within and without; all others are at their free ends. */
const cornerRadius = (which: string, size: string): string =>
  `${/^in/i.test(which) ? 'root fillet' : /^out/i.test(which) ? 'outer radius' : 'corner radius'} ${size}`

/** How the legs of a bracket are named and measured. */
export const LEG_NAMES: readonly Rewrite[] = [
  // `L bracket with gusset 60 x 60, 30 wide, gusset 40 x 40 x 4`: it is told with its sizes behind.
  [
    new RegExp(
      String.raw`\b(bracket|brace) with (?:an? |two )?(?:triangular )?(?:gusset|rib)s? (?=${N}[^]*\b(?:gusset|rib)s?:? ${N})`,
      'gi',
    ),
    ({ 1: bracket = '' }) => `${bracket} `,
  ],
  // `vertical plate 60 wide … joined to a horizontal plate 60 wide …`: the bracket that they are.
  [
    /^(?:an? )?(?=(?:vertical|upright|horizontal) (?:plate|leg|wall|flange)\b[^.;]*\b(?:joined|welded|attached|fixed|connected|bolted|glued) to (?:an?|the) (?:vertical|upright|horizontal) (?:plate|leg|wall|flange)\b)/gi,
    () => 'L bracket , ',
  ],
  [
    /,? (?:joined|welded|attached|fixed|connected|bolted|glued) to (?:an?|the) (?=(?:vertical|upright|horizontal) (?:plate|leg|wall|flange)\b)/gi,
    ofBracket(() => ' , '),
  ],
  // `three holes in the long leg and two in the short`
  [
    /\b(in|on|through) the (long|short|longer|shorter|upright|vertical|horizontal|lying)(?: one)?(?=\s*(?:[,.;]|$|and\b))(?<=\b(leg|arm|flange)\b[^]*)/gi,
    ({ 1: prep = '', 2: which = '', 3: leg = '' }) => `${prep} the ${which} ${leg}`,
  ],
  // `angle bracket with gusset, 60x60x40, 4 mm thick`: the sizes are those of the bracket.
  [
    new RegExp(
      String.raw`\bbracket,?((?: 90 ?(?:°|degrees?),?)?) with ((?:an? |two |2 )?(?:triangular )?gussets?), (${N} ?[x×] ?${N} ?[x×] ?${N}(?:,? ${N} thick)?)(?=[,.;]|$)`,
      'gi',
    ),
    ({ 1: bent = '', 2: gusset = '', 3: sizes = '' }) => `bracket${bent} ${sizes} with ${gusset}`,
  ],
  // `bracket 200 x 150 with a diagonal brace, 25 wide, 4 thick`
  [
    new RegExp(
      String.raw`\b(bracket,? ${N} ?[x×] ?${N}) with (an? (?:diagonal )?(?:brace|gusset|rib)), (${N} wide,? (?:and )?${N} thick)(?=[,.;]|$)`,
      'gi',
    ),
    ({ 1: bracket = '', 2: brace = '', 3: sizes = '' }) => `${bracket}, ${sizes}, with ${brace}`,
  ],
  // `5 mm holes at leg centers`
  [
    new RegExp(
      String.raw`\b((?:[Øø∅⌀] ?)?(?:${N}|m\d+(?:\.\d+)?)(?: dia(?:meter)?)?) holes (?:at|in|on) (?:the )?leg (?:cent(?:er|re)s?|middles?)\b`,
      'gi',
    ),
    ofBracket(({ 1: size = '' }) => `a ${size} hole in the centre of each leg`),
  ],
  // `1/4 plate`
  [
    /(?<=[,;:] ?)(\d+\/\d+) (?:plate|sheet|strip|stock|steel|bar)(?= ?(?:[,;]|\.(?!\d)|$))/gi,
    ofBracket(({ 1: size = '' }) => `${size} thick`),
  ],
  [/\b(?:cable|wire) channel bracket\b/gi, () => 'u channel'],
  // `t-shaped joining plate`: it lies flat.
  [
    /\b([lt])[- ]shaped? (?:flat )?(?:joining|mending|connecting|repair|fixing|splice|tie) plate\b/gi,
    ({ 1: letter = '' }) => (/l/i.test(letter) ? 'flat corner brace' : 'flat t bracket'),
  ],
  // `flat plate bracket, T shape`, `tee bracket flat`: what lies flat.
  [
    /\bflat (?:plate )?(?:bracket|plate|brace),? ([lt])[- ]?shaped?\b|\b(?:([lt])|(t)ee)[- ](?:shaped? )?bracket,? flat\b/gi,
    (match) => (/l/i.test(match[1] ?? match[2] ?? '') ? 'flat corner brace' : 'flat t bracket'),
  ],
  // `stem 20 wide going down 60 below the bar`
  [
    new RegExp(
      String.raw`\b(?:(?:going|hanging|extending|reaching|sticking|running|coming) )(?:down )?(${N}) (?:down )?(?:below|from|under|down from) (?:it|the (?:cross ?|top )?bar)\b`,
      'gi',
    ),
    (match) => (/\bstem\b/i.test(match.input) ? `${match[1]} long` : match[0]),
  ],
  // `flat L shaped corner brace`, `L shaped flat corner plate`: what lies flat, however its words stand.
  [
    /\b(?:flat ([lt])[- ]?(?:shaped? )?|([lt])[- ]?shaped? flat )(?:(?:corner|angle|mending|joining|repair|connecting|plate) )*(?:brace|bracket|plate|iron|strap|tie)\b/gi,
    (match) => (/l/i.test(match[1] ?? match[2] ?? '') ? 'flat corner brace' : 'flat t bracket'),
  ],
  // `flat corner brace: legs 80 and 60 long, both 20 wide`
  [
    new RegExp(
      String.raw`(?<=\bflat (?:corner|t bracket|l\b)[^]*?)\b(?:legs|arms|sides) (?:of )?(${N}) (?:and|by|x) (${N})(?: long)?(?: (?:outside|overall))?(?: (?:each|both))?[, ]*(?:and )?(?:(?:both|each|all)(?: (?:legs|of them))? )?(${N}) wide\b`,
      'gi',
    ),
    ({ 1: one, 2: other, 3: wide }) => `${one} x ${other}, arms ${wide} wide`,
  ],
  // `flat corner iron (L plate lying flat)`, `flat corner brace, L shaped`: which it is, is said twice.
  [
    /(?<=\bflat (?:corner|l|angle)\b[^.:;(,]*)(?:\((?:an? )?l[- ](?:shaped )?(?:plate|piece|shape)[^)\d]*\)|, ?(?:an? )?l[- ]shaped?(?: (?:plate|piece))?\b)/gi,
    () => '',
  ],
  // `in each leg a 4 mm hole 10 mm from the end and another 30 mm from the end`
  [
    new RegExp(
      String.raw`\bin (each|both|every) (leg|arm|flange)s?,? an? ((?:[Øø∅⌀] ?)?(?:${N}|m\d+)(?: dia(?:meter)?)?) hole (${N}) from (the (?:free |outer )?(?:end|tip|corner|bend))(?:,| and)+ (?:another|one|a second)(?: one| hole)? (${N}) from (?:the (?:free |outer )?(?:end|tip|corner|bend)|it)\b`,
      'gi',
    ),
    ofBracket(
      ({ 1: each = '', 2: leg = '', 3: size = '', 4: near = '', 5: end = '', 6: far = '' }) =>
        `two ${size} holes in ${each} ${leg}, ${near} and ${far} from ${end}`,
    ),
  ],
  // `2 M6 holes each leg`
  [
    /(?<=\b(?:holes|screws|m\d+|holes? [\d.]+(?: ?mm)?|[\d.]+ ?mm) )(?:each|per) (leg|arm)\b/gi,
    ofBracket(({ 1: leg = '' }) => `in each ${leg}`),
  ],
  // `two M4 holes each`, `with each two M4 holes`
  [/(?<=\bholes )(?:in )?each(?= ?(?:[.,;]|$))/gi, ofBracket(() => 'in each leg')],
  [
    /\beach (?=(?:two|three|four|[2-4]) (?:(?:M\d+|[\d.]+ ?mm) )?holes\b)((?:[^.,;\s]+ ){1,3}?holes)\b/gi,
    ofBracket(({ 1: holes = '' }) => `${holes} in each leg`),
  ],
  // `2 screw holes on each side`: of what has two legs, in each of them.
  [
    /(?<=\b(?:holes|screws|m\d+|holes? [\d.]+(?: ?mm)?|[\d.]+ ?mm) )(?:(?:on|in|at) )?(?:each|either|both|per) (?:sides?|arms?)\b(?! of)/gi,
    ofBracket(({ 0: text, input }) =>
      /\b(?:u|z|t|hat)[- ]?(?:shaped )?(?:bracket|channel|clip)\b/i.test(input) ? text : 'in each leg',
    ),
  ],
  // `a 50 mm tall, 5 mm thick wall at one edge`
  [
    new RegExp(
      String.raw`\b(${N})[ -]?(?:tall|high),? (?:and )?(?:an? )?(${N})[ -]?thick (?:vertical |upright |back )?(?:wall|leg|plate)\b(?= (?:at|along|on|from|rising))`,
      'gi',
    ),
    ofBracket(({ 1: tall = '', 2: thick = '' }) => `vertical wall ${tall} tall and ${thick} thick`),
  ],
  // Legs are outside sizes anyhow.
  [
    /,? ?\(?\b(?:all )?(?:outside|external|outer) (?:measurements?|dimensions?|dims|sizes?)\b\)?|,? ?\b(?:sizes|dimensions|measured) (?:over|to|on) the outside\b/gi,
    ofBracket(() => ''),
  ],
  // `a 20 mm foot on each side with a 6 mm hole in its middle`
  [
    new RegExp(
      String.raw`\b(an? (?:${N} )?(?:long |wide )?(foot|tab|ear|lug|flange)) (?:on|at) (?:each|either) (?:side|end),? with (an? [^.;,]{0,24}hole) (?:in|at|through) its (?:middle|cent(?:er|re))\b`,
      'gi',
    ),
    ofBracket(({ 1: foot = '', 2: noun = '', 3: hole = '' }) => `${foot} , ${hole} in the middle of each ${noun}`),
  ],
  // `30 wide and 15 high inside`, `inside 50 wide x 25 high`
  [
    new RegExp(
      String.raw`\b(${N}) wide(?:,| and| x| by)* (${N}) (?:high|tall|deep) (?:inside|internally|clear)\b|\binside:? (${N}) wide(?:,| and| x| by)* (${N}) (?:high|tall|deep)\b`,
      'gi',
    ),
    (match) =>
      BENT.test(match.input) || /\b[uc][- ]?(?:shaped )?(?:channel|profile|section)\b/i.test(match.input)
        ? `inside width ${match[1] ?? match[3]} , inside height ${match[2] ?? match[4]}`
        : match[0],
  ],
  [
    new RegExp(String.raw`\b(${N}) (?:inside|internal|clear) (width|height)\b`, 'gi'),
    ofBracket(({ 1: size = '', 2: way = '' }) => `inside ${way} ${size}`),
  ],
  // `feet 15 long, with a 4 mm hole in each`
  [
    /\b(feet|legs|flanges|ears|tabs)\b((?:[^.;]|\.\d)*?)\bin each(?= ?(?:[,;)]|\.(?!\d)|$))/gi,
    ({ 1: many = '', 2: rest = '' }) =>
      `${many}${rest}in each ${many.toLowerCase() === 'feet' ? 'foot' : many.toLowerCase().replace(/s$/, '')}`,
  ],
  // `a 30 mm lip folded forward along the bottom edge`: the other leg.
  [
    new RegExp(
      String.raw`\b(?:an? )?(${N}) (?:wide |deep |long )?(?:lip|flange|foot|return|ledge) (?:is )?(?:folded|bent|turned|returned)(?: over)?(?: forwards?| out(?:wards?)?| up| back)?(?: at right angles)?(?: along| on| at)?(?: the| its)? (?:bottom|lower|top|upper) (?:edge|end)\b`,
      'gi',
    ),
    ofBracket(({ 1: size = '' }) => `base leg ${size}`),
  ],
  // `closed on both sides with triangular cheeks`, `a gusset on either side`, `on either side of that a triangular gusset`
  [
    new RegExp(
      String.raw`\b(?:closed |braced |stiffened )?(?:on|at) (?:both|either|each) sides?(?: of (?:it|that|the upright|the plate|this))?,? (?:with |by |there is |is )?(?:an? )?(?:two )?${GUSSET}\b`,
      'gi',
    ),
    () => 'with a twin gusset',
  ],
  [
    new RegExp(
      String.raw`\b(?:an? |one |two |2 )?(?:(${N}) (?:thick )?)?${GUSSET}((?:,? (?:${N})(?: [x×] ${N})*(?: thick| long| high)?)*),? (?:one )?(?:on|at|along|flush with) (?:both|either|each|the two) (?:side|edge)s?\b(?! of the (?:top|base|hole))`,
      'gi',
    ),
    ({ 1: thick, 2: sizes = '' }) => `a twin gusset ${thick ? `${thick} thick ,` : ''}${sizes}`,
  ],
  [
    /,? ?\b(?:that |which )?(?:reach(?:es|ing)?|go(?:es|ing)?|run(?:s|ning)?|extend(?:s|ing)?)(?: all the way)?(?: from the (?:inside |inner )?corner)?(?: right)? to the (?:free |outer )?ends? of (?:the|both|each)(?: the)?(?: two)? (?:legs?|arms?)\b/gi,
    (match) => (/\bgussets?\b/i.test(match.input) ? ', full height ' : match[0]),
  ],
  [/\bbra(?:k+|ck|c)[ei]?t\b/gi, () => 'bracket'],
  [
    /\b([luz])[- ](?:shaped? )?(?:style )?(?:mounting|motor|sensor|camera|shelf|support|fixing|corner|wall|steel) (?=bracket)/gi,
    ({ 1: letter = '' }) => `${letter} `,
  ],
  [
    /\b(?:camera |sensor |motor |switch )?(?:mount|holder|support|bracket),? ([luz])[- ]shaped?\b/gi,
    ({ 1: letter = '' }) => `${letter.toLowerCase()} bracket`,
  ],
  [
    /^(?:adjustable |slotted |steel |aluminium )?angle(?=[:,]? legs?\b[^.;]*\b(?:wide|width)\b)/gi,
    () => 'angle bracket',
  ],
  // `a little steel angle … One leg 50, … 20 wide`
  [
    /^([^.;:,\d]{0,60}?)\bangle\b(?! (?:bracket|iron|profile|bar|section|cleat|plate|piece|brace|tie|clip|between|of (?:the|an?)\b|\d))/gi,
    ({ 0: text, 1: before = '', input }) =>
      /\bleg\b/i.test(input) &&
      /\bwide\b/i.test(input) &&
      !/\bbracket|\d ?(?:mm|in|")? long\b|\d ?(?:°|deg)/i.test(input)
        ? `${before}angle bracket`
        : text,
  ],
  // An angle with a width is a bracket; cut off a bar it has a length.
  [
    /^(?:shelf |wall |corner |steel )?angle (?=\d[^;.]*\b(?:wide|width)\b)(?![^;.]*\blong\b(?! leg))/gi,
    () => 'angle bracket ',
  ],
  // `L bracket … Leg A: 70 mm`, `leg 1: 50 mm`: the first lies.
  [
    /(?<!\b(?:[Ee]ach|[Ee]very|[Pp]er|[Bb]oth) )\b(?:[Ll]eg|LEG|[Aa]rm|ARM|[Ss]ide|SIDE|[Ff]lange|FLANGE) (?:A(?=[ :=,).]|$)|a(?=[:=,).]|$| \d[^]*\b(?:leg|arm|side|flange) b\b)|(?:1|one|no\.? ?1)(?=[ :=,)]|$)(?! ?(?:mm|cm|in|x|×|\d|[Øø∅⌀]|M\d|(?:at|in|through|near)\b|(?:[a-z-]+ ){0,2}(?:hole|slot)s?\b)))/g,
    ofBracket(() => 'first leg'),
  ],
  [
    /(?<!\b(?:each|every|per|both) )\b(?:leg|arm|side|flange) (?:b(?=[ :=,).]|$)|(?:2|two|no\.? ?2)(?=[ :=,)]|$)(?! ?(?:mm|cm|in|x|×|\d|[Øø∅⌀]|M\d|(?:at|in|through|near)\b|(?:[a-z-]+ ){0,2}(?:hole|slot)s?\b)))/gi,
    ofBracket(() => 'second leg'),
  ],
  // `hanger strap, 20 x 3 flat bar bent to a U`
  [
    new RegExp(
      String.raw`^(?:[^.;:,\d]*[,:] )?(?:an? )?([^.;,]{0,20}\d[^.;,]{0,30}(?:bar|strip|flat|strap|steel|sheet|plate)) (?:bent|folded|formed) (?:(?:in)?to an? ([luzj])\b(?:[- ](?:shape|bracket))?|(?:at|to|through) (?:an? )?(?:right angle|90 ?(?:°|deg(?:rees?)?)))`,
      'gi',
    ),
    ({ 1: of = '', 2: letter = 'l' }) => `${letter} bracket from ${of}`,
  ],
  // `Bend a 25 mm wide strip of 2 mm steel into an L.`
  [
    /\b(?:bend|fold|form)(?:ing)? (an? [^.;]{3,60}?) into an? ([luzj])\b(?:[- ](?:shape|bracket))?/gi,
    ({ 1: of = '', 2: letter = '' }) => `${letter} bracket , ${of} `,
  ],
  // The depth of a section is how high it stands.
  [
    /\b(?:overall|total) depth\b/gi,
    (match) =>
      /\b(?:beam|profile|section|girder|tee|i-?beam|channel)\b/i.test(match.input) ? 'overall height' : match[0],
  ],
  // `a plate … and on its centreline a web 50 tall`
  [
    /\ban? web\b(?=[^.;]*\b(?:tall|high)\b)(?<=\b(?:plate|base)\b[^.;]*)(?<!\b(?:beam|section|profile|channel)\b.*)/gi,
    () => 'an upright plate',
  ],
  // `back 130 tall`: the side that stands, and not where something is.
  [
    new RegExp(String.raw`\b(back|front)(?= (?:${N}) (?:tall|high|deep|long)\b)`, 'gi'),
    ofBracket(({ 1: side = '' }) => (side.toLowerCase() === 'back' ? 'back plate' : 'front lip')),
  ],
  // `wall 60 wide 40 high`, `web 50 tall`: what stands there.
  [
    new RegExp(
      String.raw`(?<!vertical |upright |standing |back |side |end |${N} (?:thick )?)\b(?:wall|web)(?=:? (?:is |of )?(?:${N} (?:wide|thick),? (?:and )?)*${N} (?:high|tall)\b)`,
      'gi',
    ),
    ofBracket(() => 'vertical wall'),
  ],
  // `holes centred on each leg`
  [
    /\b(?:centered|centred|centrally) (?:on|in|within) (each|both|every|either) (leg|arm|flange|side)(s?)\b/gi,
    ofBracket(({ 1: each = '', 2: leg = '', 3: many = '' }) => `in the centre of ${each} ${leg}${many}`),
  ],
  // `the 60 leg gets two holes`
  [
    new RegExp(
      String.raw`\bthe (${N}(?: long)?|vertical|horizontal|upright|long(?:er)?|short(?:er)?|first|second) (leg|arm|flange) (?:gets|has|receives|carries|should have) (?=(?:an?|one|two|three|four|\d+)\b)`,
      'gi',
    ),
    ofBracket(({ 1: which = '', 2: leg = '' }) => `in the ${which} ${leg} `),
  ],
  [
    /(?:\b(each|every|both) (leg|arm|flange)(s?) (?:gets?|has|have|receives?|carr(?:y|ies)|should have)|[,;] ?(?:and )?(each|every|both) (leg|arm|flange)(s?):?) (?=(?:an?|one|two|three|four|\d+)\b(?:[^.;,]|\.\d){0,30}\b(?:holes?|slots?)\b)/gi,
    ofBracket(
      (match) => `${match[4] ? '; ' : ''}in ${match[1] ?? match[4]} ${match[2] ?? match[5]}${match[3] ?? match[6]} `,
    ),
  ],
  // `two top through holes in the base`, `one side hole in the web`: the side they are seen from is that of what they are in.
  [
    /\b(?:top|side|front|vertical|horizontal) ((?:through[- ]|thru[- ]|mounting |screw |clearance )*holes? (?:in|on|through) the )/gi,
    ofBracket(({ 1: holes = '' }) => holes),
  ],
  [/\bleaning (?:back )?(?:at|by|to)? ?(?:an angle of )?(?=\d)/gi, ofBracket(() => 'angle ')],
  // `strip, 25 wide, bent at 90°`
  [
    /\b(?:flat )?(strips?|bars?)\b([^.;]{0,40}?),? bent (?:at|to|through|by) (?:an? )?(?:90 ?(?:°|deg(?:rees?)?)|right angles?)/gi,
    ({ 1: noun = '', 2: rest = '' }) => `l bracket , ${noun}${rest}`,
  ],
  // `25 mm wide strip of 2 mm steel`, `out of 6mm plate`
  [
    /\b(?:made |bent |cut |folded |formed |pressed )?(?:out of|from|of|in) (\d+(?:-\d+\/\d+|\/\d+|\.\d+)? ?(?:mm|in|")) (?:thick )?(?:mild |stainless |galvani[sz]ed )?(?:steel |alumini?um |brass )?(?:plate|strip|flat|steel|stock)\b(?! ?\d)/gi,
    ofBracket(({ 1: size = '' }) => `, ${size} thick`),
  ],
  // `…, 4 mm steel.`
  [
    new RegExp(
      String.raw`(?<=^|[,;:(] ?)(${N}) (?:thick )?(?:mild |stainless |galvani[sz]ed )?(?:steel|alumini?um|brass)(?= ?(?:[,;)]|\.(?!\d)|$)| (?:bent|folded)\b)`,
      'gi',
    ),
    ofBracket(({ 1: size = '' }) => `${size} thick`),
  ],
  // `legs 40 / 60 measured outside`, `both legs 50 long outside`
  [
    /\b(legs?|arms?|flanges?)(:?) (\d[\d.]*) ?\/ ?(\d[\d.]*)(?! ?(?:[/"\d]|in\b|inch))/gi,
    ({ 1: legs = '', 3: one = '', 4: other = '' }) => `${legs} ${one} and ${other}`,
  ],
  [
    new RegExp(String.raw`\b((?:legs?|arms?)\b[^.;]{0,30}?${N}(?: long)?),? (?:measured )?(?:on the )?outside\b`, 'gi'),
    ofBracket(({ 1: legs = '' }) => `${legs} `),
  ],
  // `angle cleat 100 x 100 x 8, 75 long`: the third is the sheet.
  [
    /\b(\d[\d.]*) ?[x×] ?(\d[\d.]*) ?[x×] ?(\d[\d.]*)((?: ?mm)?)(?:,| ?[x×])? (\d[\d.]*(?: ?mm)?) long\b(?![^.;]*\bthick)/gi,
    ofBracket((match) =>
      Number(match[3]) * 3 < Math.min(Number(match[1]), Number(match[2]))
        ? `${match[1]} x ${match[2]}${match[4]}, ${match[3]} thick, ${match[5]} wide`
        : match[0],
    ),
  ],
  [
    /(?<=[,;:] ?)(\d+(?:-\d+\/\d+|\/\d+|[\d.]*) ?(?:mm|in|")) (?:mild |stainless )?(?:steel |alumini?um )?(?:plate|sheet|strip|steel|stock)(?= ?(?:[,;]|\.(?!\d)|$))/gi,
    ofBracket(({ 1: size = '' }) => `${size} thick`),
  ],
  [
    /(?<!between (?:the )?)\b(?:side ?)?(?:sides|walls) (?:(?:are|is|both|each|all|of) )*(?=\d[\d.]*(?: ?mm)? (?:high|tall|long))/gi,
    (match) => (/\bu\b|saddle|shoe|clevis|yoke/i.test(match.input) ? 'legs ' : match[0]),
  ],
  [
    new RegExp(String.raw`\b(?:arms|legs|sides) (${N}) (?:long |high |deep )?inside\b`, 'gi'),
    ofBracket(({ 1: high = '' }) => `inside height ${high}`),
  ],
  // `I've got a 38 mm post and want a u bracket around it`
  [
    new RegExp(
      String.raw`\bi(?:'ve| have)? (?:got )?an? (${N}) (?:wide |thick )?(?:square )?(post|tube|pipe|bar|beam|board|rail) and (?:i )?(?:want|need|would like) an? ([^.,;:]{3,30}?) (?:around|for|on|over) it\b`,
      'gi',
    ),
    ({ 1: size = '', 2: of = '', 3: noun = '' }) => `${noun} for a ${size} ${of}`,
  ],
  // `leg 1: 50 mm, one hole 8.5 mm in its middle`
  [
    /\b((first leg|second leg|(?:vertical|horizontal|upright|long|short) leg|upright|base|foot)\b[^;\n]*?\bholes?\b[^;\n]*?) in its (middle|cent(?:re|er))\b/gi,
    ofBracket((match) => `${match[1]} in the middle of the ${match[2]}`),
  ],
  // `Round the two free corners of each leg with R8`
  [
    new RegExp(
      String.raw`\b(?:round|radius|fillet)(?: off)? (?:all |the |both |two |four )*(?:free |outer |outside |exposed |end |top |upper )*corners(?: (?:of|on|at) (?:the |each |both |all )*(?:legs?|arms?|flanges?|uprights?|sides?|ends?))?,? (?:with |to |by |at )?(?:an? )?(?:radius (?:of )?)?r? ?(${N})(?: radius)?`,
      'gi',
    ),
    ofBracket(({ 1: size = '' }) => `, corner radius ${size}`),
  ],
  [
    new RegExp(
      String.raw`\b(?:all |the |both |two |four )*(?:free |outer |outside |exposed |end |top |upper )*corners(?: (?:of|on|at) (?:the |each |both |all )*(?:legs?|arms?|flanges?|uprights?|sides?|ends?))?,? (?:are )?(?:rounded|radiused)(?: off)? (?:with |to |by |at )?(?:an? )?(?:radius (?:of )?)?r? ?(${N})(?: radius)?`,
      'gi',
    ),
    ofBracket(({ 1: size = '' }) => `, corner radius ${size}`),
  ],
  [
    new RegExp(
      String.raw`\b(feet|foot|ears|wings|flanges|tabs) (?:sticking|projecting|standing|extending|reaching|going)? ?(?:out |outwards )?(${N})(?: long| wide)?(?: (?:on |to |at )?(?:each|both|either) (?:side|way|end)s?)?`,
      'gi',
    ),
    ofBracket(({ 1: feet = '', 2: size = '' }) => `${feet} ${size}`),
  ],
  // `the free corners have 5 mm radii`, `outer corners with 4 mm radius`
  [
    new RegExp(
      String.raw`\b(?:(?:all|the|both|four|its) )*(?:free|outer|outside|exposed|end) corners(?: of (?:the |both |each )*(?:legs?|arms?))?,? (?:have|get|are given|with|of) (?:an? )?(?:r ?)?(${N}) (?:radi(?:us|i)|rounding)s?\b`,
      'gi',
    ),
    ofBracket(({ 1: size = '' }) => `, corner radius ${size}`),
  ],
  // `free ends of both legs fully rounded`, `ends rounded to 12.5 radius`, `leg ends full radius`
  [
    new RegExp(
      String.raw`\b(?:(?:both|the|all|free|outer|leg) )*ends?(?: of (?:both|each|the|its|all)(?: two)? (?:legs?|arms?))?,?(?: (?:are|is|being))? (?:(?:fully|full|half) )?(?:round(?:ed)?|radius(?:ed)?|filleted)(?: off)?(?:(?: (?:to|with|at|by))?(?: an?)? (?:r ?)?(${N})(?: radius)?)?`,
      'gi',
    ),
    ofBracket(({ 0: text, 1: size }) =>
      size ? `corner radius ${size}` : /ends\b/i.test(text) ? 'fully rounded' : text,
    ),
  ],
  // `R4 in the inside corner`, `a 6 mm fillet in the inside corner`, `10 mm radius on the outside of the bend`
  [
    new RegExp(
      String.raw`\b(?:an? )?(?:r ?(${N}) (?:on|in|at) |(?:r ?)?(${N}) (?:internal )?(?:fillet|radius|rounding),? (?:(?:on|in|at) )?)(?:the |its )?(${CORNER})(?: (?:corner|edge|angle)|(?: (?:of the )?(?:bend|heel))?(?= ?(?:[,;)]|\.(?!\d)|$|and\b)))`,
      'gi',
    ),
    ofBracket(({ 1: first, 2: second = '', 3: which = '' }) => cornerRadius(which, first ?? second)),
  ],
  [
    new RegExp(String.raw`\binner radius (${N}) fillets?\b`, 'gi'),
    ofBracket(({ 1: size = '' }) => `root fillet ${size}`),
  ],
  // `6 mm inside fillet`
  [
    new RegExp(
      String.raw`\b(?:an? )?(?:r ?)?(${N}) (?:radius )?(?:inside|inner|internal)(?: corner)? fillets?\b(?: (?:at|in|along) the (?:crease|bend|corner|junction|joint))?`,
      'gi',
    ),
    ({ 0: text, 1: size = '', input }) =>
      BENT.test(input) || /\bangle\b|\bl[- ]?(?:profile|section)\b/i.test(input) ? `root fillet ${size}` : text,
  ],
  // `outside corner rounded 3 mm`, `free corners R8`, `inside R6, outside R12`
  [
    new RegExp(
      String.raw`\b(?:(free|${CORNER}) corners?(?::? r ?|(?: is| are)? (?:rounded|filleted|radiused)(?: to| by| with| at)? (?:r ?)?)|(${CORNER}):? r ?)(${N})`,
      'gi',
    ),
    ofBracket((match) => cornerRadius(match[1] ?? match[2] ?? '', match[3] ?? '')),
  ],
  // `outside corner 8 mm radius`, `outside corner radius 8`: where the legs meet, and one of them.
  [
    new RegExp(
      String.raw`\b(${CORNER}) corner(?: (?:with|has|of))?(?: an?)? (?:(${N}) (?:radius|fillet|rounding)|(?:fillet )?radius:? (?:of )?(?:r ?)?(${N}))`,
      'gi',
    ),
    ofBracket((match) => cornerRadius(match[1] ?? '', match[2] ?? match[3] ?? '')),
  ],
  // `bend radius 6 inside and 12 outside`, `bend radii 4 inner and 9 outer`
  [
    new RegExp(
      String.raw`\b(?:bend )?radi(?:us|i):? (?:of )?r? ?(${N}) \(?(?:inside|inner|internal)\)?(?:,| and| \/)* r? ?(${N}) \(?(?:outside|outer|external)\)?`,
      'gi',
    ),
    ofBracket(({ 1: within = '', 2: without = '' }) => `inner radius ${within} , outer radius ${without}`),
  ],
  // `gusset 6 thick, 40 along each leg`, `gusset 40 up the wall and 30 along the base`: how long its sides are.
  [
    new RegExp(
      String.raw`(?<=\b(?:gusset|rib|brace|web)s?\b(?:[^.;]|\.\d)*?)(?:(?:reaching|running|extending|going|that (?:runs|reaches|extends|goes)) )?\b(${N}) (?:long )?(?:along|up|down|on) (?:each|both|the two|either)(?: of the)? (?:leg|arm|flange|side)s?\b`,
      'gi',
    ),
    ofBracket(({ 1: size = '' }) => `${size} long`),
  ],
  // `6 in leg and 3 in leg at right angles`
  [
    new RegExp(
      String.raw`\b(?:an? |one )?(${N})(?: long)? (?:leg|arm|flange) and (?:an? |one )?(${N})(?: long)? (?:leg|arm|flange)\b(?: at (?:right angles?|90 ?(?:°|deg(?:rees?)?))(?: to each other)?)?`,
      'gi',
    ),
    ofBracket(({ 1: one = '', 2: other = '' }) => `legs ${one} and ${other} long`),
  ],
  // `base and legs 4 thick`: all of it.
  [
    new RegExp(
      String.raw`\b(?:base|bottom|floor|back|web) and (?:legs|walls|sides|arms|flanges)(?:,| are| is| both)* (${N})(?: thick)?(?= ?(?:[,;]|\.(?!\d)|$|and\b))`,
      'gi',
    ),
    ofBracket(({ 1: thick = '' }) => `${thick} thick`),
  ],
  // `one leg has a slot, the other a hole`, `a hole in one leg and a slot in the other`
  [
    /\bone (leg|arm|flange) (?:has|gets|with) (an? [^,;.]+?),? (?:and )?(?:the )?other (?:leg |arm |flange )?(?:has |gets |with )?(an? (?:[^,;.]|\.\d)+)/gi,
    ofBracket((match) => `${match[2]} in the first leg, ${match[3]} in the second leg`),
  ],
  [
    /\bone (leg|arm|flange)\b((?:[^;.]|\.\d)*?)\b(?:the other(?: (?:leg|arm|flange))?|(?<!the )other (?:leg|arm|flange))\b/gi,
    ofBracket((match) => `the first leg${match[2]}the second leg`),
  ],
  [
    new RegExp(String.raw`\b(ears|cheeks|lugs|uprights)\b((?:(?!hole)(?:[^;.]|\.\d))*?)(${N}) apart\b`, 'gi'),
    ofBracket(({ 1: ears = '', 2: rest = '', 3: gap = '' }) => `${ears}${rest}with a ${gap} gap between them`),
  ],
  // `38 mm from the heel`, `25 mm from the outside of leg B`
  [
    new RegExp(String.raw`\b(?:from|off|of) ${HEEL}(?= ?(?:[,.;)]|$|and\b|in\b|on\b|with\b))`, 'gi'),
    ({ 0: text, input }) => (BENT.test(input) || ANGLE.test(input) ? 'from the heel' : text),
  ],
  [
    /\bfrom (?:the )?(?:inside )?corner(?= ?(?:[,.;)\n]|$|and\b))/gi,
    ({ 0: text, input }) => (BENT.test(input) || ANGLE.test(input) ? 'from the heel' : text),
  ],
  [
    new RegExp(String.raw`\b(?:centred |centered )(${N}) (?:up|high)\b(?! from)`, 'gi'),
    ofBracket(({ 1: far = '' }) => `${far} from the heel`),
  ],
  // `20 mm above the base`
  [
    new RegExp(
      String.raw`(${N}) (?:up )?above (?:the )?(?:top (?:face |surface )?of the )?(?:base(?: plate)?|foot)\b`,
      'gi',
    ),
    ofBracket(({ 1: far = '' }) => `${far} from the foot edge`),
  ],
  [
    new RegExp(
      String.raw`(${N}) (?:up )?(?:above|from) the (?:underside|bottom|bottom face) of the (?:base(?: plate)?|foot|bracket)\b`,
      'gi',
    ),
    ofBracket(({ 1: far = '' }) => `${far} from the heel`),
  ],
  // `gusset (2 x 2 in right triangle)`
  [
    new RegExp(String.raw`\((${N} ?[x×] ?${N}),? (?:right[- ]angled? |right )triangles?\)`, 'gi'),
    ({ 1: legs = '' }) => ` ${legs} `,
  ],
  // `one 13 mm hole …, and two of the same …`
  [
    new RegExp(
      String.raw`\b(${COUNT}) (?:more )?(?:of the same|the same|identical ones|like it|same ones)(?: size| holes?)?(?= )`,
      'gi',
    ),
    (match) => {
      const said = [
        ...match.input
          .slice(0, match.index)
          .matchAll(
            new RegExp(
              String.raw`(?:⌀ ?)?(${N}|m\d+(?:\.\d+)?) (?:dia(?:meter)? )?((?:clearance |tapped |through |countersunk )?holes?)\b`,
              'gi',
            ),
          ),
      ].at(-1)
      return said ? `${match[1]} ${said[1]} holes` : match[0]
    },
  ],
]
