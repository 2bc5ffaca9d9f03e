/** g/cm³ by material: the one density table that kernel, agent, boxes and page share. */
export const DENSITIES: Readonly<Record<string, number>> = Object.freeze({
  abs: 1.04,
  acrylic: 1.19,
  aluminium: 2.7,
  asa: 1.07,
  birch: 0.68,
  brass: 8.5,
  bronze: 8.8,
  cardboard: 0.69,
  copper: 8.96,
  delrin: 1.41,
  hdpe: 0.95,
  mdf: 0.75,
  nylon: 1.14,
  oak: 0.75,
  petg: 1.27,
  pla: 1.24,
  plywood: 0.68,
  poplar: 0.45,
  polycarbonate: 1.2,
  resin: 1.18,
  stainless: 7.9,
  steel: 7.85,
  titanium: 4.43,
  tpu: 1.21,
})

const ALIASES: Readonly<Record<string, string>> = Object.freeze({
  aluminum: 'aluminium',
  'birch plywood': 'birch',
  pmma: 'acrylic',
  plexiglas: 'acrylic',
  'stainless steel': 'stainless',
  pom: 'delrin',
})

/** The density of a material by the name people give it, or nothing when the table has none. */
export function densityOf(material: string): number | undefined {
  const name = material.trim().toLowerCase()
  const key = Object.hasOwn(ALIASES, name) ? ALIASES[name] : name
  return key !== undefined && Object.hasOwn(DENSITIES, key) ? DENSITIES[key] : undefined
}
