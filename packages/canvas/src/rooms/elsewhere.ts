import type { SessionId, World } from '@hewn/model'
import { type CanvasAsk, type PictureAnswer, pictureAnswer, type SeenView, seenViews } from '@hewn/protocol'
import type { CanvasCarrier, Note } from '../ports.ts'
import type { Viewer } from './viewer.ts'

/** How long others have to say what their viewers see; a note takes some milliseconds. */
const WHO_WITHIN = 300
/** It is asked more than once: who has just begun to listen may miss the first answer. */
const ASK_AGAIN = [60, 150]
const PICTURE_WITHIN = 5_500

/**
 * What viewers of other processes see. It is asked when somebody wants to know, so nothing of it is kept here, and a
 * process without viewers of the session hears nothing of it (CV55, CV56).
 */
export class Elsewhere {
  readonly #carrier: CanvasCarrier
  readonly #world: World
  readonly #own: string

  constructor(carrier: CanvasCarrier, world: World) {
    this.#carrier = carrier
    this.#world = world
    this.#own = world.newId()
  }

  /** Answers for this process's viewers of a session, until it is told to stop; `checkRights` asks for theirs anew. */
  answer(session: SessionId, viewers: () => Iterable<Viewer>, checkRights: () => void): () => void {
    const say = (note: Note) => this.#carrier.say(session, note)
    return this.#carrier.hear(session, (note) => {
      if (note.kind === 'who' && note.process !== this.#own) {
        const views = [...viewers()].flatMap((viewer) => seenBy(viewer) ?? [])
        if (views.length > 0) say({ kind: 'seen', id: note.id, process: this.#own, views })
      }
      if (note.kind === 'rights') checkRights()
      if (note.kind !== 'ask') return
      const asked = [...viewers()].find(({ id }) => id === note.viewer)
      asked?.picture(note.wish).then(
        (picture) => say({ kind: 'answer', id: note.wish.id, ...(picture ? { picture: packed(picture) } : {}) }),
        () => say({ kind: 'answer', id: note.wish.id }),
      )
    })
  }

  async views(session: SessionId): Promise<SeenView[]> {
    const id = this.#world.newId()
    const found = new Map<string, SeenView[]>()
    const stopHearing = this.#carrier.hear(session, (note) => {
      const views = note.kind === 'seen' && note.id === id ? seenViews.safeParse(note.views).data : undefined
      if (note.kind === 'seen' && views) found.set(note.process, views)
    })
    const ask = () => this.#carrier.say(session, { kind: 'who', id, process: this.#own })
    ask()
    const stops = ASK_AGAIN.map((after) => this.#world.after(after, ask))
    await new Promise<void>((resolve) => this.#world.after(WHO_WITHIN, resolve))
    for (const stop of [...stops, stopHearing]) stop()
    return [...found.values()].flat()
  }

  picture(session: SessionId, viewer: string, wish: CanvasAsk): Promise<PictureAnswer | undefined> {
    return new Promise((resolve) => {
      const end = (picture?: PictureAnswer) => {
        stopHearing()
        stop()
        resolve(picture)
      }
      const stop = this.#world.after(PICTURE_WITHIN, () => end())
      const stopHearing = this.#carrier.hear(session, (note) => {
        if (note.kind === 'answer' && note.id === wish.id) end(note.picture ? unpacked(note.picture) : undefined)
      })
      this.#carrier.say(session, { kind: 'ask', viewer, wish })
    })
  }
}

/** What a viewer last said of its screen. */
export const seenBy = ({ id, scope, seen, accepts }: Viewer): SeenView | undefined =>
  seen && { viewer: id, scope, at: seen.at, report: seen.report, pictures: accepts.includes('pictures') }

export type PackedPicture = Omit<PictureAnswer, 'bytes'> & { hex: string }

// Notes are text on their way.
function packed({ bytes, ...rest }: PictureAnswer): PackedPicture {
  return { ...rest, hex: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') }
}

function unpacked({ hex, ...rest }: PackedPicture): PictureAnswer | undefined {
  const bytes = Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  )
  return pictureAnswer.safeParse({ ...rest, bytes }).data
}
