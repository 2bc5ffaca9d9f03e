import { fillTemplate, type Slot, slotsOf, type Template } from '@hewn/model'
import { useEffect, useId, useMemo, useState } from 'react'
import { talk } from '../strings/en-talk.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWorkbenchStore } from './workbench-context.ts'

const words = talk.templates

/** The picker of templates: choose one, fill its slots, and its words stand in the composer (WB6, AG82). */
export default function TemplateDialog() {
  const { showTemplates } = useWorkbenchStore().getState()
  const [chosen, setChosen] = useState<Template | null>(null)
  return (
    <Dialog
      label={words.label}
      title={chosen?.title ?? words.label}
      testId="templates"
      closeLabel={words.close}
      onClose={() => showTemplates(false)}
    >
      {chosen ? <Fill template={chosen} back={() => setChosen(null)} /> : <Choose choose={setChosen} />}
    </Dialog>
  )
}

function Choose({ choose }: { choose(template: Template): void }) {
  const { loadTemplates, removeTemplate, tell } = useWorkbenchStore().getState()
  const [templates, setTemplates] = useState<Template[] | null>(null)
  const [wanted, setWanted] = useState('')
  useEffect(() => {
    let gone = false
    const load = async () => {
      const loaded = await loadTemplates()
      if (gone) return
      if (loaded.ok) setTemplates(loaded.value)
      else tell(words.label, loaded.error)
    }
    void load()
    return () => {
      gone = true
    }
  }, [loadTemplates, tell])
  // One's own first: after *Save as template* the new one is in sight.
  const found = useMemo(
    () => (templates ?? []).filter((one) => says(one, wanted)).toSorted((a, b) => Number(!!b.own) - Number(!!a.own)),
    [templates, wanted],
  )
  return (
    <>
      <input
        type="search"
        autoFocus
        aria-label={words.search}
        placeholder={words.search}
        value={wanted}
        className="field h-8 shrink-0 px-2"
        onChange={(event) => setWanted(event.target.value)}
      />
      {templates === null && <p className="text-quiet">{words.loading}</p>}
      {templates !== null && found.length === 0 && <p className="text-quiet">{words.none}</p>}
      <ul className="-mx-2 flex min-h-0 flex-col overflow-y-auto">
        {found.map((one) => (
          <li key={one.name} className="flex items-center">
            <button
              type="button"
              data-testid="template"
              data-name={one.name}
              className="flex min-w-0 flex-1 flex-col rounded-control px-2 py-1.5 text-left hover:bg-sunken"
              onClick={() => choose(one)}
            >
              <span className="flex items-baseline gap-2">
                <span className="font-semibold">{one.title}</span>
                <span className="text-label text-quiet">
                  {one.own ? `${words[one.kind]} · ${words.own}` : words[one.kind]}
                </span>
              </span>
              <span className="line-clamp-1 text-quiet">{fillTemplate(one.words)}</span>
            </button>
            {one.own && (
              <Button
                look="quiet"
                label={words.remove(one.title)}
                title={words.remove(one.title)}
                onPress={() => {
                  setTemplates((all) => all?.filter(({ name }) => name !== one.name) ?? null)
                  void removeTemplate(one.name)
                }}
              >
                <Icon name="cross" size={14} />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const says = ({ title, words: said, tags }: Template, wanted: string): boolean => {
  const text = [title, said, ...tags].join(' ').toLowerCase()
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function Fill({ template, back }: { template: Template; back(): void }) {
  const { suggest, setWordsKind, showTemplates } = useWorkbenchStore().getState()
  const [values, setValues] = useState<Record<string, string>>({})
  const slots = useMemo(() => slotsOf(template.words), [template])
  const filled = fillTemplate(template.words, values)
  return (
    <form
      className="flex min-h-0 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        setWordsKind(template.kind)
        showTemplates(false)
        suggest(filled)
      }}
    >
      <div className="grid min-h-0 grid-cols-2 gap-x-4 gap-y-2 overflow-y-auto max-sm:grid-cols-1">
        {slots.map((slot, index) => (
          <SlotField
            key={slot.name}
            slot={slot}
            first={index === 0}
            value={values[slot.name] ?? slot.value}
            change={(value) => setValues((all) => ({ ...all, [slot.name]: value }))}
          />
        ))}
      </div>
      <p className="rounded-control bg-sunken p-2 select-text" data-testid="template-words">
        {filled}
      </p>
      <div className="flex gap-2">
        <button type="submit" className="control control-primary" data-testid="template-use">
          {words.use}
        </button>
        <Button look="quiet" onPress={back}>
          {words.back}
        </Button>
      </div>
    </form>
  )
}

interface SlotFieldProps {
  slot: Slot
  first: boolean
  value: string
  change(value: string): void
}

function SlotField({ slot, first, value, change }: SlotFieldProps) {
  const id = useId()
  const unit = slot.unit === 'text' ? undefined : slot.unit
  const range = slot.min === undefined || slot.max === undefined ? undefined : words.range(slot.min, slot.max)
  return (
    <span className="flex min-w-0 flex-col">
      <label htmlFor={id} className="flex justify-between text-label text-quiet">
        <span>
          {slot.name.charAt(0).toUpperCase() + slot.name.slice(1)}
          {unit && `, ${unit}`}
        </span>
        {range && <span>{range}</span>}
      </label>
      {slot.choices ? (
        <select id={id} value={value} className="field h-8 px-1" onChange={(event) => change(event.target.value)}>
          {slot.choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          autoFocus={first}
          value={value}
          maxLength={80}
          inputMode={slot.unit === 'text' ? 'text' : 'decimal'}
          className="field h-8 px-2"
          onChange={(event) => change(event.target.value)}
        />
      )}
    </span>
  )
}
