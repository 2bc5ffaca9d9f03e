import { t } from '../strings/index.ts'
import { Icon } from '../ui/icon.tsx'
import { useProblem } from './use-problem.ts'

/** Why the newest run has no result: where, what, and what to do next (WB62). */
export function Problem() {
  const problem = useProblem()
  if (!problem) return null
  return (
    <div
      role="alert"
      data-testid="job-error"
      data-line={problem.line}
      data-code={problem.code}
      className="flex max-h-[40%] shrink-0 gap-2 overflow-auto border-t border-line bg-ground px-3 py-2"
    >
      <span className="mt-0.5 text-bad">
        <Icon name="alert" />
      </span>
      <div className="min-w-0 flex-1 select-text">
        <p className="break-words">
          {problem.line !== undefined && <strong className="mr-2 font-semibold">{t.code.line(problem.line)}</strong>}
          {problem.message}
        </p>
        {problem.hint && <p className="text-quiet">{problem.hint}</p>}
        {problem.traceback && (
          <details className="mt-1 text-label text-quiet">
            <summary>{t.code.traceback}</summary>
            <pre className="mt-1 font-mono whitespace-pre-wrap">{problem.traceback}</pre>
          </details>
        )}
      </div>
    </div>
  )
}
