import { newId } from '../../electron/register/new-id'
import { clesReseau } from '../../shared/domain/reseau/cles'
import type { Reseau, ReseauMembre } from '../../shared/domain/reseau/reseau'
import { terme } from './agent'
import type { TestRegistre } from './registre'

let rang = 0

/** A fictional network, FOQUALE unless `type` says otherwise, written straight into the register. */
export async function insertReseau(
  r: TestRegistre,
  { type = 'FOQUALE', ...overrides }: Partial<Reseau> & { type?: string } = {},
): Promise<Reseau> {
  rang += 1
  const faits = { code: `FOQ-${String(rang)}`, nom: `FOQUALE ${String(rang)}`, bassin: '', ...overrides }
  const reseau: Reseau = {
    id: newId(),
    typeId: (await terme(r, 'typeReseau', type)).id,
    departement: '035',
    teteId: null,
    animateur: '',
    problematique: '',
    actif: 1,
    ...clesReseau(faits),
    ...faits,
  }
  await r.db.insertInto('reseau').values(reseau).execute()
  return reseau
}

/** A membership since 1 September 2024, still in force unless said otherwise. */
export async function insertMembre(
  r: TestRegistre,
  membre: Pick<ReseauMembre, 'reseauId' | 'etablissementId'> & Partial<ReseauMembre>,
): Promise<ReseauMembre> {
  const complet: ReseauMembre = { id: newId(), debutLe: '2024-09-01', finLe: null, ...membre }
  await r.db.insertInto('reseauMembre').values(complet).execute()
  return complet
}

/** Attaches a service to a network. */
export async function attacher(r: TestRegistre, affectationId: string, reseauId: string): Promise<void> {
  await r.db.insertInto('affectationReseau').values({ id: newId(), affectationId, reseauId }).execute()
}
