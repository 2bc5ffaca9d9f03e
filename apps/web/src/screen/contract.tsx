import type { Claim } from '@hewn/model'
import { useState } from 'react'
import { talk } from '../strings/en-talk.ts'
import { t } from '../strings/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { ClaimEditor, NewClaim } from './claim-editor.tsx'
import { besideWords, claimGroups, makeItSoWords, measuredWords, promisedWords } from './claim-words.ts'
import { Nothing, Section } from './section.tsx'
import { useContract, useHead, useKind } from './use-design.ts'
import { useMayEdit } from './use-may-edit.ts'
import { useWorkbenchStore } from './workbench-context.ts'

/** What was promised and what was measured, line by line; a press on one changes it (WB47). */
export default function Contract() {
  const claims = useContract()
  const head = useHead()
  const editable = useMayEdit() && head !== null
  const [edited, setEdited] = useState<string | null>(null)
  const held = claims.filter(({ dropped }) => !dropped)
  const passing = held.filter(({ result }) => result.state === 'pass').length
  return (
    <Section
      title={t.rail.contract}
      testId="contract"
      {...(held.length > 0 ? { aside: t.rail.contractScore(passing, held.length) } : {})}
    >
      {claims.length === 0 && <Nothing>{t.rail.noContract}</Nothing>}
      <ul className="flex flex-col gap-1">
        {claimGroups(claims).map(({ claim, with: others }) => (
          <ClaimRow
            key={claim.id}
            claim={claim}
            others={others}
            open={edited === claim.id}
            editable={editable}
            toggle={() => setEdited(edited === claim.id ? null : claim.id)}
          />
        ))}
      </ul>
      {editable && <NewClaim />}
    </Section>
  )
}

const STATE: Record<Claim['result']['state'], { icon: IconName; tone: string; word: string }> = {
  pass: { icon: 'check', tone: 'text-ok', word: t.rail.pass },
  fail: { icon: 'cross', tone: 'text-bad', word: t.rail.fail },
  'cannot tell': { icon: 'question', tone: 'text-warn', word: t.rail.cannotTell },
  waiting: { icon: 'clock', tone: 'text-quiet', word: t.rail.waiting },
}

interface RowProps {
  claim: Claim
  /** Held to the same number. */
  others: readonly Claim[]
  open: boolean
  editable: boolean
  toggle(): void
}

function ClaimRow({ claim, others, open, editable, toggle }: RowProps) {
  const { icon, tone, word } = STATE[claim.result.state]
  const measured = 'measured' in claim.result ? claim.result.measured : undefined
  const promised = claim.expect && promisedWords(claim.expect)
  const struck = claim.dropped === true
  return (
    <li data-testid="claim" data-id={claim.id} data-state={struck ? 'dropped' : claim.result.state}>
      <button
        type="button"
        aria-expanded={open}
        aria-disabled={!editable || undefined}
        title={talk.contract.from[claim.from]}
        className="-mx-1 grid w-full grid-cols-[16px_1fr_auto] gap-x-2 rounded-control px-1 py-0.5 text-left hover:bg-sunken"
        onClick={() => editable && toggle()}
      >
        <span className={`mt-0.5 ${struck ? 'text-quiet' : tone}`}>
          <Icon name={icon} size={14} />
        </span>
        <span className={`min-w-0 break-words ${struck ? 'text-quiet line-through' : ''}`}>
          {claim.text}
          {claim.assumed !== undefined && <span className="text-quiet"> · {t.rail.assumed}</span>}
          {claim.pinned && (
            <span className="ml-1 inline-block align-text-bottom text-quiet">
              <Icon name="pin" size={12} />
            </span>
          )}
          {!struck && claim.result.state === 'cannot tell' && (
            <span className="block text-label text-quiet">{claim.result.why}</span>
          )}
          {!struck && claim.result.state === 'fail' && promised !== undefined && (
            <span className="block text-label text-quiet">{talk.contract.expected(promised)}</span>
          )}
        </span>
        <span className={`text-label ${struck ? 'text-quiet' : tone}`}>
          {struck ? talk.contract.dropped : word}
          {!struck && typeof measured === 'number' && claim.expect && ` · ${measuredWords(claim.expect, measured)}`}
        </span>
        {others.length > 0 && (
          <span className="col-span-2 col-start-2 text-label text-quiet">
            {talk.contract.tells(others.map(({ text }) => besideWords(text)).join(', '))}
          </span>
        )}
      </button>
      {editable && !struck && claim.result.state === 'fail' && <MakeItSo claim={claim} />}
      {open && <ClaimEditor claim={claim} close={toggle} />}
      {open && others.length > 0 && <Others claims={others} />}
    </li>
  )
}

/** What the same number stands for, each to be changed by itself. */
function Others({ claims }: { claims: readonly Claim[] }) {
  const [edited, setEdited] = useState<string | null>(null)
  return (
    <ul className="ml-4 flex flex-col gap-1">
      {claims.map((claim) => (
        <ClaimRow
          key={claim.id}
          claim={claim}
          others={[]}
          open={edited === claim.id}
          editable
          toggle={() => setEdited(edited === claim.id ? null : claim.id)}
        />
      ))}
    </ul>
  )
}

/** A claim that was changed away from the geometry: the design follows on request (AG20). */
function MakeItSo({ claim }: { claim: Claim }) {
  const kind = useKind()
  const { sayThis } = useWorkbenchStore().getState()
  const words = makeItSoWords(claim.expect, kind)
  if (words === undefined) return null
  return (
    <Button testId="make-it-so" className="mt-1 ml-6" title={words} onPress={() => void sayThis(words)}>
      {talk.contract.makeItSo}
    </Button>
  )
}
