import { keysOf, spellKeys } from '../commands.ts'
import { isBuilding } from '../situation.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { isMac } from './platform.ts'
import { useCommand } from './use-commands.ts'
import { useNewestJob } from './use-design.ts'
import { useWorkbench } from './workbench-context.ts'

/** `Run & Stream`, which is `Stop` while a job of this session runs, whichever page began it (WB60). */
export function RunButton() {
  const own = useWorkbench((state) => state.running)
  const ended = useWorkbench((state) => state.runEnd?.jobId ?? null)
  const newest = useNewestJob()
  // Our stream tells the end of our own run a moment before the canvas does.
  const running = own || (isBuilding(newest) && newest?.id !== ended)
  const command = useCommand(running ? 'stop' : 'run')
  const keys = keysOf(command.id)[0]
  return (
    <Button
      look={running ? 'secondary' : 'primary'}
      testId="run-and-stream"
      reason={command.reason}
      title={keys && `${command.label} (${spellKeys(keys, isMac())})`}
      onPress={command.run}
    >
      <Icon name={running ? 'stop' : 'play'} size={12} />
      <span className="max-sm:sr-only">{command.label}</span>
    </Button>
  )
}
