// For the bench, which times two processes on the real servers.
export { startPostgres, startRedis } from '@hewn/testing/servers'
