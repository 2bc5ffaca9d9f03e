declare module 'virtual:gallery' {
  export interface GalleryCard {
    name: string
    kind: 'box' | 'part'
    title: string
    line: string
    /** The recipe as JSON text, or the script. */
    load(): Promise<string>
  }
  export const cards: GalleryCard[]
}
