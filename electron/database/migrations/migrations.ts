import { sql as registre } from './0001-registre'

/** Ordered list; the position is the version (`PRAGMA user_version`). Never reorder, never edit a past one. */
export const migrations: readonly { version: number; nom: string; sql: string }[] = [
  { version: 1, nom: 'registre', sql: registre },
]

export const versionCourante = migrations.length
