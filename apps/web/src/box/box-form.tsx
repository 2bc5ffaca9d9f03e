import { FACES, MATERIAL_PRESETS, SHEET_PRESETS } from '@hewn/boxes'
import type { AssemblyRecipe, Cutting, Face } from '@hewn/model'
import { useState } from 'react'
import { boxWords as words, faceWords } from '../strings/en-box.ts'
import { Button } from '../ui/button.tsx'
import { withoutMaterialName } from './change-recipe.ts'
import { Choice } from './choice.tsx'
import { NumberField } from './number-field.tsx'
import { Part } from './part.tsx'
import type { Box } from './use-box.ts'
import type { Change } from './use-change.ts'

/** What a box is: sizes, sheet, open faces. */
export function BoxForm({ box, change }: { box: Box; change: Change }) {
  const { recipe, engine } = box
  const opened = engine.design.open
  const inside = recipe.measure === 'inside'
  return (
    <Part title={words.size}>
      <div data-testid="box-editor" className="grid grid-cols-3 gap-2">
        {(['width', 'height', 'depth'] as const).map((side) => (
          <NumberField
            key={side}
            label={words[side]}
            value={recipe[side]}
            onChange={(value) => change.edit({ type: 'set-size', [side]: value })}
          />
        ))}
        <Choice
          label={words.measure}
          value={inside ? 'inside' : 'outside'}
          choices={[
            ['outside', words.outside],
            ['inside', words.inside],
          ]}
          onChange={(value) => change.edit({ type: 'set-measure', measure: value === 'inside' ? 'inside' : 'outside' })}
        />
        <NumberField
          label={words.thickness}
          value={recipe.material?.thickness ?? 3}
          onChange={(thickness) => change.edit({ type: 'set-material', material: { thickness } })}
        />
        <Choice
          label={words.material}
          value={recipe.material?.name ?? ''}
          choices={materialChoices(recipe.material?.name)}
          onChange={(name) =>
            name === ''
              ? change.replace(withoutMaterialName(recipe))
              : change.edit({ type: 'set-material', material: { name } })
          }
        />
      </div>
      <div role="group" aria-label={words.faces} className="grid grid-cols-3 gap-1">
        {FACES.map((face: Face) => {
          const open = opened.includes(face)
          return (
            <Button
              key={face}
              pressed={!open}
              className="justify-between"
              data={{ 'data-name': face }}
              onPress={() => change.edit({ type: 'toggle-face', face })}
            >
              {faceWords[face]}
              <span className="text-label text-quiet">{open ? words.open : words.closed}</span>
            </Button>
          )
        })}
      </div>
    </Part>
  )
}

function materialChoices(own: string | undefined): (readonly [string, string])[] {
  const names = [...new Set(MATERIAL_PRESETS.map((preset) => preset.name))]
  const all = own !== undefined && !names.includes(own) ? [own, ...names] : names
  return [['', words.noMaterial], ...all.map((name) => [name, name] as const)]
}

/** How it is cut. */
export function CuttingForm({ recipe, change }: { recipe: AssemblyRecipe; change: Change }) {
  const cutting: Cutting = recipe.cutting ?? {}
  const sheet = cutting.sheet ?? { width: 600, height: 400 }
  const preset = SHEET_PRESETS.find((one) => one.width === sheet.width && one.height === sheet.height)
  const [own, setOwn] = useState(preset === undefined)
  const set = (cutting: Partial<Cutting>) => change.edit({ type: 'set-cutting', cutting })
  const spelled = ({ width, height }: { width: number; height: number }) => `${width} × ${height} mm`
  const fit = cutting.fit ?? 'snug'
  return (
    <Part title={words.cutting}>
      <div data-testid="cutting" className="grid grid-cols-3 gap-2">
        <Choice
          label={words.sheet}
          value={own || !preset ? 'own' : spelled(preset)}
          choices={[...SHEET_PRESETS.map((one) => [spelled(one), spelled(one)] as const), ['own', words.ownSheet]]}
          onChange={(value) => {
            setOwn(value === 'own')
            const chosen = SHEET_PRESETS.find((one) => spelled(one) === value)
            if (chosen) set({ sheet: { width: chosen.width, height: chosen.height } })
          }}
        />
        <NumberField label={words.kerf} value={cutting.kerf ?? 0.1} onChange={(kerf) => set({ kerf })} />
        <Choice
          label={words.fit}
          value={String(fit)}
          choices={[
            ...Object.entries(words.fits),
            ...(typeof fit === 'number' ? [[String(fit), words.ownFit(fit)] as const] : []),
          ]}
          onChange={(value) => set({ fit: fitOf(value) })}
        />
        {(own || !preset) && (
          <>
            <NumberField
              label={words.sheetWidth}
              value={sheet.width}
              onChange={(width) => set({ sheet: { ...sheet, width } })}
            />
            <NumberField
              label={words.sheetHeight}
              value={sheet.height}
              onChange={(height) => set({ sheet: { ...sheet, height } })}
            />
          </>
        )}
        <NumberField label={words.margin} value={cutting.margin ?? 5} onChange={(margin) => set({ margin })} />
        <NumberField label={words.spacing} value={cutting.spacing ?? 2} onChange={(spacing) => set({ spacing })} />
      </div>
    </Part>
  )
}

const fitOf = (value: string): NonNullable<Cutting['fit']> =>
  value === 'loose' || value === 'glue' || value === 'snug' || value === 'press' ? value : Number(value)
