import type {
  AssemblyRecipe,
  Axis,
  Corner,
  CutoutShape,
  Cutting,
  DrawerStep,
  Edge,
  Face,
  Lid,
  PanelStep,
  TextStep,
} from '@hewn/model'
import { type Engine, executeRecipe } from './execute-recipe.ts'

type Material = NonNullable<AssemblyRecipe['material']>

/**
 * Writes a recipe line by line. Every call gives a new builder; nothing is checked before `build`.
 * @example AssemblyBuilder.basicBox(150, 100, 80).grid('root', { columns: 3, rows: 2 }).build().engine
 */
export class AssemblyBuilder {
  readonly recipe: AssemblyRecipe

  protected constructor(recipe: AssemblyRecipe) {
    this.recipe = recipe
  }

  /** Open at the top, unless `withOpenFaces` says otherwise. */
  static basicBox(width: number, height: number, depth: number, material?: Material): AssemblyBuilder {
    return new AssemblyBuilder({ type: 'basicBox', width, height, depth, ...(material ? { material } : {}) })
  }

  static enclosedBox(width: number, height: number, depth: number, material?: Material): AssemblyBuilder {
    return new AssemblyBuilder({ type: 'enclosedBox', width, height, depth, ...(material ? { material } : {}) })
  }

  /** Goes on from a recipe, as it was kept or came in a link: what has no word of its own here is said there. */
  static of(recipe: AssemblyRecipe): AssemblyBuilder {
    return new AssemblyBuilder(recipe)
  }

  withMaterial(material: Material): AssemblyBuilder {
    return this.#with({ material: { ...this.recipe.material, ...material } })
  }

  /** Exactly these. */
  withOpenFaces(openFaces: readonly Face[]): AssemblyBuilder {
    return this.#with({ openFaces: [...openFaces] })
  }

  withAxis(axis: Axis): AssemblyBuilder {
    return this.#with({ axis })
  }

  /** A second lid makes a pair. */
  withLid(lid: Lid): AssemblyBuilder {
    const { lid: first } = this.recipe
    return this.#with({ lid: first && !Array.isArray(first) ? [first, lid] : lid })
  }

  grid(space: string, more: { columns?: number; rows?: number; axes?: [Axis, Axis] } = {}): AssemblyBuilder {
    return this.#divided({ type: 'grid', void: space, ...more })
  }

  subdivideEvenly(space: string, count: number, axis?: Axis): AssemblyBuilder {
    return this.#divided({ type: 'subdivideEvenly', void: space, ...(axis ? { axis } : {}), count })
  }

  split(space: string, axis: Axis, sizes: readonly (number | string)[] | string): AssemblyBuilder {
    return this.#divided({ type: 'split', void: space, axis, sizes: typeof sizes === 'string' ? sizes : [...sizes] })
  }

  withFeet(feet: NonNullable<AssemblyRecipe['feet']>): AssemblyBuilder {
    return this.#with({ feet })
  }

  drawer(space: string, more: Omit<DrawerStep, 'void'> = {}): AssemblyBuilder {
    return this.#with({ drawers: [...(this.recipe.drawers ?? []), { void: space, ...more }] })
  }

  /** What is said next is about this panel, until another is named. */
  panel(face: string): PanelBuilder {
    return new PanelBuilder(this.recipe, face)
  }

  withCutting(cutting: Cutting): AssemblyBuilder {
    return this.#with({ cutting: { ...this.recipe.cutting, ...cutting } })
  }

  /** Throws `RecipeRefused` when the box cannot be. */
  build(): { engine: Engine } {
    return executeRecipe(this.recipe)
  }

  #with(more: Partial<AssemblyRecipe>): AssemblyBuilder {
    return new AssemblyBuilder({ ...this.recipe, ...more })
  }

  #divided(step: NonNullable<AssemblyRecipe['subdivisions']>[number]): AssemblyBuilder {
    return this.#with({ subdivisions: [...(this.recipe.subdivisions ?? []), step] })
  }
}

/** A builder that has a panel in hand. */
export class PanelBuilder extends AssemblyBuilder {
  readonly #face: string

  constructor(recipe: AssemblyRecipe, face: string) {
    super(recipe)
    this.#face = face
  }

  withExtension(edge: Edge, by: number): PanelBuilder {
    return this.#step((step) => ({ ...step, extensions: { ...step.extensions, [edge]: by } }))
  }

  withCutout(cutout: CutoutShape): PanelBuilder {
    return this.#step((step) => ({ ...step, cutouts: [...(step.cutouts ?? []), cutout] }))
  }

  withFillet(corners: readonly Corner[], radius: number): PanelBuilder {
    return this.#step((step) => ({ ...step, fillets: [...(step.fillets ?? []), { corners: [...corners], radius }] }))
  }

  withText(text: TextStep): PanelBuilder {
    return this.#step((step) => ({ ...step, texts: [...(step.texts ?? []), text] }))
  }

  /** The step of this panel grows while nothing else was said in between. */
  #step(change: (step: PanelStep) => PanelStep): PanelBuilder {
    const panels = this.recipe.panels ?? []
    const last = panels.at(-1)
    const next =
      last?.face === this.#face ? [...panels.slice(0, -1), change(last)] : [...panels, change({ face: this.#face })]
    return new PanelBuilder({ ...this.recipe, panels: next }, this.#face)
  }
}
