declare module 'occt-import-js' {
  interface Mesh {
    name: string
    color?: [number, number, number]
    brep_faces: unknown[]
    attributes: { position: { array: number[] } }
    index: { array: number[] }
  }
  interface Node {
    name: string
    meshes: number[]
    children: Node[]
  }
  interface Fineness {
    linearUnit: 'millimeter'
    linearDeflectionType: 'absolute_value'
    linearDeflection: number
    angularDeflection: number
  }
  interface Reader {
    ReadStepFile(bytes: Uint8Array, options: Fineness | null): { success: boolean; root: Node; meshes: Mesh[] }
    ReadBrepFile(bytes: Uint8Array, options: null): { success: boolean; root: Node; meshes: Mesh[] }
  }
  export default function open(): Promise<Reader>
}
