import { parseSync, Visitor } from 'oxc-parser'

export interface Imported {
  specifier: string
  line: number
  how: 'static' | 'type' | 'dynamic'
}

/** What a source file imports: by statement, as a type, re-exported, or when asked for. */
export function importsOf(file: string, text: string): Imported[] {
  const found: Imported[] = []
  const add = (source: unknown, how: Imported['how']) => {
    if (!isText(source)) return
    found.push({ specifier: source.value, line: text.slice(0, source.start).split('\n').length, how })
  }
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`)
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type' ? 'type' : 'static'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type' ? 'type' : 'static'),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === 'type' ? 'type' : 'static'),
    ImportExpression: (node) => add(node.source, 'dynamic'),
    TSImportType: (node) => add(node.source, 'type'),
    TSExternalModuleReference: (node) => add(node.expression, 'static'),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') add(node.arguments[0], 'dynamic')
    },
  }).visit(program)
  return found
}

const isText = (node: unknown): node is { value: string; start: number } =>
  typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'string'
