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
    // All panels and the recipe are both JSON, and not one file.
    bench.answers.exported = (format) => `tea-box-v1.${format === 'panels' ? 'panels.json' : format}`
    await bench.get().download('panels')
    await bench.get().download('json')
    expect(bench.saved).toEqual(['tea-box-v1.svg', 'tea-box-v1.zip', 'tea-box-v1.panels.json', 'tea-box-v1.json'])
  })
})
