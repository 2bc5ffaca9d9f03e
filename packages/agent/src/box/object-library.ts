/** Things that boxes are made for, with the play that each needs in all per axis (AG46). Sizes in mm. */
export type BoxObject = { name: string; play: number } & (
  | { lies: 'flat'; width: number; depth: number } // one on another in the box; how high is said, or assumed
  | { lies: 'stacked'; width: number; depth: number; thickness: number; many?: number } // one stack, lying
  | { lies: 'rowed'; width: number; height: number; thickness: number } // standing, one behind the other
  | { lies: 'upright'; diameter: number; height?: number } // standing side by side
  | { lies: 'spread'; width: number; depth: number; height: number } // one layer, side by side
  | { lies: 'alone'; width: number; depth: number; height: number }
)

const SHEET = 4
const CARD = 2
const CELL = 1
const LARGER = 6

const sheet = (name: string, width: number, depth: number): BoxObject => ({
  name,
  play: SHEET,
  lies: 'flat',
  width,
  depth,
})
const cards = (name: string, width: number, depth: number, thickness: number, many?: number): BoxObject => ({
  name,
  play: CARD,
  lies: 'stacked',
  width,
  depth,
  thickness,
  ...(many === undefined ? {} : { many }),
})
const cell = (name: string, diameter: number, height: number): BoxObject => ({
  name,
  play: CELL,
  lies: 'upright',
  diameter,
  height,
})
const tall = (name: string, diameter: number, height: number): BoxObject => ({
  name,
  play: LARGER,
  lies: 'upright',
  diameter,
  height,
})
const rowed = (name: string, width: number, height: number, thickness: number): BoxObject => ({
  name,
  play: LARGER,
  lies: 'rowed',
  width,
  height,
  thickness,
})
const board = (name: string, width: number, depth: number, height: number): BoxObject => ({
  name,
  play: LARGER,
  lies: 'alone',
  width,
  depth,
  height,
})

/** By the words people use; the longest spelling wins. ISO 216, ANSI Y14.1, IEC 60086, and what the makers print. */
const TABLE: [spellings: string, object: BoxObject][] = [
  ['a0', sheet('A0', 1189, 841)],
  ['a1', sheet('A1', 841, 594)],
  ['a2', sheet('A2', 594, 420)],
  ['a3', sheet('A3', 420, 297)],
  ['a4', sheet('A4', 297, 210)],
  ['a5', sheet('A5', 210, 148)],
  ['a6', sheet('A6', 148, 105)],
  ['us letter|letter paper|letter size|letter sheets|letter sheet', sheet('letter', 279.4, 215.9)],
  ['poker cards|playing cards|poker card|playing card|cards', cards('poker cards', 63.5, 88.9, 0.3)],
  ['sleeved cards|sleeved card|card sleeves', cards('sleeved cards', 66, 91, 0.6)],
  ['double sleeved cards|double sleeved card', cards('double sleeved cards', 66, 91, 0.8)],
  [
    'deck of poker cards|deck of playing cards|deck of cards|card deck|decks of poker cards|decks of playing cards|decks of cards|card decks|decks',
    cards('deck of 54 poker cards', 63.5, 88.9, 0.3, 54),
  ],
  [
    'deck of magic cards|decks of magic cards|magic decks|magic deck|mtg decks|mtg deck|decks of mtg cards|pokemon decks|decks of pokemon cards',
    cards('deck of 60 cards', 63.5, 88.9, 0.3, 60),
  ],
  ['4 x 6 photos|4 x 6 cards|4 x 6 index cards|4 x 6 prints', sheet('4×6″ cards', 152.4, 101.6)],
  ['3 x 5 cards|3 x 5 index cards', sheet('3×5″ cards', 127, 76.2)],
  ['wine bottles|wine bottle|bottles of wine|bottle of wine', tall('wine bottles', 76, 300)],
  ['beer bottles|beer bottle|bottles of beer', tall('beer bottles', 62, 230)],
  ['beer cans|soda cans|drink cans|cans of beer|cans of soda', tall('cans', 66.2, 122.2)],
  ['eggs|hen eggs', tall('eggs', 45, 60)],
  ['tealights|tea lights', tall('tea lights', 38.5, 16)],
  ['golf balls|golf ball', tall('golf balls', 42.7, 42.7)],
  [
    'poker chips|casino chips',
    { name: 'poker chips', play: CARD, lies: 'rowed', width: 39, height: 39, thickness: 3.3 },
  ],
  ['7 inch singles|7 inch records', rowed('7″ singles', 184, 184, 2)],
  ['tarot cards|tarot card', cards('tarot cards', 70, 120, 0.35)],
  ['business cards|business card', cards('business cards', 90, 55, 0.35)],
  ['quarters', { name: 'quarters', play: CARD, lies: 'rowed', width: 24.26, height: 24.26, thickness: 1.75 }],
  [
    '2 euro coins|two euro coins',
    { name: '2 euro coins', play: CARD, lies: 'rowed', width: 25.75, height: 25.75, thickness: 2.2 },
  ],
  [
    '1 euro coins|one euro coins|euro coins',
    { name: '1 euro coins', play: CARD, lies: 'rowed', width: 23.25, height: 23.25, thickness: 2.33 },
  ],
  ['pennies', { name: 'pennies', play: CARD, lies: 'rowed', width: 19.05, height: 19.05, thickness: 1.52 }],
  ['nickels', { name: 'nickels', play: CARD, lies: 'rowed', width: 21.21, height: 21.21, thickness: 1.95 }],
  ['dimes', { name: 'dimes', play: CARD, lies: 'rowed', width: 17.91, height: 17.91, thickness: 1.35 }],
  [
    'micro sd cards|microsd cards|micro sd card|microsd card',
    { name: 'microSD cards', play: CARD, lies: 'rowed', width: 11, height: 15, thickness: 1 },
  ],
  ['sd cards|sd card', { name: 'SD cards', play: CARD, lies: 'rowed', width: 24, height: 32, thickness: 2.1 }],
  ['cassettes|cassette tapes|audio cassettes|music cassettes', rowed('cassettes', 109, 70, 17)],
  ['floppy disks|floppies', rowed('floppy disks', 90, 94, 3.3)],
  [
    'polyhedral dice|rpg dice|d20 dice|d20s|dnd dice|d&d dice',
    { name: '22 mm dice', play: CARD, lies: 'spread', width: 22, depth: 22, height: 22 },
  ],
  ['dice', { name: '16 mm dice', play: CARD, lies: 'spread', width: 16, depth: 16, height: 16 }],
  [
    'dominoes|dominos|domino tiles|domino',
    { name: 'dominoes', play: CARD, lies: 'spread', width: 24, depth: 48, height: 7.5 },
  ],
  ['aaa batteries|aaa cells|aaa battery|aaa', cell('AAA cells', 10.5, 44.5)],
  ['aa batteries|aa cells|aa battery|aa', cell('AA cells', 14.5, 50.5)],
  ['c batteries|c cells', cell('C cells', 26.2, 50)],
  ['d batteries|d cells', cell('D cells', 34.2, 61.5)],
  ['18650 cells|18650 batteries|18650s|18650', cell('18650 cells', 18.6, 65.2)],
  ['21700 cells|21700 batteries|21700', cell('21700 cells', 21.2, 70.2)],
  [
    '9 v batteries|9v batteries|9 v battery|9v battery|9 volt batteries|9 volt battery|nine volt batteries|9v',
    { name: '9 V batteries', play: CELL, lies: 'spread', width: 26.5, depth: 17.5, height: 48.5 },
  ],
  [
    'cr2032 cells|cr2032 batteries|cr2032s|cr2032',
    { name: 'CR2032 cells', play: CELL, lies: 'rowed', width: 20, height: 20, thickness: 3.2 },
  ],
  ['vinyl records|records|lps|lp|vinyls', rowed('LPs', 315, 315, 4)],
  ['cds|cd cases|cd', rowed('CDs', 142, 125, 10.2)],
  ['dvds|dvd cases|dvd', rowed('DVDs', 135, 190, 14)],
  ['raspberry pi zero|pi zero', board('Raspberry Pi Zero', 65, 30, 12)],
  ['raspberry pi pico|pi pico', board('Raspberry Pi Pico', 51, 21, 10)],
  ['raspberry pi 3|pi 3', board('Raspberry Pi 3', 85, 56, 17)],
  ['raspberry pi 4|pi 4|raspberry pi 4b', board('Raspberry Pi 4', 85, 56, 16)],
  ['raspberry pi 5|pi 5|raspberry pi', board('Raspberry Pi 5', 85, 56, 18)],
  ['arduino uno', board('Arduino Uno', 68.6, 53.4, 15)],
  ['arduino mega', board('Arduino Mega', 101.6, 53.4, 15)],
  ['arduino nano', board('Arduino Nano', 45, 18, 12)],
  ['esp32', board('ESP32 board', 55, 28, 13)],
]

export const BOX_OBJECTS: readonly { words: readonly string[]; object: BoxObject }[] = TABLE.flatMap(
  ([spellings, object]) => spellings.split('|').map((spelling) => ({ words: spelling.split(' '), object })),
).toSorted((a, b) => b.words.length - a.words.length)

export const jar = (diameter: number, name = 'jars'): BoxObject => ({
  name: `${name} Ø${diameter}`,
  play: CELL,
  lies: 'upright',
  diameter,
})

export interface ClearSize {
  /** Absent: shelves that are as wide as they are said to be. */
  width?: number
  depth: number
  /** Absent: the thing leaves it open. */
  height?: number
  /** How they lie, in words. */
  lies: string
}

/** The clear space that so many of a thing need: one answer for every object and count. */
export function clearFor(object: BoxObject, count: number, lie?: { columns: number; rows: number }): ClearSize {
  const { play } = object
  if (lie) return laidOut(object, lie)
  const with2 = (value: number) => tidy(value + play)
  switch (object.lies) {
    case 'flat':
      return { width: with2(object.width), depth: with2(object.depth), lies: 'lying flat' }
    case 'stacked': {
      const high = object.thickness * count * (object.many ?? 1)
      return { width: with2(object.width), depth: with2(object.depth), height: with2(high), lies: 'lying in one stack' }
    }
    case 'rowed':
      return {
        width: with2(object.width),
        depth: with2(object.thickness * count),
        height: with2(object.height),
        lies: 'standing one behind the other',
      }
    case 'upright': {
      const [columns, rows] = mostSquare(count)
      return {
        width: with2(columns * object.diameter),
        depth: with2(rows * object.diameter),
        ...(object.height === undefined ? {} : { height: with2(object.height) }),
        lies: `standing, ${columns} × ${rows}`,
      }
    }
    case 'spread': {
      const [columns, rows] = mostSquare(count)
      return {
        width: with2(columns * object.width),
        depth: with2(rows * object.depth),
        height: with2(object.height),
        lies: `in one layer, ${columns} × ${rows}`,
      }
    }
    case 'alone':
      return {
        width: with2(object.width),
        depth: with2(object.depth * count),
        height: with2(object.height),
        lies: count === 1 ? 'lying flat' : 'lying one behind the other',
      }
  }
}

/** So many beside and so many behind each other, each as one of them lies. */
function laidOut(object: BoxObject, { columns, rows }: { columns: number; rows: number }): ClearSize {
  const { width = 0, depth, height } = clearFor(object, 1)
  const together = (value: number, count: number): number => tidy((value - object.play) * count + object.play)
  return {
    width: together(width, columns),
    depth: together(depth, rows),
    ...(height === undefined ? {} : { height }),
    lies: `${columns} × ${rows}`,
  }
}

/** 24 is 6 × 4, 7 is 7 × 1: as square as a full rectangle can be. */
function mostSquare(count: number): [columns: number, rows: number] {
  let rows = Math.floor(Math.sqrt(count))
  while (rows > 1 && count % rows !== 0) rows--
  return [count / Math.max(rows, 1), Math.max(rows, 1)]
}

const tidy = (value: number): number => Math.round(value * 1000) / 1000
