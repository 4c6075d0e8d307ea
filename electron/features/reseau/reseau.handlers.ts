import { AppError } from '../../../shared/app-error'
import { clesReseau } from '../../../shared/domain/reseau/cles'
import { jourDeReference } from '../../../shared/domain/reseau/perimetre'
import { jourDeCreation, refusDAjouter, refusDEffacer } from '../../../shared/domain/reseau/regles'
import type { Reseau, ReseauMembre } from '../../../shared/domain/reseau/reseau'
import type { MembresAjoutes, reseauContract } from '../../../shared/domain/reseau/reseau.contract'
import type { Database, Reader } from '../../database/tables'
import type { HandlersOf } from '../../register/handler'
import { afficherFiche } from './affichage'
import { calculerCouverture } from './couverture'
import { ecrireReseau, requireType, supprimerReseau } from './reseau.ecriture'
import {
  countReseauxActifs,
  deleteMembre,
  getEtablissementDeReseau,
  getMembre,
  getReseau,
  insertMembre,
  insertReseau,
  listAutresAppartenances,
  listEtablissementsDeReseaux,
  listLettresDeReseau,
  listMembres,
  listMembresDuJour,
  listPersonnes,
  listPersonnesDuJour,
  listReseaux,
  listTypesConnus,
  updateMembre,
} from './reseau.queries'
import { lireReseaux } from './lecture'

export const reseauHandlers = {
  'reseau.lister': ({ db, today }, { anneeId }) => lireReseaux(db, anneeId, today()),

  'reseau.compter': ({ db }) => countReseauxActifs(db),

  'reseau.lire': async ({ db, today }, { id, anneeId }) => {
    const reseau = await getReseau(db, id)
    const jour = jourDeReference(anneeId, today())
    return afficherFiche(
      {
        reseau,
        type: await requireType(db, reseau.typeId),
        tete: reseau.teteId === null ? null : await getEtablissementDeReseau(db, reseau.teteId),
        membres: await listMembres(db, id),
        autres: await listAutresAppartenances(db, reseau, jour),
        personnes: (await listPersonnes(db, anneeId)).filter(({ reseauId }) => reseauId === id),
        lettres: await listLettresDeReseau(db, id, anneeId),
      },
      jour,
    )
  },

  'reseau.creer': async ({ db, newId }, input) =>
    db.transaction().execute(async (db) => {
      await requireType(db, input.typeId)
      const reseau: Reseau = { ...input, ...clesReseau(input), id: newId() }
      await insertReseau(db, reseau)
      return reseau
    }),

  'reseau.modifier': async ({ db }, { id, champs, attendu }) =>
    db.transaction().execute((db) => ecrireReseau(db, id, champs as Partial<Reseau>, attendu)),

  'reseau.supprimer': async ({ db }, { id }) =>
    db.transaction().execute(async (db) => {
      await supprimerReseau(db, id)
      return null
    }),

  'reseau.ajouterMembre': async ({ db, newId }, membre) =>
    db.transaction().execute((db) => ajouter(db, { ...membre, id: newId() })),

  'reseau.ajouterMembres': async ({ db, newId }, { membres }) =>
    db.transaction().execute(async (db) => {
      const refus: MembresAjoutes['refus'] = []
      for (const membre of membres) {
        try {
          await ajouter(db, { ...membre, id: newId() })
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'conflict') throw error
          const { etablissementId } = membre
          const { nom } = await getEtablissementDeReseau(db, etablissementId)
          refus.push({ etablissementId, nom, message: error.message })
        }
      }
      return { ajoutes: membres.length - refus.length, refus }
    }),

  'reseau.retirerMembre': async ({ db }, { id, finLe }) =>
    db.transaction().execute(async (db) => {
      const membre = { ...(await getMembre(db, id)), finLe }
      const { nom } = await getEtablissementDeReseau(db, membre.etablissementId)
      await requireFreePeriod(db, nom, membre, id)
      await updateMembre(db, id, { finLe })
      return membre
    }),

  'reseau.supprimerMembre': async ({ db, today }, { id }) =>
    db.transaction().execute(async (db) => {
      const { debutLe } = await getMembre(db, id)
      const refus = refusDEffacer({ debutLe, ecritLe: jourDeCreation(id) }, today())
      if (refus !== undefined) throw new AppError('forbidden', refus)
      await deleteMembre(db, id)
      return null
    }),

  'reseau.couverture': async ({ db }, choix) =>
    calculerCouverture(choix, {
      reseaux: await listReseaux(db),
      membres: await listMembresDuJour(db, choix.jour),
      personnes: await listPersonnesDuJour(db, choix.jour),
      etablissements: await listEtablissementsDeReseaux(db),
      typesConnus: await listTypesConnus(db),
    }),
} satisfies HandlersOf<typeof reseauContract>

interface Appartenance {
  reseauId: string
  etablissementId: string
  debutLe: string
  finLe: string | null
}

async function ajouter(db: Database, membre: ReseauMembre): Promise<ReseauMembre> {
  await getReseau(db, membre.reseauId)
  const { nom } = await getEtablissementDeReseau(db, membre.etablissementId)
  await requireFreePeriod(db, nom, membre)
  await insertMembre(db, membre)
  return membre
}

async function requireFreePeriod(db: Reader, nom: string, membre: Appartenance, ownId?: string): Promise<void> {
  const autres = (await listMembres(db, membre.reseauId)).filter(
    ({ id, etablissementId }) => etablissementId === membre.etablissementId && id !== ownId,
  )
  const refus = refusDAjouter(nom, membre, autres)
  if (refus !== undefined) throw new AppError('conflict', refus)
}
