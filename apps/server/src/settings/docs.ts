import { type Setting, TABLE } from './table.ts'

/** `docs/settings.md`, made from the table that the program reads; a test holds the two equal. */
export function settingsPage(): string {
  const rows = (Object.entries(TABLE) as [string, Setting<unknown>][]).map(
    ([key, row]) => `| \`${row.env}\` | \`${key}\` | ${row.shown} | ${row.means} |`,
  )
  return `# Settings

<!-- Made from apps/server/src/settings/table.ts by: node apps/server/src/settings/write-docs.ts -->

A flag (\`--run-timeout 90s\`) goes before the environment (\`HEWN_RUN_TIMEOUT=90s\`), that before \`hewn.json\` in the home
folder (\`{ "runTimeout": "90s" }\`), that before the default. Times take \`ms\`, \`s\`, \`m\`, \`h\`, \`d\`; sizes \`KiB\`, \`MiB\`,
\`GiB\`; a bare number has the unit of the default. An unknown name or a bad value stops the start and says where it was set.

| environment | in \`hewn.json\` | default | what it is |
|---|---|---|---|
${rows.join('\n')}
`
}
