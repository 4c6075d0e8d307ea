import { academieDuDepartement } from '../../../shared/academies'
import { clesEtablissement } from '../../../shared/domain/etablissement/cles'
import type { Etablissement } from '../../../shared/domain/etablissement/etablissement'
import type { etablissementContract } from '../../../shared/domain/etablissement/etablissement.contract'
import { jourDeReference } from '../../../shared/domain/reseau/perimetre'
import { departementDeUai } from '../../../shared/uai'
import type { Database } from '../../database/tables'
import type { HandlersOf } from '../../register/handler'
import { supprimerFiche } from '../../liste/suppression'
import { afficherFiche } from './affichage'
import { ecrireEtablissement, readUai, suppressionDEtablissement } from './etablissement.ecriture'
import {
  countEtablissements,
  getAcademieCode,
  getEtablissement,
  insertEtablissement,
  listAppartenances,
  listEtablissements,
  listLettresDEtablissement,
  listReseauxDEtablissement,
  listResidents,
  searchEtablissements,
  updateEtablissement,
} from './etablissement.queries'

export const etablissementHandlers = {
  'etablissement.lister': async ({ db, today }, { anneeId, departements }) => ({
    lignes: await listEtablissements(db, departements),
    appartenances: await listAppartenances(db, jourDeReference(anneeId, today())),
  }),

  'etablissement.compter': ({ db }) => countEtablissements(db),

  'etablissement.lire': async ({ db, today }, { id, anneeId }) =>
    afficherFiche(
      {
        etablissement: await getEtablissement(db, id),
        ...(await listReseauxDEtablissement(db, id)),
        lettres: await listLettresDEtablissement(db, id, anneeId),
        residents: await listResidents(db, id, anneeId),
      },
      jourDeReference(anneeId, today()),
    ),

  'etablissement.chercher': ({ db }, { texte }) => searchEtablissements(db, texte),

  'etablissement.creer': async ({ db, newId }, input) =>
    db.transaction().execute(async (db) => {
      const uai = await readUai(db, input.uai)
      const departement = input.departement ?? departementDeUai(uai)
      const academieCode = input.academieCode ?? academieDuDepartement(departement) ?? (await getAcademieCode(db)).code
      const champs = { ...input, uai, departement, academieCode }
      const etablissement: Etablissement = {
        ...champs,
        ...clesEtablissement(champs),
        id: newId(),
        etat: 'ouvert',
        fermeLe: null,
        annuaireLe: null,
      }
      await insertEtablissement(db, etablissement)
      return etablissement
    }),

  'etablissement.modifier': async ({ db }, { id, champs, attendu }) =>
    db.transaction().execute((db) => ecrireEtablissement(db, id, champs as Partial<Etablissement>, attendu)),

  'etablissement.supprimer': async ({ db }, { id }) =>
    db.transaction().execute(async (db) => {
      await supprimerFiche(db, suppressionDEtablissement, id)
      return null
    }),

  'etablissement.fermer': ({ db }, { id, fermeLe }) => changeEtat(db, id, { etat: 'ferme', fermeLe }),

  'etablissement.rouvrir': ({ db }, { id }) => changeEtat(db, id, { etat: 'ouvert', fermeLe: null }),
} satisfies HandlersOf<typeof etablissementContract>

type Etat = Pick<Etablissement, 'etat' | 'fermeLe'>

function changeEtat(db: Database, id: string, etat: Etat): Promise<Etablissement> {
  return db.transaction().execute(async (db) => {
    const etablissement = await getEtablissement(db, id)
    await updateEtablissement(db, id, etat)
    return { ...etablissement, ...etat }
  })
}
