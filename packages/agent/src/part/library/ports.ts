/** Openings for plugs that go through a wall: the shell of the plug and 0.3 mm of play on each side. Millimetres. */
export interface PortRow {
  /** How it is said, words in a row. */
  names: readonly string[]
  width: number
  height: number
  standard: string
}

const row = (names: string, width: number, height: number, standard: string): PortRow => ({
  names: names.split(', '),
  width,
  height,
  standard,
})

export const PORTS: readonly PortRow[] = [
  row('usb c, type c, usb type c', 8.94, 3.16, 'USB Type-C receptacle'),
  row('micro usb, usb micro', 7.5, 2.6, 'USB Micro-B receptacle'),
  row('mini usb, usb mini', 7.7, 3.9, 'USB Mini-B receptacle'),
  row('usb a, usb', 13.1, 5.7, 'USB Standard-A receptacle'),
  row('usb b', 12, 11, 'USB Standard-B receptacle'),
  row('hdmi', 15, 5.5, 'HDMI type A receptacle'),
  row('mini hdmi', 11.2, 3.2, 'HDMI type C receptacle'),
  row('micro hdmi', 6.5, 2.9, 'HDMI type D receptacle'),
  row('ethernet, rj45, lan, network', 16, 13.5, 'RJ45 jack'),
  row('micro sd, sd card', 12, 2, 'microSD slot'),
  row('iec, iec c14, c14', 27, 19.8, 'IEC 60320 C14 inlet'),
]
const PLAY = 0.3
const KINDS =
  'port, cutout, cut out, opening, hole, slot, connector, jack, socket, port cutout, connector cutout, port opening, window'

export const PORT_NOUNS = PORTS.flatMap(({ names }) =>
  names.flatMap((name) => KINDS.split(', ').map((kind) => `${name} ${kind}`)),
).join(', ')

/** `USB-C port`: how large the opening is. */
export function portOf(noun: string): { width: number; height: number; standard: string } | undefined {
  const found = PORTS.flatMap((port) => port.names.map((name) => ({ name, port })))
    .filter(({ name }) => noun.startsWith(`${name} `))
    .toSorted((a, b) => b.name.length - a.name.length)[0]
  return (
    found && { width: found.port.width + 2 * PLAY, height: found.port.height + 2 * PLAY, standard: found.port.standard }
  )
}
