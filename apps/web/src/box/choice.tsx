import { useId } from 'react'

/** One of a few words. */
export function Choice({
  label,
  value,
  choices,
  onChange,
}: {
  label: string
  value: string
  choices: readonly (readonly [value: string, words: string])[]
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <label htmlFor={id} className="text-label text-quiet">
        {label}
      </label>
      <select
        id={id}
        className="field h-7 min-w-0 px-1"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map(([one, said]) => (
          <option key={one} value={one}>
            {said}
          </option>
        ))}
      </select>
    </div>
  )
}
