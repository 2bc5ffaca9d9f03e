import { useResource } from '@hewn/canvas/react'
import { useEffect, useState } from 'react'
import { useHead } from '../screen/use-design.ts'
import { useWorkbench } from '../screen/workbench-context.ts'

const RECIPE = 'box.json'

interface RecipeFile {
  content?: unknown
  hash?: string
}

/** The recipe as it is written, where there is one; a large one lies on the canvas without its text and is fetched, when it is `wanted`. */
export function useRecipeText(wanted: boolean): string | undefined {
  const file = useResource('files', RECIPE) as RecipeFile | undefined
  const port = useWorkbench((state) => state.port)
  const head = useHead()
  const [fetched, setFetched] = useState<string>()
  const here = typeof file?.content === 'string' ? file.content : undefined
  /** What says that the file became another one. */
  const state = wanted && file !== undefined && here === undefined ? `${file?.hash ?? ''} ${head ?? ''}` : null
  useEffect(() => {
    if (state === null || !port) return
    let current = true
    const fetchIt = async () => {
      const reply = await port.readFile(RECIPE)
      if (current) setFetched(reply.ok ? reply.value : '')
    }
    void fetchIt()
    return () => {
      current = false
    }
  }, [state, port])
  return file === undefined ? undefined : (here ?? fetched)
}
