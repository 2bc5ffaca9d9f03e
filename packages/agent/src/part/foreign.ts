import { type AgentError, hewnError } from '@hewn/model'
import type { Atom } from './read/atoms.ts'

/** Words that tell a language, and how it is told that parts are read in English. */
const LANGUAGES: readonly { words: ReadonlySet<string>; says: (word: string) => string; hint: string }[] = [
  {
    words: new Set(
      'und mit ein eine einen einem der die das im vom zum aus für bohrung bohrungen loch löcher löchern platte halter dicke breite länge höhe durchmesser tief dick lang breit hoch ecken rand deckel'.split(
        ' ',
      ),
    ),
    says: (word) =>
      `Teile werden auf Englisch gelesen; „${word}“ ist nicht bekannt. Maße, M-Gewinde und Ø gelten wie gewohnt.`,
    hint: 'So geht es: plate 80 x 60 x 10 mm with four M4 holes, 8 mm from the edges (Platte mit vier M4-Löchern, 8 mm vom Rand)',
  },
  {
    words: new Set(
      'avec une un des les du dans pour et plaque trou trous épaisseur largeur longueur hauteur diamètre équerre boîte percée bride coins bord'.split(
        ' ',
      ),
    ),
    says: (word) =>
      `Les pièces se lisent en anglais ; « ${word} » n’est pas connu. Cotes, filetages M et Ø se lisent comme d’habitude.`,
    hint: 'Par exemple : plate 80 x 60 x 10 mm with four M4 holes, 8 mm from the edges (plaque avec quatre trous M4, à 8 mm des bords)',
  },
  {
    words: new Set(
      'con una un unos de del los las para y placa agujero agujeros espesor ancho largo alto altura diámetro grosor esquinas borde caja brida taladro'.split(
        ' ',
      ),
    ),
    says: (word) => `Las piezas se leen en inglés; «${word}» no se conoce. Medidas, roscas M y Ø se leen como siempre.`,
    hint: 'Por ejemplo: plate 80 x 60 x 10 mm with four M4 holes, 8 mm from the edges (placa con cuatro agujeros M4, a 8 mm de los bordes)',
  },
  {
    words: new Set('med ett och com uma els amb met een van voor il la con per'.split(' ')),
    says: (word) => `Parts are read in English; “${word}” is not known.`,
    hint: 'Try: plate 80 x 60 x 10 mm with four M4 holes, 8 mm from the edges',
  },
]

/** A request half in another language is refused whole rather than half read, in that language where it is one we have (AG37). */
export function halfForeign(words: string, atoms: readonly Atom[]): AgentError | undefined {
  const unread = atoms.filter((atom) => atom.is === 'unread')
  if (unread.length < 2) return undefined
  const scored = LANGUAGES.map((language) => ({
    language,
    strange: unread.filter((atom) => language.words.has(words.slice(...atom.at).toLowerCase())),
  }))
  const most = scored.toSorted((a, b) => b.strange.length - a.strange.length)[0]
  const accented = unread.filter((atom) => /[\u0080-\uffff]/.test(atom.text))
  const strange = most && most.strange.length > 0 ? most.strange : accented
  const [first] = strange
  if (!most || !first) return undefined
  const { says, hint } = most.strange.length > 0 ? most.language : (LANGUAGES.at(-1) ?? most.language)
  return {
    ...hewnError('AGENT_NOT_UNDERSTOOD', says(words.slice(...first.at)), { hint }),
    spans: strange.map(({ at }) => at),
  }
}
