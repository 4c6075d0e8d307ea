import { AppError } from '../../../shared/app-error'
import { clesReseau } from '../../../shared/domain/reseau/cles'
import { jourDeReference } from '../../../shared/domain/reseau/perimetre'
import { jourDeCreation, refusDAjouter, refusDEffacer } from '../../../shared/domain/reseau/regles'
import type { Reseau, ReseauMembre } from '../../../shared/domain/reseau/reseau'
import type { reseauContract, SuiteDesMembres } from '../../../shared/domain/reseau/reseau.contract'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { Database, Reader } from '../../database/tables'
import type { Context } from '../../register/context'
import type { HandlersOf } from '../../register/handler'
import { supprimerFiche } from '../../liste/suppression'
import { afficherFiche } from './affichage'
import { calculerCouverture } from './couverture'
import { ecrireReseau, requireType, suppressionDeReseau } from './reseau.ecriture'
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
      await supprimerFiche(db, suppressionDeReseau, id)
      return null
    }),

  'reseau.ajouterMembre': async ({ db, newId }, membre) =>
    db.transaction().execute((db) => ajouter(db, { ...membre, id: newId() })),

  'reseau.ajouterMembres': ({ db, newId }, { membres }) =>
    chacun(db, membres, {
      etablissementDe: (_, { etablissementId }) => Promise.resolve(etablissementId),
      faire: (db, membre) => ajouter(db, { ...membre, id: newId() }),
    }),

  'reseau.modifierMembres': ({ db }, { membres }) =>
    chacun(db, membres, {
      etablissementDe: (db, { id }) => etablissementDe(db, id),
      faire: async (db, { id, champs, attendu }) => {
        const presente = await getMembre(db, id)
        refuserSiChangeEntreTemps(presente, { champs, attendu })
        const jours = champs as Partial<ReseauMembre>
        const membre = { ...presente, ...jours }
        const { nom } = await getEtablissementDeReseau(db, membre.etablissementId)
        await requireFreePeriod(db, nom, membre, id)
        await updateMembre(db, id, jours)
      },
    }),

  'reseau.supprimerMembres': ({ db, today }, { ids }) =>
    chacun(db, ids, {
      etablissementDe,
      faire: async (db, id) => {
        const { debutLe } = await getMembre(db, id)
        const refus = refusDEffacer({ debutLe, ecritLe: jourDeCreation(id) }, today())
        if (refus !== undefined) throw new AppError('forbidden', refus)
        await deleteMembre(db, id)
      },
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

const etablissementDe = async (db: Reader, membreId: string): Promise<string> =>
  (await getMembre(db, membreId)).etablissementId

/** Each in turn, in one transaction; what its rule refuses is left, with its sentence. */
function chacun<Quoi>(
  db: Context['db'],
  choses: readonly Quoi[],
  geste: {
    etablissementDe: (db: Reader, quoi: Quoi) => Promise<string>
    faire: (db: Database, quoi: Quoi) => Promise<unknown>
  },
): Promise<SuiteDesMembres> {
  return db.transaction().execute(async (db) => {
    const refus: SuiteDesMembres['refus'] = []
    for (const [rang, quoi] of choses.entries()) {
      const { nom } = await getEtablissementDeReseau(db, await geste.etablissementDe(db, quoi))
      try {
        await geste.faire(db, quoi)
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'notFound') throw error
        refus.push({ rang, nom, message: error.message })
      }
    }
    return { faits: choses.length - refus.length, refus }
  })
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
