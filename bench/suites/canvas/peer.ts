// The other process of "two processes": serves what is committed elsewhere. Started by the suite `canvas`.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCanvas } from '@hewn/canvas'
import { SOCKET_OPTIONS, serveCanvas } from '@hewn/canvas/node'
import { systemWorld as world } from '@hewn/model/world'
import { openStorage } from '@hewn/storage'
import { redisStreams } from '@hewn/storage/redis'
import { Server } from 'socket.io'

const [database = '', redis = '', blobs = ''] = process.argv.slice(2)
const storage = await openStorage({ database, blobs, world })
const { carrier } = redisStreams({ url: redis })
const http = createServer()
const canvas = createCanvas({ log: storage.canvasLog, carrier, world })
serveCanvas(new Server(http, SOCKET_OPTIONS), { canvas, world, grant: async () => ({ uid: 'bench', scope: 'view' }) })
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }))
