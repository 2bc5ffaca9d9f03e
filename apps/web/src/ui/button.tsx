import { type ReactNode, type Ref, useId } from 'react'

export interface ButtonProps {
  look?: 'primary' | 'secondary' | 'quiet'
  /** Why it cannot be pressed. It stays in the tab order and tells its reason (WB2). */
  reason?: string | undefined
  /** The name, where there are no words on it. */
  label?: string | undefined
  title?: string | undefined
  testId?: string | undefined
  pressed?: boolean | undefined
  checked?: boolean | undefined
  expanded?: boolean | undefined
  controls?: string | undefined
  role?: 'radio' | 'tab' | 'menuitem' | undefined
  busy?: boolean | undefined
  className?: string | undefined
  data?: Record<`data-${string}`, string> | undefined
  ref?: Ref<HTMLButtonElement> | undefined
  onPress(): void
  children?: ReactNode
}

export function Button(props: ButtonProps) {
  const { ref, look = 'secondary', reason, label, title, children } = props
  const reasonId = useId()
  return (
    <>
      <button
        type="button"
        ref={ref}
        role={props.role}
        className={`control control-${look} ${props.className ?? ''}`}
        aria-label={label}
        aria-disabled={reason !== undefined || undefined}
        aria-describedby={reason === undefined ? undefined : reasonId}
        aria-pressed={props.pressed}
        aria-checked={props.role === 'radio' ? props.checked : undefined}
        aria-selected={props.role === 'tab' ? props.checked : undefined}
        aria-expanded={props.expanded}
        aria-controls={props.controls}
        aria-busy={props.busy || undefined}
        title={reason ?? title}
        data-testid={props.testId}
        {...props.data}
        onClick={() => {
          if (reason === undefined) props.onPress()
        }}
      >
        {children}
      </button>
      {reason !== undefined && (
        <span id={reasonId} hidden>
          {reason}
        </span>
      )}
    </>
  )
}
