import { keysOf, spellKeys } from '../commands.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { isMac } from './platform.ts'
import { useCommand } from './use-commands.ts'
import { useWorkbench } from './workbench-context.ts'

/** `Run & Stream`, which is `Stop` until `complete` is drawn (WB60). */
export function RunButton() {
  const running = useWorkbench((state) => state.running)
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
      {command.label}
    </Button>
  )
}
