import { v7 as newId } from 'uuid'
import { dansEtape } from '../../electron/database/journal/etape-en-cours'
import { decrireEtape } from '../../electron/register/etape'
import type { TestRegistre } from './registre'

/** Writes rows as one import does: prepared statements in one transaction, one step. */
export function commeImport(r: TestRegistre, write: () => void): Promise<void> {
  return dansEtape(decrireEtape(r.context, 'annuaire.importer'), () =>
    r.db.transaction().execute(() => {
      write()
      return Promise.resolve()
    }),
  )
}

/** Établissements with the columns that an annuaire fills, their UAI numbered from `premier`. */
export function inserterEtablissements(r: Pick<TestRegistre, 'sqlite'>, nombre: number, premier = 0): string[] {
  const colonnes = r.sqlite.pragma('table_info(etablissement)') as { name: string; type: string; notnull: number }[]
  const insert = r.sqlite.prepare(
    `INSERT INTO etablissement (${colonnes.map(({ name }) => name).join(', ')}) VALUES (${colonnes.map(({ name }) => `@${name}`).join(', ')})`,
  )
  const defauts = Object.fromEntries(
    colonnes.map(({ name, type, notnull }) => [name, notnull === 0 ? null : type === 'TEXT' ? '' : 0]),
  )
  return Array.from({ length: nombre }, (_, index) => {
    const id = newId()
    const rang = premier + index
    insert.run({
      ...defauts,
      id,
      uai: `${String(1_000_000 + rang)}A`,
      nom: `Collège du Val ${String(rang)}`,
      type: 'Collège',
      nature: 'COLLEGE',
      secteur: 'public',
      adresse: `${String(rang)} rue de la République`,
      codePostal: '35000',
      commune: 'Rennes',
      departement: '035',
      academieCode: '14',
      courriel: `ce.${String(rang)}@ac-rennes.fr`,
      bassinCode: '14031',
      bassinNom: 'Rennes',
      nombreEleves: rang % 900,
      latitude: 48 + rang / 1e5,
      longitude: -1.6,
      etat: 'ouvert',
      annuaireLe: '2026-09-01',
      cleTri: `college du val ${String(rang)}`,
      cleRecherche: `${String(1_000_000 + rang)}a college du val ${String(rang)} rennes`,
    })
    return id
  })
}
