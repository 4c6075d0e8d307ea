import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lettreCleAttendue } from '../../shared/uai'

/** Real rows again and again, each one under a fictional UAI with its right key. */
export function largeAnnuaire(rows: number): string {
  const [entetes = '', ...lignes] = readFileSync(
    fileURLToPath(new URL('../fixtures/annuaire-extrait.csv', import.meta.url)),
    'utf8',
  )
    .split('\r\n')
    .filter((ligne) => ligne !== '')
  const multipliees = Array.from({ length: rows }, (_, index) => {
    const chiffres = String(1_000_000 + index * 7)
    return `${chiffres}${lettreCleAttendue(chiffres) ?? ''}${(lignes[index % lignes.length] ?? '').slice(8)}`
  })
  return [entetes, ...multipliees, ''].join('\r\n')
}
