import type { PartPiece } from '@hewn/model'
import type { Settling, Sizes, Slot } from '../kinds.ts'
import { hexHead, SCREW_HEADS, type ScrewHead, sizeOf, threadOf } from '../library/fasteners.ts'

// Heads of screws that are said by name only: `M8 x 40 hex bolt`. Neither thread nor drive is modelled, and that is noted.

export const SCREWS = `socket head cap screw, socket head screw, socket cap screw, cap screw, cap head screw, allen bolt, allen screw, socket bolt, socket head bolt, hex socket screw, hex socket head screw, hex socket bolt, hex socket head bolt, socket screw,
    hex head bolt, hex bolt, hexagon bolt, hex head screw, hex cap screw, hex screw, hexagon head bolt, hexagon head screw, machine bolt, countersunk screw, countersunk bolt, flat head screw, csk screw, flat head machine screw, flathead screw,
    countersunk head screw, countersunk machine screw, set screw, grub screw, threaded rod, all thread, stud bolt, threaded stud,
    button head screw, button head cap screw, button head socket screw, button head bolt, button screw, low head screw, low head cap screw, low head socket screw, pan head screw, pan head machine screw, pan screw, cheese head screw`

export const HEAD_SLOTS: Record<string, Slot> = {
  headFlats: { label: 'Head across flats', accepts: 'flats', say: 'head # across flats', name: 'head_across_flats' },
  headWide: { label: 'Head diameter', accepts: '', say: 'head # diameter', name: 'head_diameter' },
  headHigh: { label: 'Head height', accepts: '', say: 'head # high', name: 'head_height' },
}

/** What its head comes from: hexagon, socket, countersunk and set screws, parallel and tapered pins. */
const HEADED: ReadonlyMap<number, Shape> = new Map([
  ...[931, 933, 4014, 4017].map((norm): [number, Shape] => [norm, 'hexagon']),
  ...[912, 4762].map((norm): [number, Shape] => [norm, 'socket']),
  ...[7991, 10642].map((norm): [number, Shape] => [norm, 'countersunk']),
])
export const NORMS = [...HEADED.keys(), 913, 914, 916, 4026, 4027, 4029, 7, 2338, 6325, 8734]

type Shape = 'hexagon' | 'socket' | 'countersunk'
const namedHead = (noun: string): ScrewHead | undefined => {
  const [name] = /^(?:button|low|pan|cheese)\b/.exec(noun) ?? []
  return name ? SCREW_HEADS[name as keyof typeof SCREW_HEADS] : undefined
}
const COUNTERSUNK = /countersunk|csk|flat ?head/
const shapeOf = (noun: string): Shape | undefined =>
  /set|grub|rod|stud|thread|blank/.test(noun)
    ? undefined
    : COUNTERSUNK.test(noun)
      ? 'countersunk'
      : /socket|cap screw|cap head|allen/.test(noun) && !/hex cap/.test(noun)
        ? 'socket'
        : /bolt|hex/.test(noun)
          ? 'hexagon'
          : undefined

/** A screw or a bolt of which no head was said has the usual one, where its diameter is one of the table. */
export function assumeHead(sizes: Settling): void {
  const size = sizes.designator('outer') ?? (sizes.has('outer') ? `M${sizes.value('outer')}` : '')
  const [row, hexagon] = [threadOf(size)?.row, hexHead(size)]
  const screw = sizes.noun === 'screw'
  if (!row || !(screw || sizes.noun === 'bolt') || sizes.has('headHigh') || (!screw && hexagon === undefined)) return
  const why = `no head was said: that of ${size}, ${screw ? 'ISO 4762' : hexagon?.standard}`
  if (screw) sizes.assume('headWide', row.socketHead, why)
  else if (!sizes.has('headFlats')) sizes.assume('headFlats', row.hex, why)
  sizes.assume('headHigh', screw ? row.socketHeight : (hexagon?.high ?? 0), why)
  sizes.note('Neither thread nor drive is modelled.')
}

/** The head that was told by its own sizes: a hexagon is measured across its flats, a countersunk head runs into the shank. */
export function shapeHead(head: Settling, whole: Settling): void {
  const of = (flag: string, named: RegExp) => head.flag(flag) || whole.flag(flag) || named.test(whole.noun)
  const shank = whole.pieces('stage').find((one) => one !== head && one.has('diameter'))
  const wide = shank?.formula('diameter') ?? (whole.has('outer') ? whole.formula('outer') : undefined)
  if (!head.has('diameter') || head.has('end') || /cylind|round|dom|button|pan|cap|socket/.test(head.noun)) return
  // `hexagon socket cap screw`: what the key goes into is a hexagon, and the head is round.
  if (shapeOf(whole.noun) === 'socket') return
  if (of('countersunk', COUNTERSUNK) && wide) {
    head.derive('end', wide)
    if (!head.has('height')) head.derive('height', `(${head.formula('diameter')} - ${wide}) / 2`)
  } else if (of('hexagonal', /hex/) && !head.flag('circular')) head.move('diameter', 'flats')
}

/** The head that belongs to the name, after its standard. */
export function settleHead(sizes: Settling, size: string, norm: number | undefined): void {
  const head = namedHead(sizes.noun)
  if (head) {
    headByName(sizes, size, head)
    return
  }
  const named = shapeOf(sizes.noun)
  const said = sizes.flag('countersunk')
    ? 'countersunk'
    : sizes.flag('hexagonal') && named !== 'socket'
      ? 'hexagon'
      : named
  const shape = norm === undefined ? said : HEADED.get(norm)
  const row = threadOf(size)?.row
  const hexagon = hexHead(size)
  if (!shape || !row) return
  if (shape === 'socket') {
    sizes.look('headWide', row.socketHead, `${size} socket head, ISO 4762`)
    sizes.look('headHigh', row.socketHeight, `${size} socket head, ISO 4762`)
    sizes.note('The hexagon socket is not modelled.')
  } else if (shape === 'countersunk') {
    sizes.look('headWide', row.countersink, `${size} countersunk head, ISO 10642`)
    sizes.derive('headHigh', `(${sizes.formula('headWide')} - ${sizes.formula('outer')}) / 2`)
    sizes.mark('countersunk-head')
    // Its length is over all: the head lies in what it holds.
    if (sizes.has('height')) sizes.derive('height', `${sizes.formula('height')} - ${sizes.formula('headHigh')}`)
    sizes.note('The drive is not modelled.')
  } else if (hexagon) {
    const name = `${size} hexagon head, ${hexagon.standard}`
    if (!sizes.has('headFlats')) sizes.look('headFlats', row.hex, name)
    sizes.look('headHigh', hexagon.high, name)
  } else if (!sizes.has('headHigh') && sizes.pieces('stage').length === 0) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How wide and how high is the head of the ${size} ${sizes.noun}?`, [
      `a hexagon head ${Math.round(row.hex * 10) / 10} mm across flats, ${Math.round(row.nominal * 7) / 10} mm high`,
    ])
  }
}

/** `M4 x 16 button head screw` */
function headByName(sizes: Settling, size: string, { standard, domed, sizes: table }: ScrewHead): void {
  const [wide, high] = table[sizeOf(size)] ?? []
  if (!wide || !high) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How wide and how high is the head of the ${size} ${sizes.noun}?`)
    return
  }
  const name = `${size} ${sizes.noun}, ${standard}`
  if (!sizes.has('headWide')) sizes.look('headWide', wide, name)
  if (!sizes.has('headHigh')) sizes.look('headHigh', high, name)
  if (domed) sizes.mark('domed-head')
  sizes.note('The drive is not modelled.')
}

/** `M8 bolt, hex head`: what was not said of the head is looked up. */
export function fillHead(head: Settling, size: string): void {
  const row = threadOf(size)?.row
  const hexagon = hexHead(size)
  if (!row || head.has('diameter') || head.has('flats')) return
  const socket = /socket|cap|round|cylind/.test(head.noun)
  if (socket) head.look('diameter', row.socketHead, `${size} socket head, ISO 4762`)
  else head.look('flats', row.hex, `${size} hexagon head, ${hexagon?.standard ?? 'ISO 4014'}`)
  if (!head.has('height') && (socket || hexagon))
    head.look(
      'height',
      socket ? row.socketHeight : (hexagon?.high ?? 0),
      `${size} ${socket ? 'socket head, ISO 4762' : `hexagon head, ${hexagon?.standard}`}`,
    )
}

/** The head as a stretch below the shank. */
export function headPiece(
  { headFlats, headWide, headHigh, outer = '0' }: Sizes,
  has: (flag: string) => boolean,
): PartPiece[] {
  if (!headHigh) return []
  const wide: Record<string, string> = headFlats ? { flats: headFlats } : { diameter: headWide ?? '0' }
  if (has('countersunk-head')) wide['end'] = outer
  return [
    { kind: 'stage', label: 'head', flags: has('domed-head') ? ['cap'] : [], sizes: { ...wide, height: headHigh } },
  ]
}
