/** Other words for the corners of a panel, as other programs write them. */
export const CORNER_WORDS: Readonly<Record<string, string>> = Object.freeze({
  'left:top': 'top-left',
  'top:left': 'top-left',
  'right:top': 'top-right',
  'top:right': 'top-right',
  'left:bottom': 'bottom-left',
  'bottom:left': 'bottom-left',
  'right:bottom': 'bottom-right',
  'bottom:right': 'bottom-right',
})
