import { describe, expect, it } from 'vitest'
import { CASES } from './conformance/cases.ts'
import type { FollowerName } from './conformance/followers.ts'
import { remembered, runCase } from './conformance/run-case.ts'

// A short form of the kit; all of it, with every client: npm run canvas:conformance.

const QUICK: Record<string, FollowerName[]> = {
  ...Object.fromEntries(
    [3, 4, 7, 8, 9, 10, 11, 13, 14, 17, 18, 19, 20, 21, 24, 25, 27, 33, 35, 38, 45, 46, 47, 48, 50, 51].map(
      (number, at) => [`K${number}`, [at % 2 === 0 ? 'ours' : 'raw WebSocket'] as FollowerName[]],
    ),
  ),
  K1: ['ours', 'raw WebSocket', 'socket.io-client, polling'],
  K15: ['ours', 'raw WebSocket'],
  K28: ['ours', 'ours, polling first', 'socket.io-client'],
  K29: ['ours'],
  K30: ['ours'],
  K31: ['ours'],
  K32: ['ours', 'raw WebSocket'],
  K39: ['ours'],
  K41: ['ours', 'raw WebSocket'],
  K42: ['raw WebSocket'],
  K43: ['raw WebSocket'],
  K44: ['ours', 'raw WebSocket'],
  K52: ['ours', 'socket.io-client'],
}

describe('the public wire, through a network that fails', () => {
  for (const one of CASES) {
    for (const client of QUICK[one.name] ?? []) {
      it(`[CV34] ${one.name}: ${one.what}, ${client}`, async () => {
        const memory = await remembered('memory')
        expect(await runCase(one, client, memory)).toEqual({ said: expect.stringMatching(/^holds/) })
      })
    }
  }
})
