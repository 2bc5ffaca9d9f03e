export function completeLock(lock: { packages: Record<string, object> }): number
export function platformOf(name: string): { os?: string[]; cpu: string[]; libc?: string[] }
