import type { CanvasJob } from '@hewn/model'
import { bareId } from '@hewn/model'
import { memo, useLayoutEffect, useRef } from 'react'
import { isArtifact } from '../port/served-port.ts'
import { artifactOf } from '../situation.ts'
import type { LogLine, RunLog } from '../store/log.ts'
import { logText } from '../store/log-text.ts'
import { t } from '../strings/index.ts'
import { Icon } from '../ui/icon.tsx'
import { useJob, useShown } from './use-design.ts'
import { useWorkbench } from './workbench-context.ts'

/** Every run this page has seen, the newest last, and the files it left. */
export default function LogTab() {
  const runs = useWorkbench((state) => state.runs)
  const scroller = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)

  // Follows the end, unless somebody has scrolled up to read.
  useLayoutEffect(() => {
    const element = scroller.current
    if (element && atEnd.current) element.scrollTop = element.scrollHeight
  })

  return (
    <div
      ref={scroller}
      role="log"
      aria-label={t.log.label}
      data-testid="log"
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto bg-sunken py-2 font-mono text-label leading-[1.5] -outline-offset-2 select-text"
      onScroll={(event) => {
        const { scrollTop, scrollHeight, clientHeight } = event.currentTarget
        atEnd.current = scrollHeight - scrollTop - clientHeight < 24
      }}
    >
      {runs.length === 0 && <p className="px-3 font-sans text-body text-quiet">{t.drawer.empty}</p>}
      {runs.map((run, index) => (
        <Run key={run.job ?? `own ${index}`} run={run} />
      ))}
    </div>
  )
}

function Run({ run }: { run: RunLog }) {
  const job = useJob(run.job)
  return (
    <section className="mb-3" data-id={run.job ?? undefined}>
      <p className="flex items-center gap-2 px-3 font-sans text-quiet">
        {run.job && <span>{t.log.run(bareId(run.job).slice(0, 6))}</span>}
        <span>{jobWords(job)}</span>
      </p>
      {run.cut > 0 && <p className="px-3 text-quiet">{t.log.cut(run.cut)}</p>}
      {run.blocks.map((block, index) => (
        // Blocks are only ever added behind and dropped in front; their place is their name.
        <Block key={index} lines={block} />
      ))}
      {job?.state === 'cancelled' && <p className="px-3 font-sans text-quiet">{t.log.cancelled[job.by]}</p>}
      <Files job={job} run={run} />
    </section>
  )
}

const TONE: Record<LogLine['level'], string> = { info: '', warning: 'text-warn', error: 'text-bad' }

const Block = memo(function Block({ lines }: { lines: readonly LogLine[] }) {
  return lines.map((line, index) => (
    <div
      key={index}
      data-stream={line.stream}
      className={`px-3 break-words whitespace-pre-wrap ${line.stream === 'hewn' ? 'text-quiet' : ''} ${TONE[line.level]}`}
    >
      {line.stream !== 'stdout' && <span className="mr-2 text-quiet select-none">{t.log[line.stream]}</span>}
      {logText(line.text) || ' '}
    </div>
  ))
})

/** WB66: a log that ended well ends with the files. */
function Files({ job, run }: { job: CanvasJob | null; run: RunLog }) {
  const shown = useShown()?.job
  const end = useWorkbench((state) => (run.own && state.runEnd?.jobId === run.job ? state.runEnd : null))
  const files = [
    { id: 'stl', label: t.command.downloadStl, url: artifactOf(job, 'stl')?.url ?? end?.stlPath },
    { id: 'step', label: t.command.downloadStep, url: artifactOf(job, 'step')?.url ?? end?.stepPath },
  ].filter((file): file is typeof file & { url: string } => typeof file.url === 'string' && isArtifact(file.url))
  // What was undone, or left for a later run, is not what somebody means to take away.
  if (files.length === 0 || (shown !== undefined && shown !== run.job)) return null
  return (
    <p className="mt-1 flex gap-4 px-3 font-sans text-body" aria-label={t.log.downloads}>
      {files.map((file) => (
        <a
          key={file.id}
          href={file.url}
          download
          data-testid={`${file.id}-download`}
          className="flex items-center gap-1.5 text-accent"
        >
          <Icon name="download" size={14} />
          {file.label}
        </a>
      ))}
    </p>
  )
}

function jobWords(job: CanvasJob | null): string {
  switch (job?.state) {
    case undefined:
      return ''
    case 'queued':
      return t.log.queued(job.ahead)
    case 'running':
      return t.log.stage[job.stage]
    case 'done':
      return t.log.done(job.result.timings.total)
    case 'failed':
      return t.log.failed
    case 'cancelled':
      return t.log.cancelled[job.by]
  }
}
