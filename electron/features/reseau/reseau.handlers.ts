import { AppError } from '../../../shared/app-error'
import { clesReseau } from '../../../shared/domain/reseau/cles'
import { jourDeReference } from '../../../shared/domain/reseau/perimetre'
import {
  jourDeCreation,
  refusDAjouter,
  refusDEffacer,
  refusDeSupprimerReseau,
} from '../../../shared/domain/reseau/regles'
import type { Reseau } from '../../../shared/domain/reseau/reseau'
import type { reseauContract } from '../../../shared/domain/reseau/reseau.contract'
import type { Reader } from '../../database/tables'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { HandlersOf } from '../../register/handler'
import { afficherFiche, afficherListe } from './affichage'
import { calculerCouverture } from './couverture'
import {
  countLettres,
  countUsages,
  deleteMembre,
  deleteReseau,
  getEtablissementDeReseau,
  getMembre,
  getReseau,
  getTypeReseau,
  insertMembre,
  insertReseau,
  listAutresAppartenances,
  listEtablissementsDeReseaux,
  listMembres,
  listMembresDuJour,
  listPersonnes,
  listPersonnesDuJour,
  listReseaux,
  listTypesConnus,
  updateMembre,
  updateReseau,
} from './reseau.queries'

export const reseauHandlers = {
  'reseau.lister': async ({ db, today }, { anneeId }) =>
    afficherListe(
      await listReseaux(db),
      await listMembresDuJour(db, jourDeReference(anneeId, today())),
      await listPersonnes(db, anneeId),
    ),

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
        nombreLettres: await countLettres(db, id, anneeId),
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
    db.transaction().execute(async (db) => {
      const avant = await getReseau(db, id)
      refuserSiChangeEntreTemps(avant, { champs, attendu })
      const reseau = { ...avant, ...champs } as Reseau
      if (champs.typeId !== undefined) await requireType(db, champs.typeId)
      const cles = clesReseau(reseau)
      await updateReseau(db, id, { ...(champs as Partial<Reseau>), ...cles })
      return { ...reseau, ...cles }
    }),

  'reseau.supprimer': async ({ db }, { id }) =>
    db.transaction().execute(async (db) => {
      const { nom } = await getReseau(db, id)
      const refus = refusDeSupprimerReseau(nom, await countUsages(db, id))
      if (refus !== undefined) throw new AppError('forbidden', refus)
      await deleteReseau(db, id)
      return null
    }),

  'reseau.ajouterMembre': async ({ db, newId }, input) =>
    db.transaction().execute(async (db) => {
      await getReseau(db, input.reseauId)
      const { nom } = await getEtablissementDeReseau(db, input.etablissementId)
      await requireFreePeriod(db, nom, input)
      const membre = { ...input, id: newId() }
      await insertMembre(db, membre)
      return membre
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

async function requireType(db: Reader, typeId: string) {
  const type = await getTypeReseau(db, typeId)
  if (!type)
    throw new AppError('invalid', 'Choisissez un type de réseau.', { fields: { typeId: 'Type de réseau inconnu.' } })
  return type
}

interface Appartenance {
  reseauId: string
  etablissementId: string
  debutLe: string
  finLe: string | null
}

async function requireFreePeriod(db: Reader, nom: string, membre: Appartenance, ownId?: string): Promise<void> {
  const autres = (await listMembres(db, membre.reseauId)).filter(
    ({ id, etablissementId }) => etablissementId === membre.etablissementId && id !== ownId,
  )
  const refus = refusDAjouter(nom, membre, autres)
  if (refus !== undefined) throw new AppError('conflict', refus)
}
