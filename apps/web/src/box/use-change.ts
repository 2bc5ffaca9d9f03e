import { applyEdit, canonicalRecipe, type Edit, type Edited, parseRecipe, type RecipeProblem } from '@hewn/boxes'
import type { AssemblyRecipe } from '@hewn/model'
import { useState } from 'react'
import { useWorkbench, useWorkbenchStore } from '../screen/workbench-context.ts'
import { boxWords as words } from '../strings/en-box.ts'

/** How the page changes a box: by an edit, which keeps what it does not name (BX67), or by another recipe altogether. */
export interface Change {
  edit(edit: Edit): void
  replace(recipe: unknown): void
}

interface Outcome {
  /** The recipe it was said of: what was wrong with another one is not wrong with this. */
  readonly of: AssemblyRecipe
  readonly problem?: RecipeProblem | undefined
  readonly removed: Edited['removed']
}

/** Writes a changed recipe, when the box engine takes it; else its first problem is told and nothing changes. */
export function useChange(recipe: AssemblyRecipe): {
  change: Change
  problem: RecipeProblem | undefined
  /** What could not live on with the last edit. */
  removed: Edited['removed']
} {
  const workbench = useWorkbenchStore()
  const port = useWorkbench((state) => state.port)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const write = async (fresh: AssemblyRecipe, removed: Edited['removed'] = []) => {
    setOutcome({ of: fresh, removed })
    const reply = await port?.writeFile('box.json', `${JSON.stringify(fresh, null, 2)}\n`)
    if (reply && !reply.ok) workbench.getState().tell(words.changed, reply.error)
  }
  const refuse = ([problem]: readonly RecipeProblem[]) => setOutcome({ of: recipe, problem, removed: [] })
  const change: Change = {
    edit(edit) {
      const edited = applyEdit(recipe, edit)
      if (edited.ok) void write(edited.value.recipe, edited.value.removed)
      else refuse(edited.error)
    },
    replace(wanted) {
      const parsed = parseRecipe(wanted)
      if (parsed.ok) void write(parsed.value)
      else refuse(parsed.error)
    },
  }
  const problem = outcome?.of === recipe ? outcome.problem : undefined
  // A recipe that was written comes back from the canvas as another object of the same content.
  const isHere = outcome !== null && same(outcome.of, recipe)
  return { change, problem, removed: isHere ? outcome.removed : [] }
}

const same = (a: AssemblyRecipe, b: AssemblyRecipe): boolean =>
  JSON.stringify(canonicalRecipe(a)) === JSON.stringify(canonicalRecipe(b))
