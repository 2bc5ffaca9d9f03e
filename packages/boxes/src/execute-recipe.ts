import type { AssemblyRecipe } from '@hewn/model'
import type { ResolvedDesign } from './design/resolved-design.ts'
import { resolve } from './design/resolve.ts'
import type { Joint } from './joints/joint.ts'
import { jointNotes, jointsOf } from './joints/joints-of.ts'
import { panelsOf } from './panels/panels-of.ts'
import type { Panel } from './panels/panel.ts'
import { prove } from './proof/prove.ts'
import type { Proof } from './proof/proof.ts'
import type { Note } from './recipe/note.ts'
import { checkForm } from './recipe/parse-recipe.ts'
import { RecipeRefused } from './recipe/recipe-problem.ts'

/** A box: what was asked, and all that follows from it. Read-only; the later parts are made on first reading. */
export interface Engine {
  readonly recipe: AssemblyRecipe
  readonly design: ResolvedDesign
  readonly joints: readonly Joint[]
  readonly panels: readonly Panel[]
  readonly proof: Proof
  readonly notes: readonly Note[]
}

/**
 * Builds a box, or throws `RecipeRefused` with a friendly message.
 * @example executeRecipe({ type: 'basicBox', width: 150, height: 100, depth: 80 }).engine.proof.ok   // true
 */
export function executeRecipe(recipe: AssemblyRecipe): { engine: Engine } {
  const checked = checkForm(recipe)
  if (!checked.ok) throw new RecipeRefused(checked.error)
  const resolved = resolve(checked.value)
  if (!resolved.ok) throw new RecipeRefused(resolved.error)
  return { engine: engineOf(checked.value, resolved.value) }
}

function engineOf(recipe: AssemblyRecipe, design: ResolvedDesign): Engine {
  const joints = once(() => jointsOf(design))
  const panels = once(() => panelsOf(design, joints()))
  const proof = once(() => prove(joints(), panels(), design))
  const notes = once(() => [...design.notes, ...jointNotes(design, joints())])
  return Object.freeze({
    recipe,
    design,
    get joints() {
      return joints()
    },
    get panels() {
      return panels()
    },
    get proof() {
      return proof()
    },
    get notes() {
      return notes()
    },
  })
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
