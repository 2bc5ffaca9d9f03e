import { testWorld } from '@hewn/testing'
import { memoryLog } from '../src/memory-log.ts'
import { canvasLogContract } from './canvas-log-contract.ts'

canvasLogContract('memory', async () => ({ log: memoryLog({ world: testWorld() }) }))
