import { type DesignAnswer, fail, ok, type Result } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import type { Refusal } from '../port/http.ts'
import { answer, later, RECIPE, refusal, SESSION, testWorkbench } from '../../test/surroundings.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve))

async function opened(prompt = 'open top box 150x100x80') {
  const bench = testWorkbench()
  bench.get().openDesignPanel()
  bench.get().setDesignPrompt(prompt)
  return bench
}

describe('AI Design', () => {
  it('[WB71] Preview asks with the words, writes the recipe with them, and makes the address true', async () => {
    const bench = await opened()
    bench.designs.push(Promise.resolve(ok(answer(['Assumed: 3 mm']))))
    await bench.get().submitDesign()
    expect(bench.asked).toEqual([{ prompt: 'open top box 150x100x80' }])
    expect(bench.calls).toEqual([
      'create Open top box 150x100x80',
      'go session:7n42DGM5Tflk9n8mt7Fhc7',
      'write box.json',
      'go session:7n42DGM5Tflk9n8mt7Fhc7',
    ])
    expect(JSON.parse(bench.writes[0]?.text ?? '')).toEqual(RECIPE)
    expect(bench.writes[0]?.request).toBe('open top box 150x100x80')
    expect(bench.get()).toMatchObject({
      designLoading: false,
      designError: null,
      designNotes: ['Assumed: 3 mm'],
      designPanelOpen: true,
    })
  })

  it('[WB71] pressing it again iterates on the recipe shown', async () => {
    const bench = await opened()
    bench.designs.push(Promise.resolve(ok(answer())), Promise.resolve(ok(answer())))
    await bench.get().submitDesign()
    bench.get().setDesignPrompt('taller')
    await bench.get().submitDesign()
    expect(bench.asked[1]).toEqual({ prompt: 'taller', recipe: RECIPE })
  })

  it('[WB71] a panel that opens over a box iterates on the box that is there', async () => {
    const bench = await opened('taller')
    bench.get().openSession(SESSION)
    bench.told.state.set('kind', 'box')
    bench.told.put('files', 'box.json', { content: JSON.stringify({ ...RECIPE, width: 99 }), hash: 'h' })
    bench.designs.push(Promise.resolve(ok(answer())))
    await bench.get().submitDesign()
    expect(bench.asked).toEqual([{ prompt: 'taller', recipe: { ...RECIPE, width: 99 } }])
  })

  it('[WB72] is loading while it waits, and an answer after Cancel is ignored', async () => {
    const bench = await opened()
    const slow = later<Result<DesignAnswer, Refusal>>()
    bench.designs.push(slow.promise)
    const pressed = bench.get().submitDesign()
    expect(bench.get().designLoading).toBe(true)
    await bench.get().cancelDesign()
    slow.give(ok(answer()))
    await pressed
    expect(bench.get()).toMatchObject({ designPanelOpen: false, designLoading: false })
    expect(bench.calls).toEqual([])
  })

  it.each(['cancelDesign', 'closeDesignPanel'] as const)(
    '[WB72] what is built after %s does not stay',
    async (leave) => {
      const bench = await opened()
      bench.designs.push(Promise.resolve(ok(answer())))
      const slow = later<Result<void, Refusal>>()
      bench.answers.write = () => slow.promise
      const pressed = bench.get().submitDesign()
      await settled()
      await bench.get()[leave]()
      slow.give(ok(undefined))
      await pressed
      expect(bench.undone).toEqual([{ to: null, expect: 'version:1' }])
      expect(bench.get()).toMatchObject({ designPanelOpen: false, designNotes: [] })
    },
  )

  it('[WB73] a refusal shows its message and choices, keeps prompt and panel, and touches nothing', async () => {
    const bench = await opened('a poem')
    const error: Refusal = {
      code: 'AGENT_NOT_A_BOX',
      message: 'No box was found.',
      hint: 'Try: tray',
      choices: ['tray'],
    }
    bench.designs.push(Promise.resolve(fail(error)))
    await bench.get().submitDesign()
    expect(bench.get()).toMatchObject({
      designPanelOpen: true,
      designPrompt: 'a poem',
      designLoading: false,
      designError: 'No box was found.',
      designHint: 'Try: tray',
      designChoices: ['tray'],
    })
    expect(bench.calls).toEqual([])
  })

  it('[WB73] a box that cannot be built is refused inline too', async () => {
    const bench = await opened()
    bench.designs.push(Promise.resolve(ok(answer())))
    bench.answers.write = () => fail(refusal('RECIPE_TOO_SMALL', 'Width is 5 mm'))
    await bench.get().submitDesign()
    expect(bench.get()).toMatchObject({ designError: 'Width is 5 mm', designLoading: false, designPreviewed: false })
  })

  it('[WB73] an empty prompt sends nothing, and neither does one above 2,000 characters', async () => {
    const bench = await opened('   ')
    await bench.get().submitDesign()
    bench.get().setDesignPrompt('x'.repeat(2001))
    await bench.get().submitDesign()
    expect(bench.asked).toEqual([])
  })

  it('[WB74] Done keeps the design, and the next Cancel returns to it', async () => {
    const bench = await opened()
    bench.designs.push(Promise.resolve(ok(answer())), Promise.resolve(ok(answer())))
    await bench.get().submitDesign()
    bench.get().closeDesignPanel()
    expect(bench.undone).toEqual([])
    bench.get().openDesignPanel()
    bench.get().setDesignPrompt('taller')
    await bench.get().submitDesign()
    await bench.get().cancelDesign()
    expect(bench.undone).toEqual([{ to: 'version:1', expect: 'version:2' }])
  })

  it('[WB74] Cancel without a preview takes nothing back', async () => {
    const bench = await opened()
    await bench.get().cancelDesign()
    expect(bench.undone).toEqual([])
  })

  it('[WB74] when somebody else moved the head, Cancel leaves it and says so', async () => {
    const bench = await opened()
    bench.designs.push(Promise.resolve(ok(answer())))
    await bench.get().submitDesign()
    bench.answers.undo = () => fail(refusal('SESSION_CONFLICT'))
    await bench.get().cancelDesign()
    expect(bench.get().notice?.text).toContain('Somebody else changed the design')
  })

  it('a title that nobody typed follows the words, and Cancel gives the one before', async () => {
    const bench = await opened('tray 200x120x60')
    bench.designs.push(Promise.resolve(ok(answer())), Promise.resolve(ok(answer())))
    await bench.get().submitDesign()
    bench.get().setDesignPrompt('tea box')
    await bench.get().submitDesign()
    expect(bench.told.state.get('title')).toBe('Tea box')
    await bench.get().cancelDesign()
    expect(bench.told.state.get('title')).toBe('')
  })

  it('a title that somebody typed stays', async () => {
    const bench = await opened('tray 200x120x60')
    bench.designs.push(Promise.resolve(ok(answer())), Promise.resolve(ok(answer())))
    await bench.get().submitDesign()
    bench.told.state.set('title', 'For Ada')
    await bench.get().submitDesign()
    await bench.get().cancelDesign()
    expect(bench.told.state.get('title')).toBe('For Ada')
  })

  it('[WB75] a new panel is empty, and over no box it iterates on nothing', async () => {
    const bench = await opened()
    bench.designs.push(Promise.resolve(ok(answer(['note']))), Promise.resolve(ok(answer())))
    await bench.get().submitDesign()
    bench.get().closeDesignPanel()
    bench.get().openDesignPanel()
    expect(bench.get()).toMatchObject({ designPrompt: '', designNotes: [], designPreviewed: false })
    bench.get().setDesignPrompt('tray 200x120x60')
    await bench.get().submitDesign()
    expect(bench.asked[1]).toEqual({ prompt: 'tray 200x120x60' })
  })
})
