import type { CanvasEvent, Derive, Json, JsonObject } from '@hewn/canvas'

// The workflow graph (canvas.md §9). It is not written by whoever works: it follows from what lies on the canvas, in the
// same commit, so a node never says something else than the message, file, job or claim it stands for.

type Action = ReturnType<Derive>[number]
type Status = 'idle' | 'running' | 'done' | 'error'
type Look = Parameters<Derive>[0]

const COLUMN = 240
const ROW = 96
const LABEL_MAX = 80
const PLANNING = ['read', 'plan']

export const flowGraph: Derive = (look) => {
  // What is undone brings the graph of then along.
  if (look.acting.undoes !== undefined) return []
  const graph = new Graph(look)
  for (const event of look.events) graph.follow(event)
  return graph.actions
}

class Graph {
  readonly actions: Action[] = []
  readonly #look: Look
  readonly #nodes: Map<string, JsonObject>

  constructor(look: Look) {
    this.#look = look
    const nodes = look.canvas.channels.get('nodes') ?? new Map<string, Json>()
    this.#nodes = new Map([...nodes].flatMap(([id, node]) => (isObject(node) ? [[id, node] as const] : [])))
  }

  follow({ type, data }: CanvasEvent): void {
    const { channel } = data
    const id = String(data.id)
    if (type === 'state_changed' && data.key === 'turn') return this.#turn(data.value)
    if (type === 'state_patched' && isObject(data.patch) && 'turn' in data.patch) return this.#turn(data.patch.turn)
    if (type === 'resource_bulk_set' && channel === 'layers') return this.#layers()
    if (type === 'resource_bulk_set' && channel === 'claims') return this.#contract()
    if (type !== 'resource_set' && type !== 'resource_patched') return
    const payload = isObject(data.payload) ? data.payload : {}
    if (channel === 'messages') this.#message(id, payload)
    else if (channel === 'files') this.#file(id, payload)
    else if (channel === 'jobs') this.#job(id, payload)
    else if (channel === 'claims') this.#contract()
  }

  /** A turn begins: everything is idle, and the files of the turn before are gone. */
  #turn(turn: Json | undefined): void {
    if (typeof turn !== 'string') return
    const said = this.#look.canvas.channels.get('messages')?.get(turn)
    const message = isObject(said) ? said : {}
    this.#reset()
    this.#node('prompt', labelOf(message.request), 'done', { turn, by: message.by ?? 'user' })
    this.#node('plan', 'Plan', 'running', { turn, agent: message.agent ?? '', stage: 'read' })
    this.#edge('prompt', 'plan')
  }

  #message(id: string, message: JsonObject): void {
    const plan = this.#nodes.get('plan')
    if (!plan || !isObject(plan.data) || plan.data.turn !== id) return
    const stages = Array.isArray(message.stages) ? message.stages.filter(isObject) : []
    const stage = String(stages.at(-1)?.stage ?? 'read')
    const planned = stages.some((one) => !PLANNING.includes(String(one.stage)))
    const refused = message.state === 'refused' || message.state === 'failed'
    const status: Status = planned
      ? 'done'
      : refused
        ? 'error'
        : message.state === 'cancelled'
          ? 'idle'
          : message.state === 'running' || message.state === 'queued' || message.state === 'asking'
            ? 'running'
            : 'done'
    this.#node('plan', 'Plan', status, { turn: id, agent: message.agent ?? '', stage })
    if (stage === 'check' && message.state === 'running') this.#status('contract', 'running')
  }

  #file(path: string, payload: JsonObject): void {
    const { acting } = this.#look
    if (acting.by === 'system') return
    if (acting.step === 'run') {
      this.#reset()
      this.#node('prompt', 'Own code', 'done', { by: acting.by })
    } else if (acting.turn === undefined) this.#reset()
    const id = `file:${path}`
    const from = acting.step === 'run' ? 'prompt' : acting.turn === undefined ? undefined : 'plan'
    const others = [...this.#nodes.keys()].filter((node) => node.startsWith('file:') && node !== id)
    this.#node(id, path, 'done', { path, hash: payload.hash ?? null }, others.length * ROW)
    if (from) this.#edge(from, id)
  }

  #job(id: string, job: JsonObject): void {
    if (job.kind !== 'build') return
    const current = this.#nodes.get('job')
    const known = isObject(current?.data) ? current.data.job : undefined
    // A newer order has begun; how an older one ends is its own affair.
    if (job.state !== 'queued' && known !== undefined && known !== id) return
    const status: Status =
      job.state === 'running' ? 'running' : job.state === 'done' ? 'done' : job.state === 'failed' ? 'error' : 'idle'
    const data = { job: id, stage: job.stage ?? job.state ?? '', ahead: job.ahead ?? null, ms: tookOf(job) }
    this.#node('job', 'Build', status, data)
    for (const file of this.#nodes.keys()) if (file.startsWith('file:')) this.#edge(file, 'job')
    if (job.state === 'queued') {
      this.#status('layers', 'idle')
      this.#status('contract', 'idle')
    }
    if (job.stage === 'measure' || job.stage === 'mesh') this.#layersNode('running', id)
    if (job.state === 'failed') this.#jobFailed(job)
    if (job.state === 'cancelled') this.#status('layers', 'idle')
  }

  #jobFailed({ error }: JobLike): void {
    this.#status('layers', 'idle')
    const code = isObject(error) ? String(error.code) : ''
    if (!code.startsWith('SCRIPT_') && !code.startsWith('RECIPE_')) return
    for (const file of this.#nodes.keys()) if (file.startsWith('file:')) this.#status(file, 'error')
  }

  #layers(): void {
    const shown = this.#look.canvas.state.get('shown')
    const job = isObject(shown) ? shown.job : undefined
    if (job === undefined) return this.#status('layers', 'idle')
    this.#layersNode('done', String(job))
  }

  #layersNode(status: Status, job: string): void {
    const layers = [...(this.#look.canvas.channels.get('layers') ?? [])].map(([, layer]) => layer).filter(isObject)
    const triangles = layers.reduce(
      (sum, { geometry }) => sum + (isObject(geometry) ? Number(geometry.triangles) : 0),
      0,
    )
    this.#node('layers', 'Layers', status, { job, count: layers.length, triangles })
    if (this.#nodes.has('job')) this.#edge('job', 'layers')
  }

  #contract(): void {
    const claims = [...(this.#look.canvas.channels.get('claims') ?? [])].map(([, claim]) => claim).filter(isObject)
    const counted = { pass: 0, fail: 0, unknown: 0, waiting: 0 }
    for (const { result, dropped } of claims) {
      if (dropped === true) continue
      const state = isObject(result) ? result.state : 'waiting'
      if (state === 'pass' || state === 'fail') counted[state] += 1
      else if (state === 'cannot tell') counted.unknown += 1
      else counted.waiting += 1
    }
    if (claims.length === 0 && !this.#nodes.has('contract')) return
    const judged = counted.pass + counted.fail + counted.unknown
    const status: Status = counted.fail > 0 ? 'error' : claims.length === 0 || judged === 0 ? 'idle' : 'done'
    this.#node('contract', 'Contract', status, counted)
    if (this.#nodes.has('layers')) this.#edge('layers', 'contract')
  }

  #reset(): void {
    for (const id of this.#nodes.keys()) {
      if (!id.startsWith('file:')) this.#status(id, 'idle')
      else {
        this.#nodes.delete(id)
        this.#do('remove_node', { id })
      }
    }
  }

  #status(id: string, status: Status): void {
    const node = this.#nodes.get(id)
    if (!node || node.status === status) return
    this.#nodes.set(id, { ...node, status })
    this.#do('highlight_node', { id, status })
  }

  #node(id: string, label: string, status: Status, data: JsonObject, y = 0): void {
    const type = id.startsWith('file:') ? 'file' : id
    const position = { x: COLUMNS.indexOf(type) * COLUMN, y }
    const known = this.#nodes.get(id)
    const place = known && isObject(known.position) ? known.position : position
    const node = { id, type, label, position: place, data, status }
    if (known && JSON.stringify(sorted(known)) === JSON.stringify(sorted(node))) return
    this.#nodes.set(id, node)
    this.#do('push_node', node)
  }

  #edge(source: string, target: string): void {
    const id = `${source}->${target}`
    if (this.#look.canvas.channels.get('edges')?.has(id)) return
    if (
      this.actions.some(
        ({ name, params }) => name === 'push_edge' && params.source === source && params.target === target,
      )
    )
      return
    this.#do('push_edge', { source, target })
  }

  #do<N extends Action['name']>(name: N, params: Extract<Action, { name: N }>['params']): void {
    this.actions.push({ name, params } as Action)
  }
}

type JobLike = JsonObject

const COLUMNS = ['prompt', 'plan', 'file', 'job', 'layers', 'contract']

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function labelOf(request: Json | undefined): string {
  const letters = [...(typeof request === 'string' ? request : '').replace(/\s+/g, ' ').trim()]
  return letters.length > LABEL_MAX ? `${letters.slice(0, LABEL_MAX - 1).join('')}…` : letters.join('')
}

function tookOf({ result }: JsonObject): number | null {
  const timings = isObject(result) && isObject(result.timings) ? result.timings : {}
  return typeof timings.total === 'number' ? timings.total : null
}

const sorted = (node: JsonObject): [string, Json][] =>
  Object.entries(node)
    .map(([key, value]): [string, Json] => [key, isObject(value) ? (sorted(value) as Json) : value])
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
