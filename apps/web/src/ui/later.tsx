import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { t } from '../strings/index.ts'
import { Button } from './button.tsx'

/** How long the words `Loading…` wait: what comes at once needs none. */
const BRISK = 'opacity-0 [animation:appear_0s_400ms_forwards]'

/**
 * A part of the page that is fetched when it is first shown. A fetch that fails is tried once more; then the part says
 * so in its place, and the rest of the page goes on (WB81).
 * @example const LogTab = later(() => import('./log-tab.tsx'))
 */
export function later<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> {
  const twice = () => load().catch(load)
  let Part = lazy(twice)
  return function Later(props: P) {
    return (
      <Catch again={() => (Part = lazy(twice))}>
        {() => (
          <Suspense fallback={<p className={`p-4 text-quiet ${BRISK}`}>{t.loading}</p>}>
            <Part {...props} />
          </Suspense>
        )}
      </Catch>
    )
  }
}

class Catch extends Component<{ again(): void; children: () => ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children()
    return (
      <p role="alert" className="flex items-center gap-2 p-4">
        {t.notLoaded}
        <Button
          onPress={() => {
            this.props.again()
            this.setState({ failed: false })
          }}
        >
          {t.tryAgain}
        </Button>
      </p>
    )
  }
}
