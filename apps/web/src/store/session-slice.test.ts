import { describe, expect, it } from 'vitest'
import { SESSION, testWorkbench } from '../../test/surroundings.ts'

describe('downloads', () => {
  it('[WB77] a file is called by the title and the version, with the ending of what came', async () => {
    const bench = testWorkbench()
    bench.get().openSession(SESSION)
    bench.told.state.set('title', 'Tea box')
    await bench.get().download('svg')
    // Several sheets come as one archive.
    bench.answers.exported = () => 'tea-box.zip'
    await bench.get().download('svg')
    expect(bench.saved).toEqual(['tea-box-v1.svg', 'tea-box-v1.zip'])
  })
})
