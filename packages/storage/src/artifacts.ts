import type { Artifact, JobId } from '@hewn/model'
import type { Kysely } from 'kysely'
import type { ArtifactsTable, Tables } from './tables.ts'

export interface Artifacts {
  /** The job's row comes first; the bytes are blobs already. A name that is there is replaced. */
  addAll(job: JobId, artifacts: Artifact[]): Promise<void>
  /** In the order they were added. */
  list(job: JobId): Promise<Artifact[]>
  find(job: JobId, name: string): Promise<Artifact | undefined>
}

export function artifactRows(db: Kysely<Tables>): Artifacts {
  const of = (job: JobId) => db.selectFrom('artifacts').selectAll().where('job', '=', job)
  return {
    addAll: (job, artifacts) =>
      db.transaction().execute(async (change) => {
        const { count } = await change
          .selectFrom('artifacts')
          .select((row) => row.fn.countAll<number>().as('count'))
          .where('job', '=', job)
          .executeTakeFirstOrThrow()
        for (const [place, { name, format, bytes, sha256, url }] of artifacts.entries())
          await change
            .insertInto('artifacts')
            .values({ job, name, place: Number(count) + place, format, bytes, sha256, url })
            .onConflict((row) => row.columns(['job', 'name']).doUpdateSet({ format, bytes, sha256, url }))
            .execute()
      }),
    list: async (job) => (await of(job).orderBy('place').execute()).map(artifactOf),
    async find(job, name) {
      const row = await of(job).where('name', '=', name).executeTakeFirst()
      return row && artifactOf(row)
    },
  }
}

const artifactOf = ({ name, format, bytes, sha256, url }: ArtifactsTable): Artifact => ({
  name,
  format,
  bytes,
  sha256,
  url,
})
