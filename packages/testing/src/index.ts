export { type FakeModel, fakeModel, type FakeTurn } from './fake-model.ts'
export { seeds } from './seeds.ts'
export { seededRandom, type TestWorld, testWorld } from './test-world.ts'
