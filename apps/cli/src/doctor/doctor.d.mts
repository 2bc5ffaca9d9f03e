export function doctor(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<number>
