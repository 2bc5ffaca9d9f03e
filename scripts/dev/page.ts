import { createServer } from 'vite'

/** Vite before the server: pages and hot reload from here, everything that is not a page from there. */
const [port = '4880', server = 'http://127.0.0.1:4870'] = process.argv.slice(2)

const vite = await createServer({
  root: 'apps/web',
  configFile: 'apps/web/vite.config.ts',
  server: {
    host: '127.0.0.1',
    port: Number(port),
    strictPort: true,
    proxy: {
      ...Object.fromEntries(['/api', '/artifacts', '/mcp'].map((path) => [path, { target: server }])),
      '/socket.io': { target: server, ws: true },
    },
  },
})
await vite.listen()
process.stdout.write(`The page, with hot reload: http://127.0.0.1:${port}\n`)
