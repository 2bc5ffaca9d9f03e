import type { Layer } from '@hewn/model'
import { useMemo } from 'react'
import { layerTree } from '../describe.ts'
import { t } from '../strings/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLayers } from './use-design.ts'
import { useWorkbench } from './workbench-context.ts'

/** The tree of layers with an eye for each; what is set here is this viewer's own (WB28). */
export default function LayerPanel() {
  const overrides = useWorkbench((state) => state.overrides)
  const resetLayers = useWorkbench((state) => state.resetLayers)
  const layers = useLayers()
  const rows = useMemo(() => layerTree(layers), [layers])
  return (
    <section
      id="layer-panel"
      aria-label={t.command.layers}
      data-testid="layer-tree"
      className="flex min-h-0 w-60 flex-col rounded-card border border-line bg-surface p-1"
    >
      <ul className="min-h-0 overflow-auto">
        {rows.map(({ layer, depth }) => (
          <LayerRow
            key={layer.id}
            layer={layer}
            depth={depth}
            visible={overrides[layer.id]?.visible ?? layer.visible}
          />
        ))}
      </ul>
      {Object.keys(overrides).length > 0 && (
        <Button look="quiet" className="mt-1 justify-start text-label" onPress={resetLayers}>
          {t.viewport.resetLayers}
        </Button>
      )}
    </section>
  )
}

function LayerRow({ layer, depth, visible }: { layer: Layer; depth: number; visible: boolean }) {
  const setVisible = useWorkbench((state) => state.setVisible)
  const color = useWorkbench((state) => state.layerColors[layer.id])
  return (
    <li
      data-testid="layer-row"
      data-id={layer.id}
      data-name={layer.name}
      data-state={visible ? 'visible' : 'hidden'}
      className={`flex items-center gap-2 rounded-control pr-1 hover:bg-sunken ${visible ? '' : 'text-quiet'}`}
      style={{ paddingLeft: 8 + depth * 12 }}
    >
      {layer.kind !== 'group' && (
        <span
          aria-hidden="true"
          className="size-3 shrink-0 rounded-[2px] border border-text/30"
          style={{ backgroundColor: color }}
        />
      )}
      <span className="min-w-0 flex-1 truncate">{layer.name}</span>
      <Button
        look="quiet"
        className="eye h-6 px-1"
        pressed={visible}
        label={visible ? t.viewport.hide(layer.name) : t.viewport.show(layer.name)}
        onPress={() => setVisible(layer.id, !visible)}
      >
        <Icon name={visible ? 'eye' : 'eyeOff'} size={14} />
      </Button>
    </li>
  )
}
