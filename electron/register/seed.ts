import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  anneeScolaireDe,
  anneeScolairePrecedente,
  anneeScolaireSuivante,
  bornesAnneeScolaire,
} from '../../shared/annee-scolaire'
import { placerCalendrier } from '../../shared/domain/jalon/calendrier'
import type { Academie } from '../../shared/domain/parametres/academie'
import { listesVocabulaire, vocabulaire, type Vocabulaire } from '../../shared/domain/vocabulaire/vocabulaire'
import type { Database } from '../database/tables'
import { readCalendrierType } from './calendrier-type'

/** A term as `resources/vocabulaires/<liste>.json` writes it: what is left out takes its plain default. */
const termeLivre = z.object({
  code: vocabulaire.shape.code,
  libelle: vocabulaire.shape.libelle,
  libelleFeminin: vocabulaire.shape.libelleFeminin.default(null),
  abrege: vocabulaire.shape.abrege.default(null),
  categorie: vocabulaire.shape.categorie.default(null),
  heures: vocabulaire.shape.heures.default(null),
  synonymes: vocabulaire.shape.synonymes,
  courriel: vocabulaire.shape.courriel.default(''),
  actif: vocabulaire.shape.actif.default(1),
  debutLe: vocabulaire.shape.debutLe.default(null),
  finLe: vocabulaire.shape.finLe.default(null),
})

/** Writes what a new register starts with: the académie, its vocabularies, three school years, this year's calendar. */
export async function seedRegistre(
  db: Database,
  { academie, resources, today, newId }: { academie: Academie; resources: string; today: string; newId: () => string },
): Promise<void> {
  await db.insertInto('academie').values(academie).execute()
  await db.insertInto('vocabulaire').values(readVocabulaires(resources, newId)).execute()
  const courante = anneeScolaireDe(today)
  for (const id of [anneeScolairePrecedente(courante), courante, anneeScolaireSuivante(courante)]) {
    await db
      .insertInto('anneeScolaire')
      .values({ id, ...bornesAnneeScolaire(id) })
      .execute()
  }
  const calendrier = placerCalendrier(readCalendrierType(resources), { anneeId: courante, aujourdhui: today, newId })
  for (const jalon of calendrier) await db.insertInto('jalon').values(jalon).execute()
}

function readVocabulaires(resources: string, newId: () => string): Vocabulaire[] {
  return listesVocabulaire.flatMap((liste) => {
    const termes = z
      .array(termeLivre)
      .parse(JSON.parse(readFileSync(join(resources, 'vocabulaires', `${liste}.json`), 'utf8')))
    return termes.map((terme, index) => ({ ...terme, id: newId(), liste, ordre: index + 1, remplaceParId: null }))
  })
}
