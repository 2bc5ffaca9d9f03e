import type { Rewrite } from './notation.ts'
import { inOrder, isPlain } from './stage-order.ts'
import { type StageToken, stageTokens } from './stage-tokens.ts'

// Stretches of what is turned, and of its bore, told in any order: from an end, by their turn, at both ends, what is left between.

/** One stretch, or one bore. */
export interface Stage {
  bore: boolean
  wide?: string
  /** How wide a taper ends. */
  narrow?: string
  long?: string
  total?: boolean
  /** `left end 18 dia`, and no `18 mm pin at the left end`. */
  endFirst?: boolean
  /** `journals`, of which nobody says where. */
  several?: boolean
  /** It was said before how wide it is, and apart from it. */
  longAlone?: boolean
  /** `the first 30 is 12`: within what there is, and not more of it. */
  within?: boolean
  rest?: boolean
  middle?: boolean
  through?: boolean
  taper?: boolean
  /** A taper that ends in nothing. */
  point?: boolean
  known?: boolean
  next?: boolean
  end?: string
  /** As it was written. */
  endSaid?: string
  name?: string
  /** What is done to it, in the words of the request. */
  asides: string[]
}

export const STAGES: Rewrite = [/^[\s\S]+$/g, ({ 0: text }) => inStages(text)?.text ?? text]

/** The same told one by one, in their order; where the first of them begins: what stands before it is what the part is called. */
export function inStages(text: string): { text: string; from: number; sure: boolean } | undefined {
  const tokens = stageTokens(text)
  const size = tokens.findIndex(({ kind }) => kind === 'number')
  // What it is called may be any words: what is told begins behind the last one that tells nothing.
  const begins =
    tokens.findLastIndex(
      ({ kind }, index) =>
        index < size &&
        (kind === 'unknown' ||
          (kind === 'point' && tokens[index + 1]?.text === ':') ||
          (kind === 'bore' && tokens[index + 1]?.kind === 'name')),
    ) + 1
  const first = tokens[begins]
  if (!first || ELSE.test(text) || UNSIZED.test(text)) return undefined
  const title = text.slice(0, first.from)
  const told = new Telling(text, tokens.slice(begins)).stages()
  if (!told) return undefined
  const made = inOrder(told.stages, told.from)
  return made
    ? {
        text: `${title.replace(/[:,.]?\s*$/, ', ')}stepped shaft ${made}`,
        from: first.from,
        sure:
          (TURNED.test(text) || told.stages.some(({ rest, point }) => rest || point)) &&
          !told.stages.some(({ asides, known }) => known || asides.length > 0),
      }
    : undefined
}

/** `a boss with a hole in it`: how wide it is has to be asked. */
const UNSIZED =
  /\b(?:with|and|has) an? (?:blind |through |cent(?:re|er|ral) )?(?:hole|bore) (?:in|through|into|down) (?:it|its|the)\b(?!(?:[^.;]|\.\d)*\d)/i
/** What is known to be turned is read so first; what may be anything only where nothing else does. */
const TURNED =
  /\b(?:shafts?|spindles?|axles?|arbors?|pins?|sleeves?|bush(?:es|ings?)?|spacers?|rollers?|journals?|studs?|punch|mandrels?|rods?|pivots?|plungers?|trunnions?|turned|stepped|dowels?|pegs?|ferrules?)\b/i
/** Of what is not turned, other things are so long and so wide. */
const ELSE =
  /\b(?:square|hex\w*|rectang\w*|octagon\w*|plate|block|box|bracket|gear|teeth|tooth|pulley|ball|sphere|spher\w*|torus|o-?ring|slot(?:ted)?|pockets?|legs?|walls?|wall|lid|nut|cap|stopper|flat(?! (?:top|bottom|end|face|back)\b)|angle|channel|laser|hook|strip|sheet|board|base|either side of it|eccentric|offset|elbow|bent|bend|tee|handles?|cross ?bar|centre to centre|pcd|split|spool|bobbin|reel|thread(?:ed)? ?rod|pyramid)\b|\d ?[x×] ?\d+(?:\.\d+)? ?[x×] ?\d/i
/** What is no stretch and no bore, and is done to them. */
const FEATURE =
  /\b(?:chamfer\w*|bevel\w*|fillet\w*|radius\w*|radii|round(?:ed)|grooves?|keyways?|keyseat|key|flats?(?! (?:top|bottom|end|face|back)\b)|thread\w*|tapped|m\d+(?:\.\d+)?|cross[- ]?(?:hole|drill\w*|pin)|holes? across|radial\w*|knurl\w*|bolt circle|countersunk|countersinks?|holes|undercut|dom(?:e|ed)|crown\w*|hemispher\w*|notch\w*|slit|slots?|across (?:the|it|its)|sideways|crosswise)\b|\br\d/i

/** `7 mm from the shoulder`: where the thing is that was told before. */
const AWAY = /^\d[\d.]*(?: ?mm)? (?:away )?(?:from|off|in from)\b/i

class Telling {
  private readonly done: Stage[] = []
  private now: Stage = { bore: false, asides: [] }
  private pending: 'wide' | 'long' | undefined
  private paused = false
  private bored = false
  private turning = false
  private sizesOfAside = false
  private bare = false
  private many: number | undefined
  private from: string | undefined
  private at = 0

  private readonly text: string
  private readonly tokens: readonly StageToken[]

  constructor(text: string, tokens: readonly StageToken[]) {
    this.text = text
    this.tokens = tokens
  }

  /** Nothing, where a word among them is none of theirs. */
  stages(): { stages: Stage[]; from: string | undefined } | undefined {
    while (this.at < this.tokens.length) {
      const length = this.featureHere()
      if (length > 0) this.setAside(length)
      else if (this.sizesOfAside || !this.take()) return undefined
    }
    this.close()
    const stages = joined(this.done)
    const told = stages.filter(({ bore, wide }) => !bore && wide !== undefined).length
    return this.many === undefined || this.many + 2 === told ? { stages, from: this.from } : undefined
  }

  private get token(): StageToken | undefined {
    return this.tokens[this.at]
  }

  /** How many pieces a clause has that tells of something else: up to the next pause. */
  private featureHere(): number {
    const before = this.tokens[this.at - 1]
    if (before && !BREAKS.has(before.kind)) return 0
    const rest = this.tokens.slice(this.at)
    const end = rest.findIndex(({ kind }, index) => index > 0 && (kind === 'stop' || kind === 'pause'))
    const clause = end < 0 ? rest : rest.slice(0, end)
    const [start, last] = [clause[0], clause.at(-1)]
    if (!start || !last || start.kind === 'stop' || start.kind === 'pause') return 0
    const split = clause.findIndex(({ kind }, index) => index > 0 && kind === 'also')
    const words = this.text.slice(start.from, last.to)
    const head = split > 0 ? this.text.slice(start.from, clause[split]?.from) : words
    if (FEATURE.test(head)) return clause.length
    // `groove …, 7 mm from the shoulder`: where that is.
    if (AWAY.test(words) && this.lastIsAside()) return clause.length
    // `a plain finish`: what has no size is nobody's stretch.
    const plain = !clause.some(({ kind }) => kind === 'number' || kind === 'rest' || kind === 'through')
    return plain && (this.asideBefore() || clause.some(({ kind }) => kind === 'unknown')) ? clause.length : 0
  }

  private lastIsAside(): boolean {
    const stage = isEmpty(this.now) ? this.done.at(-1) : this.now
    const last = stage?.asides.at(-1)
    const before = this.tokens[this.at - 2]
    return last !== undefined && before !== undefined && last.endsWith(before.text)
  }

  private asideBefore(): boolean {
    return this.now.asides.length > 0 && isEmpty(this.now)
  }

  private setAside(length: number): void {
    const part = this.tokens.slice(this.at, this.at + length)
    const stage = isEmpty(this.now) ? (this.done.at(-1) ?? this.now) : this.now
    stage.asides.push(this.text.slice(part[0]?.from, part.at(-1)?.to).replace(/\b(?:flat|blunt) end\b/gi, 'bottom end'))
    this.at += length
    // `groove 90 inside, 100 outside, 3 deep`: sizes that follow are of that.
    const next = this.token?.kind === 'pause' ? this.tokens[this.at + 1] : undefined
    this.sizesOfAside = next?.kind === 'number' && !AWAY.test(this.text.slice(next.from))
  }

  private take(): boolean {
    const token = this.token
    if (!token) return false
    this.at++
    switch (token.kind) {
      case 'number':
        this.number(token)
        return true
      case 'wide':
        this.pending = 'wide'
        return true
      case 'long':
        this.pending = 'long'
        this.deep(token)
        return true
      case 'chain':
      case 'over':
        this.pending = this.now.wide === undefined && token.kind === 'chain' ? undefined : 'long'
        return true
      case 'total':
        if (this.now.bore) this.now.through = true
        else if (this.now.long !== undefined && !this.paused) this.now.total = true
        else if (this.bare && this.now.wide !== undefined && !this.paused) {
          const { wide, ...said } = this.now
          this.now = { ...said, long: wide, total: true }
        } else {
          this.open()
          this.now.total = true
          this.pending = 'long'
        }
        return true
      case 'including':
        this.now.total = true
        this.close()
        return true
      case 'end':
      case 'rest':
      case 'middle':
      case 'through':
      case 'order':
        this.where(token)
        return true
      case 'start':
        this.from = token.of
        return true
      case 'bore':
        this.bore()
        return true
      case 'name':
        this.name(token)
        return true
      case 'under':
        if (this.now.bore) this.open()
        if (this.now.bore) this.now.next = true
        else this.where({ ...token, kind: 'end', of: token.text.startsWith('above') ? 'top' : 'bottom' })
        return true
      case 'counted':
        this.many = COUNTS.indexOf(token.of) % 5
        return true
      case 'taper':
        this.open()
        this.now.taper = true
        return true
      case 'point':
        return this.pointed(token)
      case 'turned':
        if (this.now.bore) return true
        if (this.now.wide !== undefined) this.close()
        // `turned pin …`: that is what it is.
        if (this.done.length > 0) this.now.within = this.turning = true
        this.pending = undefined
        return true
      case 'next':
        this.open()
        this.now.next = true
        this.paused = true
        return true
      case 'stop':
        this.close()
        if (token.text !== ';') this.bored = this.turning = false
        this.now = this.fresh()
        return true
      case 'pause':
        if (token.text === ':' && isSized(this.now)) this.close()
        this.paused = true
        return true
      case 'also':
        this.paused = true
        return true
      case 'filler':
        return !(token.text === 'to' && this.isBetweenSizes())
      default:
        return false
    }
  }

  private number(token: StageToken): void {
    if (this.boreAhead()) {
      if (isSized(this.now)) this.close()
      this.now.bore = true
    }
    const behind = this.after('filler')
    const marked = this.pending ?? (behind?.kind === 'wide' || behind?.kind === 'long' ? behind.kind : undefined)
    if (!this.pending && marked) {
      this.skipTo(behind)
      this.deep(behind)
    }
    const { wide, long } = this.now
    // One that nobody named, behind a pause: another one begins.
    if (!marked && this.paused && (wide ?? long) !== undefined) this.close()
    const what = marked ?? (this.now.wide === undefined || this.now.long !== undefined ? 'wide' : 'long')
    this.pending = undefined
    if (what === 'wide') this.wide(token.text.trim(), marked === 'wide')
    if (what === 'wide' && this.insideHere(behind)) {
      // `24 OD x 9 ID x 16`: what follows is of all of it.
      this.now.through = true
      this.close()
      this.bored = false
      this.now = this.fresh()
      this.at += this.token?.kind === 'bore' ? 1 : 0
      if (this.token?.kind === 'chain' && this.tokens[this.at + 2]?.kind !== 'wide') this.pending = 'long'
      if (this.token?.kind === 'chain') this.at++
      return
    }
    if (what === 'wide') return
    this.long(token.text.trim())
  }

  /** `then a 40 long point`, `a cone down to a point`: a point that has a width of its own already is another stretch. */
  private pointed({ to }: StageToken): boolean {
    const { wide, long, taper } = this.now
    const sized = this.tokens[this.at - 2]?.kind === 'number'
    if (!taper && sized) return false
    // `tapering to an 8 mm point`: as wide as that.
    if (sized) return true
    if (!taper && (wide !== undefined || (long !== undefined && this.paused))) this.close()
    // `a 20 long conical tip down to Ø5`
    const blunt = /^ ?(?:(?:going|coming|narrowing) )?(?:down )?to (?:[Øø∅⌀]|\d)/i.test(this.text.slice(to))
    // `the last 20 tapers to a point`: other readings know that.
    const within = this.now.within ?? (long === undefined && this.done.at(-1)?.within)
    const known = taper === true && within === true
    this.now = { ...this.now, taper: true, ...(!blunt && { point: true, ...(known && { known }) }) }
    this.paused = false
    return true
  }

  /** `from the other end it is 6 mm and 25 deep`: a bore, where there was one before. */
  private deep(token: StageToken | undefined): void {
    const { bore, name, within } = this.now
    if (token && /deep|depth/i.test(token.text) && !bore && !name && !within && this.done.some((one) => one.bore))
      this.now.bore = true
  }

  private wide(text: string, marked = false): void {
    const { wide, long } = this.now
    const bare = this.bare
    this.bare = !marked
    // `15 mm is 12 mm diameter`
    if (marked && bare && wide !== undefined && long === undefined && !this.paused && !this.now.taper) {
      this.now = { ...this.now, long: wide, wide: text }
      return
    }
    if (this.now.taper && this.now.wide !== undefined && this.now.narrow === undefined) this.now.narrow = text
    else {
      if (wide !== undefined || (this.now.total && long !== undefined && this.paused)) this.close()
      this.now.wide = text
      if (this.paused && this.now.long !== undefined) this.now.longAlone = true
    }
    this.paused = false
  }

  private long(text: string): void {
    const { long, longAlone, wide, ...said } = this.now
    // `150 long, Ø30 for the first 50`: how long all of it is, before the first of them.
    if (long !== undefined && longAlone && wide !== undefined) {
      this.done.push({ bore: false, long, asides: [] })
      this.now = { ...said, wide }
    } else if (long !== undefined) this.close()
    this.now.long = text
    this.paused = false
  }

  /** Of the stretch that is told, or the first word of the next one. */
  private where({ kind, of, text }: StageToken): void {
    const full =
      this.now.wide !== undefined &&
      !this.now.longAlone &&
      (this.now.long !== undefined || this.now.rest || this.now.through)
    if (this.paused || (full && (kind === 'order' || this.now.end !== undefined))) this.open()
    if (kind === 'end') {
      this.now.end = BOTH.has(of) ? 'both' : of
      this.now.endSaid = text
      if (this.now.wide === undefined && this.now.long === undefined && !this.isPlaced()) this.now.endFirst = true
    }
    if (kind === 'rest') this.now.rest = true
    if (kind === 'middle') this.now.middle = true
    if (kind === 'through') this.now.through = true
    if (kind === 'order') {
      const numbered = this.after()?.kind === 'number'
      this.now.within = true
      if (of === 'first' || of === 'last' || of === 'final') this.now.end ??= of === 'final' ? 'last' : of
      else if (/remaining|other/.test(of) && !numbered) this.now.rest = true
      else if (/left|right|top|bottom|upper|lower/.test(of)) this.now.end ??= of
      else this.now.next = true
      if (numbered && this.pending !== 'wide') this.pending = this.wideBehindNext() ? undefined : 'long'
    }
    this.paused = false
  }

  private bore(): void {
    if (this.now.bore && isEmpty(this.now)) return
    // `a 10 mm bore counterbored to 18`: another one.
    const again = /^counter/i.test(this.tokens[this.at - 1]?.text ?? '')
    if (this.now.bore && this.tokens[this.at - 2]?.kind !== 'pause' && !again) return
    // `for the first 15 the bore is 22`
    const { wide, long, total } = this.now
    if (isSized(this.now) && !(wide === undefined && long !== undefined && !total && !isPlain(this.now))) this.close()
    this.bored = true
    this.now.bore = true
  }

  private name({ of, text }: StageToken): void {
    if (this.now.bore && !isEmpty(this.now)) return
    if (this.paused && !isEmpty(this.now)) this.open()
    if (/s$/i.test(text) && !/^boss$/i.test(text)) this.now.several = true
    if (!PLAIN.test(of)) this.now.name = of
    if (this.now.bore && /flange|head|collar|disc|hub|spigot|journal|body|shank/.test(of)) {
      this.now.bore = false
      this.bored = false
    }
  }

  /** `at one end there is a flange`: it stands there. */
  private isPlaced(): boolean {
    const rest = this.tokens.slice(this.at)
    const number = rest.findIndex(({ kind }) => kind === 'number')
    return rest.slice(0, Math.max(0, number)).some(({ text }) => /^an?$/i.test(text))
  }

  /** Another one begins, where the one before has anything. */
  private open(): void {
    if (isSized(this.now)) this.close()
  }

  private close(): void {
    // `a cone of 15 mm to a point`: how long it is, where that is all.
    if (this.now.point && this.now.long === undefined && this.now.wide !== undefined) {
      const { wide, ...said } = this.now
      this.now = { ...said, long: wide }
    }
    const { long, longAlone, end, rest, middle, ...said } = this.now
    // `200 long, Ø30 in the middle`: how long all of it is.
    if (long !== undefined && longAlone && (end ?? rest ?? middle))
      this.done.push(
        { bore: false, long, asides: [] },
        { ...said, ...(end && { end }), ...(rest && { rest }), ...(middle && { middle }) },
      )
    else if (!isEmpty(this.now) || this.now.asides.length > 0) this.done.push(this.now)
    this.now = this.fresh()
    this.pending = undefined
    this.paused = false
  }

  /** `6 mm to 10 mm`: from one to the other, and nobody knows how. */
  private isBetweenSizes(): boolean {
    const { taper, within } = this.now
    return this.tokens[this.at - 2]?.kind === 'number' && this.token?.kind === 'number' && !taper && !within
  }

  private fresh(): Stage {
    return { bore: this.bored, asides: [], ...(this.turning && !this.bored && { within: true }) }
  }

  private after(...skipped: string[]): StageToken | undefined {
    return this.tokens.slice(this.at).find(({ kind }) => !skipped.includes(kind))
  }

  private skipTo(token: StageToken | undefined): void {
    while (this.token && this.token !== token) this.at++
    this.at++
  }

  /** `the 30 dia bit`, `first 20 dia`: that is how wide it is. */
  private wideBehindNext(): boolean {
    return this.tokens[this.at + 1]?.kind === 'wide'
  }

  /** `9 ID`, `ID 9`. */
  private insideHere(behind: StageToken | undefined): boolean {
    const before = this.tokens.slice(0, this.at - 1).findLast(({ kind }) => kind !== 'filler' && kind !== 'pause')
    const inner = (one: StageToken | undefined) => one?.kind === 'bore' && INNER.test(one.text)
    if (this.token?.kind === 'over') return false
    return inner(behind) || (this.now.bore && inner(before) && !/^inside$/i.test(before?.text ?? ''))
  }

  /** `10 mm hole`, `an 18 dia blind hole`. */
  private boreAhead(): boolean {
    const next = this.tokens.slice(this.at).find(({ kind, text }) => kind !== 'wide' && text !== 'in')
    return next?.kind === 'bore' && (INNER.test(next.text) || /bore|hole|recess|socket/i.test(next.text))
  }
}

/** Names that any stretch may have. */
const PLAIN = /^(?:step|section|part|portion|stage|segment|piece|stretch|one|cylinder|end|face|side)$/i
const INNER = /^(?:i\.?d\.?|inside|(?:inside|inner) dia(?:meter)?)$/i
const BREAKS: ReadonlySet<string> = new Set(['stop', 'pause', 'also'])
const COUNTS = ['two', 'three', 'four', 'five', 'six', '2', '3', '4', '5', '6']
const BOTH: ReadonlySet<string> = new Set(['both', 'each', 'either', 'the', 'its', 'ends', 'end'])
const isSized = ({ wide, long, rest, total }: Stage): boolean => Boolean(wide ?? long ?? rest ?? total)
const isEmpty = ({ wide, long, rest, middle, end, through, total, taper }: Stage): boolean =>
  !(wide ?? long ?? rest ?? middle ?? end ?? through ?? total ?? taper)

/** What was said of where one is, behind it or before it, is of it; what has no size of its own tells of its neighbour. */
function joined(stages: readonly Stage[]): Stage[] {
  const all: Stage[] = []
  for (const one of stages) {
    const before = all.at(-1)
    const sizeless = one.wide === undefined && one.long === undefined && !one.total
    if (sizeless && before && before.bore === one.bore) {
      const { asides, bore: _, ...said } = one
      Object.assign(before, { ...said, ...before })
      before.asides.push(...asides)
    } else all.push(one)
  }
  return all
}
