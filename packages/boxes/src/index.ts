export { AssemblyBuilder } from './assembly-builder.ts'
export { COUPON_BARS, COUPON_LAPS, COUPON_TEETH, type CouponReading, coupon, readCoupon } from './coupon/coupon.ts'
export type {
  Divider,
  Drawer,
  OpeningLid,
  PanelId,
  ResolvedDesign,
  ResolvedFace,
  Shell,
  Void,
} from './design/resolved-design.ts'
export { applyEdit, type Edited } from './edits/apply-edit.ts'
export type { Edit } from './edits/edit.ts'
export { applyDiff, type RecipeDiff, reversed } from './edits/recipe-diff.ts'
export { type Engine, executeRecipe } from './execute-recipe.ts'
export { FACES } from './frame.ts'
export type { Joint, JointId } from './joints/joint.ts'
export { fromFile, fromLink, LONGEST_LINK, toLink } from './link/link.ts'
export {
  type Arc,
  type Contour,
  circleOf,
  flattened,
  type Path,
  type Place,
  type Point,
} from './panels/contour.ts'
export type { Step } from './assembly/order-of-assembly.ts'
export { nest } from './nest/nest.ts'
export type { Nesting, NestItem, NestRoom } from './nest/nest-room.ts'
export type { Feature, Mark, Panel, PanelKind } from './panels/panel.ts'
export type { CheckId, Overlap, Proof, ProofCheck } from './proof/proof.ts'
export { canonicalRecipe } from './recipe/canonical-recipe.ts'
export type { Note } from './recipe/note.ts'
export { parseRecipe } from './recipe/parse-recipe.ts'
export { type RecipeCode, type RecipeProblem, RecipeRefused } from './recipe/recipe-problem.ts'
export type { CutContour, CutLayer, CutPart, CutSheet, Made } from './sheets/cut-sheet.ts'
export { cutSheets, type SheetOptions, sheetUse } from './sheets/cut-sheets.ts'
export { type Estimate, estimate, RATES, type Rates, ratesFor } from './sheets/estimate.ts'
export { MATERIAL_PRESETS, type MaterialPreset, SHEET_PRESETS } from './sheets/presets.ts'
export { toDxf } from './sheets/to-dxf.ts'
export { type BoxJson, toJson } from './sheets/to-json.ts'
export { type PdfOptions, toPdf } from './sheets/to-pdf.ts'
export { PALETTE, type Palette, svgPath, toSvg } from './sheets/to-svg.ts'
export { explodedPlacements } from './view/exploded-placements.ts'
export { factsOf, netArea } from './view/facts-of.ts'
export { layersOf, nameOf } from './view/layers-of.ts'
export { type EdgeView, type Handle, hover, type JointView, type PanelView, panelView } from './view/panel-view.ts'
export { parametersOf } from './view/parameters-of.ts'
export { stepsOf } from './view/steps-of.ts'
export { toScript } from './view/to-script.ts'
