import type { Span } from '@hewn/model'
import { cursorAt } from '../read/cursor.ts'
import type { Item } from '../words/items.ts'
import type { Edit } from './edit.ts'
import type { Order } from './order.ts'
import { adjust } from './orders/adjust.ts'
import { bareCount } from './orders/bare-count.ts'
import { become, sharpen } from './orders/become.ts'
import { bore, noLid } from './orders/bore.ts'
import { closeEnd } from './orders/close-end.ts'
import { count, howManyOrWide } from './orders/count.ts'
import { besides, inPlaceOf } from './orders/in-place-of.ts'
import { edgeKind } from './orders/edge-kind.ts'
import { footFillet } from './orders/foot-fillet.ts'
import { fromBehind } from './orders/from-behind.ts'
import { howMuch } from './orders/how-much.ts'
import { again } from './orders/again.ts'
import { lift } from './orders/lift.ts'
import { measured } from './orders/measured.ts'
import { apart, inset, move } from './orders/move.ts'
import { only } from './orders/only.ts'
import { padEdges } from './orders/pad-edges.ts'
import { otherSide } from './orders/other-side.ts'
import { exchange } from './orders/exchange.ts'
import { resize } from './orders/resize.ts'
import { rotate } from './orders/rotate.ts'
import { roundCorners } from './orders/round-corners.ts'
import { sameWall } from './orders/same-wall.ts'
import { scale, square, swap } from './orders/scale.ts'
import { screws, shaftFor } from './orders/screws.ts'
import { soMany } from './orders/so-many.ts'
import { spaced } from './orders/spaced.ts'
import { squared } from './orders/squared.ts'
import { stage } from './orders/stage.ts'
import { chamferHoles } from './orders/chamfer-rims.ts'
import { circled } from './orders/circled.ts'
import { taper } from './orders/taper.ts'
import { takeOut } from './orders/take-out.ts'
import { blind, treat } from './orders/treat.ts'
import { them } from './orders/them.ts'
import { thingSizes } from './orders/thing-sizes.ts'
import { truncate } from './orders/truncate.ts'
import { turnDown } from './orders/turn-down.ts'

/** Each reads one way of telling what to do with what is there. Where two read as much, the earlier one counts. */
const ORDERS: readonly Order[] = [
  lift,
  noLid,
  closeEnd,
  footFillet,
  chamferHoles,
  padEdges,
  edgeKind,
  turnDown,
  truncate,
  thingSizes,
  stage,
  taper,
  circled,
  bore,
  measured,
  spaced,
  only,
  blind,
  treat,
  squared,
  sameWall,
  exchange,
  howManyOrWide,
  bareCount,
  them,
  adjust,
  count,
  soMany,
  takeOut,
  move,
  apart,
  inset,
  again,
  fromBehind,
  otherSide,
  screws,
  shaftFor,
  inPlaceOf,
  besides,
  become,
  sharpen,
  rotate,
  roundCorners,
  scale,
  square,
  swap,
  resize,
  howMuch,
]

/** Follows the orders among the words, in their order; what is left is read as any request is. */
export function followOrders(items: readonly Item[], edit: Edit): { rest: Item[]; followed: { at: Span }[] } {
  const rest: Item[] = []
  const followed: { at: Span }[] = []
  for (let place = 0; place < items.length; ) {
    let best: { act: () => void; to: number } | undefined
    const at = cursorAt(items, place)
    for (const order of ORDERS) {
      at.reset(place)
      const act = order(at, edit)
      if (act && at.place > (best?.to ?? place)) best = { act, to: at.place }
    }
    const [from, end] = [items[place]?.at[0] ?? 0, items[(best?.to ?? place + 1) - 1]?.at[1] ?? 0]
    if (best) {
      best.act()
      if (edit.problem) break
      followed.push({ at: [from, end] })
      rest.push({ kind: 'mark', at: [from, end], text: ',' })
      place = best.to
    } else {
      const item = items[place]
      if (item) rest.push(item)
      place++
    }
  }
  return { rest, followed }
}
