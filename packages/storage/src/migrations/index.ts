import type { Migration } from '../migrate.ts'
import { eighth } from './eighth.ts'
import { fifth } from './fifth.ts'
import { first } from './first.ts'
import { fourth } from './fourth.ts'
import { second } from './second.ts'
import { seventh } from './seventh.ts'
import { sixth } from './sixth.ts'
import { third } from './third.ts'

/** In order, imported statically: the first makes schema version 1 of an empty database, and so on. Forward only. */
export const migrations: readonly Migration[] = [first, second, third, fourth, fifth, sixth, seventh, eighth]
