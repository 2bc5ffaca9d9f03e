export { seeds } from './seeds.ts'
export { seededRandom, type TestWorld, testWorld } from './test-world.ts'
