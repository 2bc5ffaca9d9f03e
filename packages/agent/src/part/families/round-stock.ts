const STOCK =
  'bar, profile, section, plate, piece, strip, trim, rod, stock, board, moulding, molding, bead, beading, log, stick, rail, batten, edging, skirting'

/** `half round moulding`, `quarter round log`: what is sold as a share of a round. */
export const roundStock = (share: 'half' | 'quarter'): string =>
  STOCK.split(', ')
    .flatMap((what) => [`${share} round ${what}`, `${share} round ${what} strip`])
    .join(', ')
