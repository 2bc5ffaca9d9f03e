import type { Claim } from '@hewn/model'

/** One line per claim: what was promised, what was measured. */
export function sayClaims(claims: readonly Claim[]): string[] {
  return claims.map(({ text, result }) => {
    switch (result.state) {
      case 'pass':
        return `✓ ${text}`
      case 'fail':
        return `✗ ${text}: measured ${result.measured}`
      case 'cannot tell':
        return `? ${text}: ${result.why}`
      case 'waiting':
        return `… ${text}`
    }
  })
}

export const allPass = (claims: readonly Claim[]): boolean => claims.every(({ result }) => result.state === 'pass')
