import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import { Icon } from './icon.tsx'

/** A few more actions behind a small arrow. Arrow keys walk them, Esc and a press elsewhere close it. */
export function Menu({
  label,
  testId,
  look,
  children,
}: {
  label: string
  testId: string
  look: ButtonProps['look']
  children: (close: () => void) => ReactNode
}) {
  /** Where it hangs, while it is open. */
  const [place, setPlace] = useState<{ top: number; right: number } | null>(null)
  const open = place !== null
  const opener = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const close = () => setPlace(null)

  const toggle = () => {
    const box = opener.current?.getBoundingClientRect()
    setPlace(open || !box ? null : { top: box.bottom + 4, right: Math.max(4, window.innerWidth - box.right) })
  }

  useEffect(() => {
    if (!open) return
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const elsewhere = (event: PointerEvent) => {
      const inside =
        event.target instanceof Node && (list.current?.contains(event.target) || opener.current?.contains(event.target))
      if (!inside) setPlace(null)
    }
    document.addEventListener('pointerdown', elsewhere)
    const opened = opener.current
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      // What had the focus is gone with the list; a press elsewhere has already put it there.
      if (document.activeElement === document.body) opened?.focus()
    }
  }, [open])

  return (
    <>
      <Button
        ref={opener}
        look={look}
        label={label}
        title={label}
        expanded={open}
        controls={id}
        className={`-ml-px rounded-l-none px-1.5 ${look === 'primary' ? 'border-l-on-accent/40' : ''}`}
        testId={testId}
        onPress={toggle}
      >
        <Icon name="chevron" size={12} />
      </Button>
      {open && (
        <div
          ref={list}
          id={id}
          role="menu"
          aria-label={label}
          className="fixed z-20 flex min-w-44 flex-col rounded-card border border-line bg-surface p-1 shadow-md"
          style={place}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
            const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
            if (step === 0) return
            event.preventDefault()
            const items = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
            const at = items.indexOf(document.activeElement as HTMLElement)
            items[(at + step + items.length) % items.length]?.focus()
          }}
        >
          {children(close)}
        </div>
      )}
    </>
  )
}
