const pictures = import.meta.glob<string>('./pictures/*.webp', { eager: true, query: '?url', import: 'default' })

/** The picture of a story, drawn once by the viewer itself; a story without one has words only. */
export const pictureOf = (name: string): string | undefined => pictures[`./pictures/${name}.webp`]
