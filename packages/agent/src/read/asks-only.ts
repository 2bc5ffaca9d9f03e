/** Asked about what there is, and no order: `will it fit on a 600 by 300 sheet?`, `how much plywood do I need?` */
export const asksOnly = (words: string): boolean => ASKS.test(words.trim())

const ASKS =
  /^(?:how (?:much|many|long|strong|do|does)|will|does|is (?:it|this|that|the)|are|why|where|which|what(?:'s| is| are| will| (?:size|width|height|length|depth|diameter|distance|volume|material|colou?r|thickness) (?:is|are|does|has)))\b(?!.*\b(?:make|build|draw|give)\b).*\?$/i
