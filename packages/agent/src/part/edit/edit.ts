import type { AgentError, Formula, Named, PartBody, PartFeature, PartPlan, Span, Where } from '@hewn/model'
import { Binder } from '../bind/bind.ts'
import { clean, Names } from '../names.ts'
import { unfoldCorners } from './rounded-outline.ts'

/** One edit while it is made: the plan it changes, and what it changed so far. */
export class Edit {
  readonly plan: PartPlan
  readonly names: Names
  readonly binder: Binder
  readonly words: string
  changed = false
  /** The rim of the step that was spoken of last: `and chamfer it 1 mm`. */
  end: string | undefined
  /** Where what is new goes: in the place of what was there, around it or beside it. */
  where: { at: Where; around?: PartFeature } | undefined
  /** What is new is another one of it: `a second hole like it`. */
  like: PartFeature | undefined
  /** `the same holes on the front`: as many as there are, and laid out alike. */
  likeAll = false
  /** `the same hole 15 mm from the right end`: as far from the other edges as the one it is like. */
  inLine = false
  private readonly before: ReadonlySet<Named['origin']>
  private readonly last: (() => void)[] = []

  constructor(current: PartPlan, words: string) {
    this.plan = structuredClone(current)
    this.words = words
    this.names = new Names(this.plan.names)
    this.binder = new Binder(this.names)
    this.before = new Set(this.names.all.map(({ origin }) => origin))
    for (const body of this.plan.bodies)
      for (const id of [body.id, ...body.features.map((feature) => feature.id)]) this.binder.ids.add(id)
    unfoldCorners(this)
  }

  get problem(): AgentError | undefined {
    return this.binder.problem
  }

  named(name: string | undefined): Named | undefined {
    return this.names.all.find((one) => one.name === name)
  }

  /** Another value for a parameter there is, and where it comes from now. */
  set(named: Named, value: number, origin: Named['origin']): void {
    named.value = clean(value)
    named.origin = origin
    named.label = named.label.replace(/, M[\d.]+$/, '')
    delete named.min
    delete named.max
    this.changed = true
  }

  /** What stood on a size of one body, as its lid does, stands on what that size is now. */
  standOn(before: Formula, now: Formula, except: PartBody): void {
    const text = new RegExp(String.raw`(?<![\w.])${before.replace(/\W/g, String.raw`\$&`)}(?![\w.])`, 'g')
    const put = <T>(from: T): T => {
      if (typeof from === 'string') return from.replace(text, now) as T
      if (Array.isArray(from)) return from.map(put) as T
      if (typeof from !== 'object' || from === null) return from
      return Object.fromEntries(
        Object.entries(from).map(([key, one]) => [key, NO_FORMULA.has(key) ? one : put(one)]),
      ) as T
    }
    for (const body of this.plan.bodies)
      if (body === except) body.features = put(body.features)
      else Object.assign(body, put({ ...body }))
  }

  /** What was taken apart so that words find it is put together again when all is read. */
  atEnd(done: () => void): void {
    this.last.push(done)
  }

  refuse(code: AgentError['code'], message: string, spans: Span[], choices?: string[]): void {
    this.binder.refuse(code, message, spans, choices)
  }

  /** The plan as it is now: its request grows by a line, and what the edit set points into that line. */
  finish(): PartPlan {
    for (const done of this.last.toReversed()) done()
    const { plan, names, binder, words } = this
    const shift = plan.request.length + 1
    for (const named of names.all) {
      const { origin } = named
      // A copy of what was said before points at the words it came from.
      if (!this.before.has(origin) && 'span' in origin && origin.span)
        named.origin = { ...origin, span: [origin.span[0] + shift, origin.span[1] + shift] }
    }
    const formulas = JSON.stringify(plan.bodies)
    plan.request = `${plan.request}\n${words}`
    // Names that something still stands on.
    plan.names = names.all.filter(({ name }) => new RegExp(`\\b${name}\\b(?!":)`).test(formulas))
    plan.notes = [...plan.notes, ...binder.notes]
    return plan
  }
}

/** Words of a plan that are no formulas. */
const NO_FORMULA: ReadonlySet<string> = new Set(['id', 'label', 'family', 'kind', 'flags', 'color', 'material'])
