import type { ReactNode } from 'react'

/** A titled part of the panel of a box. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title} className="flex flex-col gap-2">
    <h2 className="text-label font-semibold text-quiet">{title}</h2>
    {children}
  </section>
)
