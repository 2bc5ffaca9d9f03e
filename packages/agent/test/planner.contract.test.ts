import { type Agent, hewnError, type TurnEvent, type TurnRequest } from '@hewn/model'
import { testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { createPlanner, endOnce, planBox, planPart, readKind, withoutEdges } from '../src/index.ts'
import { agentContract, fakeDesk } from './agent-contract.ts'

const parts = { world: testWorld(), planBox, planPart, readKind, withoutEdges }
const planner = () => createPlanner(parts)

agentContract('planner, a box', () => ({
  agent: planner(),
  good: 'open top box 150x100x80',
  bad: 'colourless green ideas sleep furiously',
}))
agentContract('planner, a part', () => ({ agent: planner(), good: 'block 40 x 30 x 20', bad: 'xyzzy plugh' }))

const request = (text: string, more: Partial<TurnRequest> = {}): TurnRequest => ({
  id: 'turn:1',
  text,
  kind: 'auto',
  mayAsk: true,
  history: [],
  claims: [],
  design: null,
  budget: { seconds: 30, builds: 2, checks: 2, calls: 0, tools: 0, pictures: 0, tokensIn: 0, tokensOut: 0, money: 0 },
  ...more,
})

async function play(agent: Agent, asked: TurnRequest, signal = new AbortController().signal, world = testWorld()) {
  const events: TurnEvent[] = []
  for await (const event of endOnce(agent, asked, fakeDesk(), signal, world)) events.push(event)
  return events
}

it('[AG49] the caller’s kind wins over the words, and what was answered over both', async () => {
  const desk = fakeDesk()
  for await (const _ of endOnce(
    planner(),
    request('80 x 60 x 10', { kind: 'box' }),
    desk,
    new AbortController().signal,
    testWorld(),
  ));
  expect(desk.calls.join()).not.toContain('model.py')
})

it('[AG50] close scores ask, and the answer decides', async () => {
  const unsure = createPlanner({ ...parts, readKind: () => 'ask' })
  const asked = await play(unsure, request('something 80 x 60 x 10'))
  expect(asked.at(-1)).toMatchObject({ verdict: { state: 'asking', question: { id: 'kind' }, built: false } })
  const desk = fakeDesk()
  const answered = request('block 80 x 60 x 10', { answers: [{ question: 'kind', choice: 'part' }] })
  for await (const _ of endOnce(unsure, answered, desk, new AbortController().signal, testWorld()));
  expect(desk.calls).toContain('write model.py')
  const told = await play(unsure, request('block 80 x 60 x 10', { mayAsk: false }))
  expect(told.at(-1)).toMatchObject({ verdict: { state: 'refused', error: { code: 'AGENT_NEEDS_ANSWER' } } })
})

it('[AG22] a question shows the draft of its first choice, and another answer takes its place', async () => {
  const asked = await play(planner(), request('plate 80 x 60 x 5 with a hole in the middle'))
  const end = asked.at(-1)
  expect(end).toMatchObject({
    verdict: { state: 'asking', built: true, question: { choices: [{ id: '1' }, { id: '2' }, { id: '3' }] } },
  })
  expect(asked.flatMap((event) => (event.type === 'text-add' ? [event.delta] : [])).join('')).toMatch(
    /^A draft of the first choice/,
  )
  const question = end?.type === 'turn-end' && end.verdict.state === 'asking' ? end.verdict.question : undefined
  const second = question?.choices[1]
  const answers = [
    {
      question: question?.id ?? '',
      choice: second?.id ?? '',
      text: second?.text ?? '',
      ...(question?.at ? { at: question.at } : {}),
    },
  ]
  const answered = await play(planner(), request('plate 80 x 60 x 5 with a hole in the middle', { answers }))
  expect(answered.at(-1)).toMatchObject({ verdict: { state: 'built' } })
  const told = await play(planner(), request('plate 80 x 60 x 5 with a hole in the middle', { mayAsk: false }))
  expect(told.at(-1)).toMatchObject({ verdict: { state: 'refused', error: { code: 'AGENT_NEEDS_ANSWER' } } })
})

describe('[AG22] a phrase that is not understood', () => {
  const text =
    'plate 80 x 60 x 5, a zigzag of 17 mm along the rim, and four 5 mm holes in the corners, 8 mm from the edges'
  const endOf = (events: TurnEvent[]) => {
    const end = events.at(-1)
    return end?.type === 'turn-end' && end.verdict.state === 'asking' ? end.verdict : undefined
  }
  const spoken = (events: TurnEvent[]) =>
    events.flatMap((event) => (event.type === 'text-add' ? [event.delta] : [])).join('')
  const answering = async (words: string) => {
    const question = endOf(await play(planner(), request(text)))?.question
    if (!question) throw new Error('nothing was asked')
    const open = { request: text, question, answers: [], kind: 'auto' as const }
    return play(planner(), request(words, { history: [{ request: text, outcome: 'asking', claims: [], open }] }))
  }

  it('is asked about, and the rest stands as a draft', async () => {
    const asked = await play(planner(), request(text))
    const end = endOf(asked)
    expect(end).toMatchObject({
      built: true,
      question: { choices: [{ id: 'without', text: 'leave out “a zigzag of 17 mm along the rim”' }] },
    })
    expect(text.slice(...(end?.question.without ?? [0, 0]))).toContain('a zigzag of 17 mm along the rim')
    expect(spoken(asked)).toMatch(/^A draft without “a zigzag of 17 mm along the rim”.*four holes 5 mm in diameter/)
  })

  it('can be left out, said in other words, or passed over by another order', async () => {
    const left = await answering('leave it out')
    expect(left.at(-1)).toMatchObject({ verdict: { state: 'built' } })
    const other = await answering('a 17 mm hole in the middle')
    expect(other.at(-1)).toMatchObject({ verdict: { state: 'built' } })
    expect(spoken(other)).toMatch(/hole 17 mm in diameter/)
    const changed = await answering('make it 10 mm longer')
    expect(changed.at(-1)).toMatchObject({ verdict: { state: 'asking', built: true } })
    expect(spoken(changed)).toMatch(/^A draft without “a zigzag of 17 mm along the rim”.*90 mm/)
  })

  it('is refused where nothing can be asked', async () => {
    const told = await play(planner(), request(text, { mayAsk: false }))
    expect(told.at(-1)).toMatchObject({ verdict: { state: 'refused', error: { code: 'AGENT_NEEDS_ANSWER' } } })
  })
})

it('[AG36] where the kernel cannot make a fillet, the part is built without it and stays open', async () => {
  const desk = fakeDesk()
  const { build } = desk
  let builds = 0
  desk.build = (order, signal) =>
    ++builds === 1
      ? Promise.resolve({
          ok: false,
          error: hewnError('SCRIPT_ERROR', 'ValueError: Failed creating a fillet with radius of 3.0'),
        })
      : build(order, signal)
  const events: TurnEvent[] = []
  const asked = request('block 50 x 40 x 30 with a 3 mm fillet on the top edges')
  for await (const event of endOnce(planner(), asked, desk, new AbortController().signal, testWorld()))
    events.push(event)
  expect(builds).toBe(2)
  expect(desk.texts.get('model.py')).not.toContain('fillet(')
  expect(events.at(-1)).toMatchObject({ verdict: { state: 'built', open: [expect.stringContaining('built without')] } })
})

it('[AG13] lines of notes.md are defaults for the part', async () => {
  let heard: unknown
  const listens = createPlanner({
    ...parts,
    planPart(_, __, options) {
      heard = options?.notes
      return { ok: false, error: hewnError('AGENT_NOT_UNDERSTOOD') }
    },
  })
  const desk = fakeDesk()
  desk.texts.set('notes.md', '# Our shop\n- Thickness: 4 mm\nunits: inches\npassword: x\n')
  for await (const _ of endOnce(
    listens,
    request('block', { kind: 'part' }),
    desk,
    new AbortController().signal,
    testWorld(),
  ));
  expect(heard).toEqual({ thickness: '4 mm', units: 'inches' })
})

it('[AG5] an agent that says too much, too little or nothing still ends once', async () => {
  const odd = (turn: Agent['turn']): Agent => ({ name: 'odd', turn })
  const verbose = odd(async function* () {
    yield { type: 'turn-end', verdict: { state: 'answered' } }
    yield { type: 'turn-end', verdict: { state: 'answered' } }
  })
  expect(await play(verbose, request('x'))).toEqual([{ type: 'turn-end', verdict: { state: 'answered' } }])
  const mute = odd(async function* () {})
  expect((await play(mute, request('x'))).at(-1)).toMatchObject({ verdict: { state: 'failed' } })
})

it('[AG7] one that does not stop when told to is left behind within the second', async () => {
  const deaf: Agent = {
    name: 'deaf',
    async *turn() {
      yield { type: 'turn-start', agent: 'deaf', budget: request('').budget }
      await new Promise(() => {})
    },
  }
  const world = testWorld()
  const controller = new AbortController()
  const played = play(deaf, request('x'), controller.signal, world)
  await new Promise((resolve) => setImmediate(resolve))
  controller.abort()
  await new Promise((resolve) => setImmediate(resolve))
  world.advance(900)
  expect((await played).at(-1)).toEqual({ type: 'turn-end', verdict: { state: 'cancelled' } })
})

it.each([
  ['thick', 'gasket 80x60, 2 mm thick, 40 bore'],
  ['2 mm thick', 'gasket 80x60, 2 mm thick, 40 bore'],
  ['40 mm long', 'gasket 80x60, 2 mm 40 mm long, 40 bore'],
])('[AG22] the answer “%s” stands where the words were that it is about', async (text, words) => {
  const heard: string[] = []
  const listens = createPlanner({
    ...parts,
    planPart(given) {
      heard.push(given)
      return { ok: false, error: hewnError('AGENT_NOT_UNDERSTOOD') }
    },
  })
  const at: [number, number] = [14, 18]
  await play(
    listens,
    request('gasket 80x60, 2 mm, 40 bore', {
      kind: 'part',
      answers: [
        { question: 'words', choice: 'other', text, at },
        { question: 'words', choice: '1', text: 'with rounded corners' },
      ],
    }),
  )
  // What reads so is taken; only then is it tried behind all the others.
  expect(heard.slice(0, 2)).toEqual([`${words} with rounded corners`, `${words}, with rounded corners`])
})

describe('[AG22] an order said to a draft', () => {
  const said = async (...turns: string[]) => {
    let history: TurnRequest['history'] = []
    let events: TurnEvent[] = []
    for (const text of turns) {
      events = await play(planner(), request(text, { history }))
      const [end, told] = [events.at(-1), events.find((event) => event.type === 'continues-set')]
      if (end?.type !== 'turn-end' || end.verdict.state !== 'asking') break
      const { question } = end.verdict
      const [first, answers] = told?.type === 'continues-set' ? [told.request, told.answers] : [text, []]
      const open = { request: first, question, answers, kind: 'auto' as const }
      history = [{ request: text, outcome: 'asking', claims: [], open }, ...history]
    }
    const text = events.flatMap((event) => (event.type === 'text-add' ? [event.delta] : [])).join('')
    return { verdict: events.at(-1), text }
  }

  it('changes the draft, and its question stays open', async () => {
    const plate = 'plate 80 x 60 x 5 with a hole in the middle'
    const longer = await said(plate, 'make it 100 long')
    expect(longer.verdict).toMatchObject({ verdict: { state: 'asking', built: true } })
    expect(longer.text).toContain('100 mm long')
    const told = await said(plate, 'make it 100 long', 'corner radius 5', '12 mm')
    expect(told.verdict).toMatchObject({ verdict: { state: 'built' } })
    expect(told.text).toMatch(/100 mm long.*corner radius 5 mm; a hole 12 mm in diameter/)
  })

  it('is not answered by another feature', async () => {
    const box = await said(
      'project box 120 x 80 x 40 with a round boss in the middle of the floor',
      'add a 12 mm hole in the front',
    )
    expect(box.verdict).toMatchObject({ verdict: { state: 'asking', built: true } })
    expect(box.text).toContain('12 mm in diameter on the front')
  })

  it('loses no phrase that was asked about', async () => {
    const handle = 'bar handle 150 long, 12 diameter, 35 high with screw holes for M5'
    const longer = await said(handle, '160 long instead')
    expect(longer.verdict).toMatchObject({ verdict: { state: 'asking', built: true } })
    expect(longer.text).toMatch(/^A draft of the first choice.*160 mm long.*two holes 5\.5 mm/)
    const four = await said(handle, '160 long instead', '4 holes')
    expect(four.verdict).toMatchObject({ verdict: { state: 'built' } })
    expect(four.text).toMatch(/160 mm long.*four holes 5\.5 mm/)
  })
})

describe('[AG22] words said while a question is open', () => {
  const history = async (words: string) => {
    const end = (await play(planner(), request(words))).at(-1)
    if (end?.type !== 'turn-end' || end.verdict.state !== 'asking') throw new Error(`${words} asks nothing`)
    const open = { request: words, question: end.verdict.question, answers: [], kind: 'auto' as const }
    return [{ request: words, outcome: 'asking', claims: [], open }]
  }
  const continued = (events: TurnEvent[]) =>
    events.flatMap((event) => (event.type === 'continues-set' ? [event.request] : []))

  it.each([
    ['gear with 24 teeth', 'module 1.5, 8 mm thick, 6 mm bore'],
    ['gear with 24 teeth', '2'],
    ['plate 80 x 60 x 5 with a hole in the middle', '12 mm diameter'],
    ['plate 80 x 60 x 5 with a hole in the middle', '12'],
    ['a shelf bracket, 30 wide and 4 thick', '80 and 60 mm'],
    ['a shelf bracket that holds 20 kg', '80 and 60 mm, 30 wide, 4 thick'],
    ['plate 80 x 60 x 5 with a hole in the middle', 'make it 12 mm'],
  ])('“%s”, then “%s”, is one request', async (first, then) => {
    const events = await play(planner(), request(then, { history: await history(first) }))
    expect(continued(events)).toEqual([first])
    expect(events.at(-1)).toMatchObject({ verdict: { state: 'built' } })
  })

  it.each([
    ['a lid', 'the left one should be 120 mm'],
    ['gear with 24 teeth', 'washer 20 mm outside, 10 inside, 2 thick'],
    ['gear with 24 teeth', 'colourless green ideas'],
  ])('“%s”, then “%s”, are two', async (first, then) => {
    expect(continued(await play(planner(), request(then, { history: await history(first) })))).toEqual([])
  })
})

it('what orders nothing is answered, and nothing is built', async () => {
  for (const words of ['Thanks!', 'hello', 'what can you do?'])
    expect((await play(planner(), request(words))).at(-1)).toMatchObject({ verdict: { state: 'answered' } })
})

it('[AG39] of a script that nobody planned, words set the parameters; nothing of it is lost', async () => {
  const script = 'diameter = 36.0  # Diameter [20 .. 60 / 1] mm\nresult = Cylinder(diameter / 2, 18)\n'
  const ends = async (words: string) => {
    const one = fakeDesk()
    await one.files.write('model.py', script)
    const events: TurnEvent[] = []
    const asked = request(words, { design: 'part' })
    for await (const event of endOnce(planner(), asked, one, new AbortController().signal, testWorld()))
      events.push(event)
    const file = await one.files.read('model.py')
    const end = events.at(-1)
    return { verdict: end?.type === 'turn-end' ? end.verdict : undefined, script: file.ok ? file.value : '' }
  }
  expect(await ends('diameter 50')).toMatchObject({
    verdict: { state: 'built' },
    script: script.replace('36.0', '50.0'),
  })
  expect((await ends('make it 50 mm across')).script).toContain('diameter = 50.0')
  expect(await ends('round it by 5 mm')).toMatchObject({
    verdict: { state: 'refused', error: { code: 'AGENT_PLAN_STALE' } },
    script,
  })
  expect((await ends('washer 20 OD 10 ID 2 thick')).script).toContain('washer')
  // A thing that is named is another one, also where all of its sizes are called as here.
  expect((await ends('a disc 30 mm across and 5 thick')).script).toContain('disc')
})
