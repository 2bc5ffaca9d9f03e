import { describe, expect, it } from 'vitest'
import { SESSION, testWorkbench } from '../../test/surroundings.ts'

const file = (content: string, hash: string) => ({ content, hash, language: 'python', bytes: content.length })

describe('code', () => {
  it('[WB82] a page that opens a session shows its file', () => {
    const bench = testWorkbench()
    bench.told.put('files', 'model.py', file('result = 1', 'h1'))
    bench.get().openSession(SESSION)
    expect(bench.get()).toMatchObject({ code: 'result = 1', base: { hash: 'h1' } })
  })

  it('[WB64] an edit from elsewhere is taken while nothing was typed here', () => {
    const bench = testWorkbench()
    bench.get().openSession(SESSION)
    bench.told.put('files', 'model.py', file('one', 'h1'))
    bench.told.put('files', 'model.py', file('two', 'h2'))
    expect(bench.get()).toMatchObject({ code: 'two', theirs: null })
  })

  it('[WB64] what was typed here is never dropped: both stand until somebody decides', () => {
    const bench = testWorkbench()
    bench.get().openSession(SESSION)
    bench.told.put('files', 'model.py', file('one', 'h1'))
    bench.get().setCode('mine')
    bench.told.put('files', 'model.py', file('two', 'h2'))
    expect(bench.get()).toMatchObject({ code: 'mine', theirs: { text: 'two' } })
    bench.get().takeTheirs()
    expect(bench.get()).toMatchObject({ code: 'two', base: { hash: 'h2' }, theirs: null })
  })

  it('our own write, coming back over the canvas, changes nothing', () => {
    const bench = testWorkbench()
    bench.get().openSession(SESSION)
    bench.get().setCode('mine')
    bench.get().codeWritten('h1', 'mine')
    bench.get().setCode('mine, and more')
    bench.told.put('files', 'model.py', file('mine', 'h1'))
    expect(bench.get()).toMatchObject({ code: 'mine, and more', theirs: null })
  })

  it('the same text from elsewhere is no conflict', () => {
    const bench = testWorkbench()
    bench.get().openSession(SESSION)
    bench.get().setCode('same')
    bench.told.put('files', 'model.py', file('same', 'h1'))
    expect(bench.get()).toMatchObject({ base: { hash: 'h1' }, theirs: null })
  })
})
