// Draws the pictures of the empty page's cards: opens every story in the real page of a running server and keeps what
// the viewer drew. Run after a story has changed: npm run pictures -w @hewn/web -- http://127.0.0.1:4870 [chromium]
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const [server = 'http://127.0.0.1:4870', executablePath = '/usr/bin/chromium'] = process.argv.slice(2)
const folder = fileURLToPath(new URL('src/gallery/pictures/', import.meta.url))
const SIZE = { width: 480, height: 300, type: 'image/webp' }

const LEAST = 1500

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
})
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
await page.goto(server)
const names = await page
  .getByTestId('gallery-card')
  .evaluateAll((cards) => cards.map((card) => card.dataset['name'] ?? ''))
mkdirSync(folder, { recursive: true })
for (const name of names) {
  await page.goto(server)
  await page.locator(`[data-testid=gallery-card][data-name="${name}"]`).click()
  await page.locator('[data-testid=viewport][data-state=ready]').waitFor({ timeout: 120_000 })
  const bytes = await page.evaluate(async (size) => {
    const { hewn } = globalThis as unknown as { hewn: { viewer: { picture(options: unknown): Promise<Blob> } } }
    const blob = await hewn.viewer.picture(size)
    return [...new Uint8Array(await blob.arrayBuffer())]
  }, SIZE)
  if (bytes.length < LEAST) throw new Error(`${name}: ${bytes.length} bytes are an empty picture`)
  writeFileSync(`${folder}${name}.webp`, new Uint8Array(bytes))
  console.log(`${name}.webp  ${bytes.length} bytes`)
}
await browser.close()
