export { asyncBinding } from './async-binding.ts'
