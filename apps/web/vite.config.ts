import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { gallery } from './gallery-plugin.ts'

const server = `http://127.0.0.1:${process.env['HEWN_PORT'] ?? 4870}`
// The server answers only its own page; before Vite's, requests say they come from there.
const behind = { target: server, changeOrigin: true, headers: { origin: server } }

export default defineConfig({
  plugins: [react(), tailwindcss(), gallery()],
  build: { target: 'es2022', manifest: true, outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0 },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': behind, '/artifacts': behind, '/socket.io': { ...behind, ws: true } },
  },
})
