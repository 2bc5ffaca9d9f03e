import { fail, type Message, ok, type Result } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import type { Refusal } from '../port/http.ts'
import { later, refusal, SESSION, testWorkbench } from '../../test/surroundings.ts'

const message = (id: `turn:${string}`, at: number, request: string, more: Partial<Message> = {}): Message => ({
  id,
  at,
  by: 'user',
  agent: 'planner',
  request,
  kind: 'auto',
  mayAsk: true,
  state: 'done',
  stages: [],
  text: '',
  ...more,
})

describe('the composer', () => {
  it('[WB46] sends its words once, in a session of its own, and is empty again', async () => {
    const bench = testWorkbench()
    bench.get().setWords('  a washer 20 x 10 x 2 ')
    bench.get().setWordsKind('part')
    await bench.get().say()
    expect(bench.said).toEqual([{ text: 'a washer 20 x 10 x 2', mode: 'queue', kind: 'part' }])
    expect(bench.calls[0]).toBe('create ')
    expect(bench.get()).toMatchObject({ words: '', wordsKind: 'auto', saying: false, sayRefusal: null })
    expect(bench.tab.get('words')).toBe('')
  })

  it('[WB46] sends nothing that is empty, too long, or already on its way', async () => {
    const bench = testWorkbench()
    for (const words of ['', ' \n ', 'a'.repeat(10_001)]) {
      bench.get().setWords(words)
      await bench.get().say()
    }
    expect(bench.said).toEqual([])
    const slow = later<Result<void, Refusal>>()
    bench.answers.say = () => slow.promise
    bench.get().setWords('a washer')
    const sent = bench.get().say()
    await bench.get().say()
    bench.get().setWords('and a nut')
    slow.give(ok(undefined))
    await sent
    expect(bench.said).toHaveLength(1)
    expect(bench.get().words).toBe('and a nut')
  })

  it('[WB46] what is typed and sent while a request is on its way is the next one, not the end of the last', async () => {
    const bench = testWorkbench()
    const slow = later<Result<void, Refusal>>()
    bench.answers.say = () => slow.promise
    bench.get().setWords('plate 80x60x5')
    const first = bench.get().say()
    expect(bench.get().words).toBe('')
    bench.get().setWords('8 mm thick')
    const second = bench.get().say()
    slow.give(ok(undefined))
    await Promise.all([first, second])
    expect(bench.said.map(({ text }) => text)).toEqual(['plate 80x60x5', '8 mm thick'])
    expect(bench.get().words).toBe('')
    expect(bench.tab.get('words')).toBe('')
  })

  it('[WB51] keeps the words when they did not arrive, and over a reload', async () => {
    const bench = testWorkbench()
    bench.answers.say = () => fail(refusal('PAGE_OFFLINE', 'The server does not answer'))
    bench.get().setWords('a washer')
    await bench.get().say()
    expect(bench.get()).toMatchObject({ words: 'a washer', sayRefusal: { code: 'PAGE_OFFLINE' }, saying: false })
    expect(bench.tab.get('words')).toBe('a washer')
  })

  it('[WB51] walks earlier requests, newest first, and back to the empty field', () => {
    const bench = testWorkbench()
    bench.get().openSession(SESSION)
    for (const [index, request] of ['a box', 'taller', 'taller', 'in birch'].entries())
      bench.told.put('messages', `turn:${index}`, message(`turn:${index}`, index, request) as never)
    const seen = [-1, -1, -1, -1, 1, 1, 1].map((step) => {
      bench.get().walkWords(step as -1 | 1)
      return bench.get().words
    })
    expect(seen).toEqual(['in birch', 'taller', 'a box', 'a box', 'taller', 'in birch', ''])
  })

  it('[AG84] an earlier request said anew begins where that one began', async () => {
    const bench = testWorkbench()
    bench.get().openSession(SESSION)
    bench.get().branchFrom(message('turn:1', 1, 'make it taller', { base: 'version:1' }))
    expect(bench.get().words).toBe('make it taller')
    await bench.get().say()
    expect(bench.said[0]).toMatchObject({ text: 'make it taller', from: 'version:1' })
    expect(bench.get().branch).toBeNull()
    bench.get().branchFrom(message('turn:2', 1, 'a box', { base: null }))
    bench.get().leaveBranch()
    await bench.get().say()
    expect(bench.said[1]).not.toHaveProperty('from')
  })

  it('[WB44] undo of a turn goes back to where it began, if nobody moved on', async () => {
    const bench = testWorkbench()
    bench.get().openSession(SESSION)
    bench.told.state.set('head', 'version:3')
    await bench.get().undoTurn(message('turn:1', 1, 'a box', { base: 'version:1' }))
    await bench.get().undoTurn(message('turn:0', 0, 'a box', { base: null }))
    expect(bench.undone).toEqual([
      { to: 'version:1', expect: 'version:3' },
      { to: null, expect: 'version:1' },
    ])
  })

  it('[WB48] an answer goes to its question, and leaves what is being written alone', async () => {
    const bench = testWorkbench()
    bench.get().setWords('half a thou')
    await bench.get().answer('edge', 'decide')
    expect(bench.said).toEqual([{ text: '', answers: [{ question: 'edge', choice: 'decide' }] }])
    expect(bench.get().words).toBe('half a thou')
  })

  it('[AG83] a request becomes a template whose numbers are slots, under a name that is free', async () => {
    const bench = testWorkbench()
    await bench.get().saveAsTemplate(message('turn:1', 1, 'A washer 20 x 10 x 2!'))
    expect(bench.calls).toEqual([
      'template a-washer-20-x-10-x-2: A washer {number 1=20} x {number 2=10} x {number 3=2}!',
    ])
    expect(bench.get().templatesOpen).toBe(true)
    await bench.get().saveAsTemplate(message('turn:2', 1, 'taken'))
    expect(bench.calls.slice(-1)[0]).toMatch(/^template taken-2: /)
    await bench.get().saveAsTemplate(message('turn:3', 1, '茶箱'))
    expect(bench.calls.slice(-1)[0]).toMatch(/^template template: /)
  })

  it('[AG83] of a change the whole design becomes the template, not the words that changed it', async () => {
    const bench = testWorkbench()
    const understanding = {
      kind: 'part',
      language: 'en',
      say: 'A disc, 40 mm diameter.',
      spans: [],
      assumed: [],
    } as const
    const change = message('turn:2', 2, 'make it 40', { base: 'version:1', understanding: { ...understanding } })
    await bench.get().saveAsTemplate(change)
    expect(bench.calls.slice(-1)[0]).toMatch(/^template a-disc-40-mm-diameter: A disc, \{.*=40/)
  })

  it('[AG85] a session is saved as one file, and one that is imported is opened', async () => {
    const bench = testWorkbench()
    bench.get().openSession(SESSION)
    await bench.get().exportSession()
    expect(bench.saved).toEqual(['session.hewn.zip'])
    bench.get().leaveSession()
    await bench.get().importSession(new Blob([]))
    expect(bench.get()).toMatchObject({ port: null, notice: { text: expect.stringContaining('REQUEST_INVALID') } })
    await bench.get().importSession(new Blob(['zip']))
    expect(bench.get().port?.session).toBe(SESSION)
    expect(bench.calls.slice(-1)).toEqual([`go ${SESSION}`])
  })
})
