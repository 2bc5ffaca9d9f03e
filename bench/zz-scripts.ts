import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createKernel } from '@hewn/kernel'
import { workerFactory } from '@hewn/kernel/node'
import { systemWorld } from '@hewn/model/world'
import { inMemoryBlobs } from './in-memory-blobs.ts'
const factory = workerFactory({ python: process.env.HEWN_PYTHON!, warm: 4 })
const kernel = createKernel({ factory, blobs: inMemoryBlobs(), world: systemWorld, sha256: (b) => createHash('sha256').update(b).digest('hex') })
while (kernel.report().warm < 2) await sleep(50)
const all = readFileSync(process.argv[2]!, 'utf8').replace(/^# separated.*\n/, '').split('####\n')
const from = Number(process.argv[3] ?? 0), to = Number(process.argv[4] ?? all.length)
for (const [n, code] of all.entries()) {
  if (n < from || n >= to) continue
  const log: string[] = []
  const began = performance.now()
  const built = await kernel.build({ job: `job:${systemWorld.newId()}`, session: `session:${n}`, owner: 'o', layerSecret: 's', files: [{ path: 'model.py', bytes: new TextEncoder().encode(code) }], entry: 'model.py', parameters: {}, result: 'auto', quality: 'full', formats: [], limits: { seconds: 60, memory: 2 * 1024 ** 3, log: 10 * 1024 ** 2, line: 8192 } }, (e) => { if (e.t === 'log') log.push(`${e.stream}/${e.level}: ${e.text.slice(0, 220)}`) }, new AbortController().signal)
  console.log(`\n== ${n} ${code.split('\n').find((l) => !l.startsWith('from') && !l.startsWith('import'))?.slice(0, 60)} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  for (const l of log.slice(0, 8)) console.log('   |', l)
  if (built.ok) {
    console.log('  ok', built.value.layers.slice(0, 6).map((l) => `${l.name}:${l.kind}${l.aside ? ' aside' : ''}${l.visible ? '' : ' hidden'}`).join(', '), built.value.layers.length)
    console.log('    ', built.value.facts.filter((f) => f.layer === undefined && ['volume', 'solids', 'valid', 'size'].includes(f.kind)).map((f) => JSON.stringify(f)).join(' '))
  } else console.log(' ', built.error.code, 'line', built.error.line, built.error.column, '\n   M:', built.error.message, '\n   H:', built.error.hint, '\n' + (built.error.traceback ?? '').split('\n').map((l) => '      ' + l).join('\n'))
}
await kernel.close()
