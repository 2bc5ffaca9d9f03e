import { cutSheets, estimate, ratesFor, readCoupon, sheetUse, toLink } from '@hewn/boxes'
import type { RecipeProblem } from '@hewn/boxes'
import type { AssemblyRecipe } from '@hewn/model'
import { type ReactNode, useId, useMemo, useState } from 'react'
import { formatNumber, formatVolume } from '../format.ts'
import { panelName } from '../panel-name.ts'
import { readNumber } from '../read-number.ts'
import { useCommand } from '../screen/use-commands.ts'
import { useKind } from '../screen/use-design.ts'
import { useMayEdit } from '../screen/use-may-edit.ts'
import { useWorkbench } from '../screen/workbench-context.ts'
import { boxWords as words } from '../strings/en-box.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { BoxForm, CuttingForm } from './box-form.tsx'
import { withValueAt } from './change-recipe.ts'
import { PanelDesk } from './panel-desk.tsx'
import { Part } from './part.tsx'
import { SheetDrawing } from './sheet-drawing.tsx'
import { type Box, useBox } from './use-box.ts'
import { type Change, useChange } from './use-change.ts'

/** A box as a workshop sees it: its form, how it is cut, the proof, the sheets as they will be saved, the files (WB58). */
export default function SheetsTab() {
  const kind = useKind()
  return kind === 'box' ? <SheetsOfBox /> : <Empty>{words.none}</Empty>
}

function SheetsOfBox() {
  const box = useBox()
  if (box === undefined) return <Empty>{words.loading}</Empty>
  if (box === null) return <Empty>{words.unread}</Empty>
  return <Panel box={box} />
}

const Empty = ({ children }: { children: ReactNode }) => <p className="p-4 text-quiet">{children}</p>

function Panel({ box }: { box: Box }) {
  const editable = useMayEdit()
  const { change, problem, removed } = useChange(box.recipe)
  return (
    <div
      data-testid="sheets"
      role="group"
      aria-label={words.label}
      tabIndex={0}
      className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-3"
    >
      {problem && <Problem problem={problem} recipe={box.recipe} change={change} />}
      {removed.length > 0 && (
        <p role="status" data-testid="box-removed" className="text-warn">
          {words.removed(removed.length)} {removed.map(({ why }) => why).join(' ')}
        </p>
      )}
      <div inert={!editable} className="flex flex-col gap-4">
        <BoxForm box={box} change={change} />
        <CuttingForm recipe={box.recipe} change={change} />
      </div>
      <ProofLine box={box} />
      <PanelDesk box={box} change={change} />
      <Sheets box={box} change={change} />
      {editable && <Coupon recipe={box.recipe} change={change} />}
      <Files recipe={box.recipe} />
    </div>
  )
}

function Problem({ problem, recipe, change }: { problem: RecipeProblem; recipe: AssemblyRecipe; change: Change }) {
  const { nearest, path, message } = problem
  const shown = typeof nearest === 'number' || typeof nearest === 'string' ? String(nearest) : undefined
  return (
    <div role="alert" data-testid="box-problem" className="flex flex-wrap items-center gap-2 text-bad">
      <Icon name="alert" />
      <span className="flex-1">{message}</span>
      {shown !== undefined && (
        <Button onPress={() => change.replace(withValueAt(recipe, path, nearest))}>{words.nearest(shown)}</Button>
      )}
    </div>
  )
}

function ProofLine({ box }: { box: Box }) {
  const { proof } = box.engine
  const showOnly = useWorkbench((state) => state.showOnly)
  const { worst } = proof
  if (proof.ok) {
    return (
      <Part title={words.proof}>
        <p data-testid="proof" data-state="pass" className="flex items-center gap-1.5 text-ok">
          <Icon name="check" size={14} />
          {words.proven(proof.joints)}
        </p>
      </Part>
    )
  }
  const failing = proof.checks.find((check) => !check.ok)
  return (
    <Part title={words.proof}>
      <p data-testid="proof" data-state="fail" className="flex flex-wrap items-center gap-1.5 text-bad">
        <Icon name="cross" size={14} />
        {worst
          ? words.overlap(panelName(worst.a), panelName(worst.b), formatVolume(worst.overlap))
          : words.failed([failing?.id, failing?.at].filter(Boolean).join(', '))}
        {worst && <Button onPress={() => showOnly([`layer:${worst.a}`, `layer:${worst.b}`])}>{words.showPair}</Button>}
      </p>
    </Part>
  )
}

function Sheets({ box, change }: { box: Box; change: Change }) {
  const { engine, recipe } = box
  const partNames = useWorkbench((state) => state.partNames)
  const setPartNames = useWorkbench((state) => state.setPartNames)
  const sheets = useMemo(
    () => (partNames ? cutSheets(engine, { marks: true }) : box.sheets),
    [box.sheets, engine, partNames],
  )
  if (!sheets.ok) {
    const [problem] = sheets.error
    if (!problem) return null
    return (
      <Part title={words.sheets}>
        <SheetProblem problem={problem} recipe={recipe} change={change} />
      </Part>
    )
  }
  const length = sheets.value.reduce((sum, sheet) => sum + sheet.cutLength, 0)
  const thickest = Math.max(...sheets.value.map((sheet) => sheet.thickness))
  const { seconds } = estimate(sheets.value, ratesFor(recipe.material?.name, thickest))
  return (
    <Part title={words.sheets}>
      <p data-testid="sheet-summary">
        {words.summary(
          sheets.value.length,
          `${Math.round(sheetUse(sheets.value) * 100)} %`,
          `${(length / 1000).toFixed(2)} m`,
          `${Math.max(1, Math.round(seconds / 60))} min`,
        )}
      </p>
      <label className="flex items-center gap-2 text-label">
        <input
          type="checkbox"
          role="switch"
          data-testid="part-names"
          checked={partNames}
          onChange={(event) => setPartNames(event.target.checked)}
        />
        {words.partNames}
      </label>
      {sheets.value.map((sheet) => (
        <figure key={sheet.number} className="flex flex-col gap-1">
          <SheetDrawing sheet={sheet} />
          <figcaption className="text-label text-quiet">
            {words.sheetTitle(sheet.number, sheet.of, `${formatNumber(sheet.thickness)} mm`)}
          </figcaption>
        </figure>
      ))}
    </Part>
  )
}

/** A part too large for its sheet is healed by a larger one. */
function SheetProblem({ problem, recipe, change }: { problem: RecipeProblem; recipe: AssemblyRecipe; change: Change }) {
  const { nearest, path, message } = problem
  const size = nearest as { width?: number; height?: number } | number | undefined
  const said = typeof size === 'number' ? `${size} mm` : size?.width ? `${size.width} × ${size.height} mm` : undefined
  return (
    <p role="alert" className="flex flex-wrap items-center gap-2 text-bad">
      {message}
      {said !== undefined && (
        <Button onPress={() => change.replace(withValueAt(recipe, path, nearest))}>{words.nearest(said)}</Button>
      )}
    </p>
  )
}

/** What a piece of the maker's own wood says, for this box (BX50). */
function Coupon({ recipe, change }: { recipe: AssemblyRecipe; change: Change }) {
  const [tooth, setTooth] = useState('')
  const [length, setLength] = useState('')
  const [fits, long] = [readNumber(tooth, 'mm'), readNumber(length, 'mm')]
  const read = { ...(fits === undefined ? {} : { tooth: fits }), ...(long === undefined ? {} : { length: long }) }
  const nothing = fits === undefined && long === undefined
  return (
    <Part title={words.coupon}>
      <p className="text-quiet">{words.couponHow}</p>
      <div className="grid grid-cols-2 gap-2">
        <Written label={words.couponTooth} placeholder="+.05" value={tooth} onChange={setTooth} />
        <Written label={words.couponLength} placeholder="48.8" value={length} onChange={setLength} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Take id="download-coupon" />
        <Button
          reason={nothing ? words.couponEmpty : undefined}
          onPress={() => change.edit({ type: 'set-cutting', cutting: readCoupon(read, recipe.cutting) })}
        >
          {words.couponUse}
        </Button>
      </div>
    </Part>
  )
}

function Written({
  label,
  placeholder,
  value,
  onChange,
}: {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <label htmlFor={id} className="text-label text-quiet">
        {label}
      </label>
      <input
        id={id}
        inputMode="decimal"
        className="field h-7 min-w-0 px-2"
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

const DOWNLOADS = ['download-sheet', 'download-dxf', 'download-pdf', 'download-recipe', 'download-panels'] as const

function Files({ recipe }: { recipe: AssemblyRecipe }) {
  return (
    <Part title={words.files}>
      <div className="flex flex-wrap gap-2">
        {DOWNLOADS.map((id) => (
          <Take key={id} id={id} />
        ))}
        <CopyLink recipe={recipe} />
      </div>
    </Part>
  )
}

function Take({ id }: { id: (typeof DOWNLOADS)[number] | 'download-coupon' }) {
  const command = useCommand(id)
  return (
    <Button reason={command.reason} onPress={command.run}>
      <Icon name="download" size={14} />
      {command.label}
    </Button>
  )
}

/** A link that holds the whole box and needs no server (WB76). */
function CopyLink({ recipe }: { recipe: AssemblyRecipe }) {
  const [state, setState] = useState<'copied' | 'refused' | null>(null)
  const link = `${location.origin}/#box=${toLink(recipe)}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setState('copied')
    } catch {
      setState('refused')
    }
  }
  return (
    <>
      <Button testId="copy-link" data={{ 'data-link': link }} onPress={() => void copy()}>
        {state === 'copied' ? words.copied : words.link}
      </Button>
      {state === 'refused' && (
        <label className="flex w-full flex-col gap-1 text-label text-quiet">
          {words.noCopy}
          <input readOnly className="field h-7 w-full px-2" value={link} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </>
  )
}
