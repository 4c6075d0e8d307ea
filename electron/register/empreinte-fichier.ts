import { statSync } from 'node:fs'

/** Tells a file from what it becomes at its next write: its identity, size and instants, without reading it. */
export function empreinteDuFichier(chemin: string): string {
  const { ino, size, mtimeNs, ctimeNs } = statSync(chemin, { bigint: true })
  return [ino, size, mtimeNs, ctimeNs].join('-')
}
