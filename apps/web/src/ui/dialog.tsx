import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** A window over the page with a title and a cross; Esc and a press beside it close it. */
export function Dialog({
  label,
  title = label,
  testId,
  closeLabel,
  onClose,
  children,
}: {
  label: string
  title?: string
  testId: string
  closeLabel: string
  onClose(): void
  children: ReactNode
}) {
  const dialog: RefObject<HTMLDialogElement | null> = useRef(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      data-testid={testId}
      aria-label={label}
      className="m-auto flex max-h-[80vh] w-[min(560px,calc(100vw-24px))] flex-col gap-3 overflow-hidden rounded-card border border-line bg-surface p-4 text-text shadow-md backdrop:bg-[rgb(0_0_0/0.3)]"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="flex items-center justify-between">
        <h2 className="text-title font-semibold">{title}</h2>
        <Button look="quiet" label={closeLabel} title={closeLabel} onPress={() => dialog.current?.close()}>
          <Icon name="cross" />
        </Button>
      </div>
      {children}
    </dialog>
  )
}
