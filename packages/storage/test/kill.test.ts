import { join } from 'node:path'
import { seededRandom } from '@hewn/testing'
import { expect, it } from 'vitest'
import { killAgainAndAgain } from './kills.ts'
import { temporaryHome } from './temporary-home.ts'

it('[SV40] [CV44] [CV47] K33: kill -9 with writes in flight loses nothing acknowledged, and a number has one meaning', async () => {
  const home = temporaryHome()
  const killed = await killAgainAndAgain({
    database: `file:${join(home, 'hewn.db')}`,
    blobs: join(home, 'blobs'),
    rounds: 5,
    chance: seededRandom(33),
  })
  expect(killed.wrong).toEqual([])
  expect(killed.acknowledged).toBeGreaterThan(100)
}, 60_000)
