import { checkContract } from '@hewn/agent'
import type { Acting } from '@hewn/canvas'
import { type Claim, type ErrorBody, fail, hewnError, ok, type Result, type Version } from '@hewn/model'
import type { SessionRow } from '@hewn/storage'
import type { Checks } from './checks.ts'
import type { House } from './house.ts'
import { pictureOf } from './picture.ts'
import { byId } from './show.ts'

/** The contract of what is there now. A change is judged at once on the last facts; nothing is built for it (AG20). */
export interface Claims {
  list(session: SessionRow): Promise<Claim[]>
  /** Written by a person, it is theirs. */
  set(session: SessionRow, claim: Omit<Claim, 'from' | 'result'>, acting: Acting): Promise<Result<Claim[], ErrorBody>>
  /** One's own goes; what the words or arithmetic promised stays in sight, struck out. */
  remove(session: SessionRow, id: string, acting: Acting): Promise<Result<Claim[], ErrorBody>>
}

const CLAIMS_MAX = 500

export function createClaims({ storage, canvas, desks }: House, checks: Checks): Claims {
  return {
    async list(session) {
      const head = session.head === null ? undefined : await storage.versions.get(session.head, session.id)
      return head?.claims ?? []
    },
    set: (session, given, acting) =>
      change(session, acting, (claims) => {
        const before = claims.find(({ id }) => id === given.id)
        if (!before && claims.length >= CLAIMS_MAX)
          return fail(hewnError('LIMIT_WORKSPACE', `There are ${CLAIMS_MAX} claims already.`))
        const claim: Claim = { ...given, from: fromOf(before, given), result: { state: 'waiting' } }
        return ok(before ? claims.map((one) => (one === before ? claim : one)) : [...claims, claim])
      }),
    remove: (session, id, acting) =>
      change(session, acting, (claims) => {
        const before = claims.find((claim) => claim.id === id)
        if (!before) return fail(hewnError('REQUEST_NOT_FOUND', 'There is no such claim.'))
        if (before.from === 'user') return ok(claims.filter((claim) => claim !== before))
        return ok(claims.map((claim) => (claim === before ? { ...claim, dropped: true } : claim)))
      }),
  }

  function change(
    session: SessionRow,
    acting: Acting,
    edit: (claims: readonly Claim[]) => Result<Claim[], ErrorBody>,
  ): Promise<Result<Claim[], ErrorBody>> {
    return desks.at(session.id).alone(async () => {
      const row = (await storage.sessions.get(session.id)) ?? session
      const head = row.head === null ? undefined : await storage.versions.get(row.head, row.id)
      if (!head) return fail(hewnError('JOB_NO_BUILD', 'Claims are held against a design, and there is none yet.'))
      const edited = edit(head.claims)
      if (!edited.ok) return edited
      const { facts = [], left } = (await pictureOf(storage, head))?.result ?? {}
      const version: Version = { ...head, claims: checkContract(edited.value, facts, left) }
      await storage.versions.change(head.id, { claims: version.claims })
      const told = await canvas.session(session.id, acting).together((draft) => {
        draft.setResource({ channel: 'versions', id: version.id, payload: version })
        draft.bulkSetResources({ channel: 'claims', items: byId(version.claims), replace: true })
      })
      if (!told.ok) return told
      checks.follow(session, version.id)
      return ok(version.claims)
    })
  }
}

/** A pin, a confirmation or a mark leaves a claim whose it was; other words or numbers make it the writer's. */
function fromOf(before: Claim | undefined, given: Omit<Claim, 'from' | 'result'>): Claim['from'] {
  if (!before) return 'user'
  const same =
    before.text === given.text && JSON.stringify(sorted(before.expect)) === JSON.stringify(sorted(given.expect))
  return same ? before.from : 'user'
}

const sorted = (expect: Claim['expect']) =>
  Object.entries(expect ?? {})
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
