import { dirname } from 'node:path'
import { creerRegistre } from '../../shared/domain/registre/registre.contract'
import { cleRecherche, cleTri } from '../../shared/text'
import { lettreCleAttendue } from '../../shared/uai'
import { callOperation, testContext } from '../helpers/registre'

/** The whole annuaire, the largest of académies, and twenty years of network memberships. */
const nombres = { etablissements: 65_000, adhesions: 34_000 }
const agents = 300

/** A register of 100 000 rows at `chemin`: établissements, agents with their year, their networks and their letters. */
export async function registreDe100000Lignes(chemin: string, { etablissements, adhesions } = nombres): Promise<void> {
  const context = testContext(dirname(chemin))
  await callOperation(context, creerRegistre, { jeton: context.files.grant(chemin).jeton, academieCode: '14' })
  const { sqlite } = context.session.required
  const terme = (liste: string, code: string) =>
    sqlite.prepare('select id from vocabulaire where liste = ? and code = ?').pluck().get(liste, code)
  const insert = (table: string, row: Record<string, unknown>): void => {
    const columns = Object.keys(row)
    sqlite
      .prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
      .run(Object.values(row))
  }
  sqlite.transaction(() => {
    for (let rang = 0; rang < etablissements; rang += 1) insert('etablissement', etablissement(rang))
    for (let rang = 0; rang < 30; rang += 1) insert('reseau', reseau(rang, terme('typeReseau', 'FOQUALE')))
    for (let rang = 0; rang < adhesions; rang += 1) {
      insert('reseauMembre', {
        id: `m${String(rang)}`,
        reseauId: `r${String(rang % 30)}`,
        etablissementId: `e${String(rang)}`,
        debutLe: '2024-09-01',
        finLe: null,
      })
    }
    for (let rang = 0; rang < agents; rang += 1) {
      const annee = {
        roleId: terme('role', 'COORD_RESEAU'),
        regimeId: terme('regimeService', 'H1404'),
        residenceId: `e${String(rang)}`,
      }
      insert('agent', agent(rang))
      insert('affectation', {
        id: `f${String(rang)}`,
        agentId: `a${String(rang)}`,
        anneeId: '2026-2027',
        quotite: 100,
        heuresEnseignementHebdo: null,
        debutLe: '2026-09-01',
        finLe: '2027-08-31',
        observations: '',
        ...annee,
      })
      insert('affectationReseau', {
        id: `x${String(rang)}`,
        affectationId: `f${String(rang)}`,
        reseauId: `r${String(rang % 30)}`,
      })
      insert('lettreDeMission', { ...lettre(rang), ...annee })
    }
  })()
  context.session.close()
}

function etablissement(rang: number): Record<string, unknown> {
  const chiffres = `${String(10 + Math.floor(rang / 10_000)).padStart(3, '0')}${String(rang % 10_000).padStart(4, '0')}`
  const uai = `${chiffres}${lettreCleAttendue(chiffres) ?? ''}`
  const nom = `Collège n° ${String(rang)}`
  const vides = Object.fromEntries(
    [
      'adresse',
      'codePostal',
      'telephone',
      'courriel',
      'bassinCode',
      'bassinNom',
      'zapCode',
      'zapNom',
      'educationPrioritaire',
    ].map((cle) => [cle, '']),
  )
  const drapeaux = Object.fromEntries(
    ['voieGenerale', 'voieTechnologique', 'voieProfessionnelle', 'segpa', 'ulis'].map((cle) => [cle, 0]),
  )
  return {
    ...{
      id: `e${String(rang)}`,
      uai,
      nom,
      type: 'Collège',
      nature: 'COLLEGE',
      secteur: 'public',
      commune: 'Rennes',
      departement: '035',
      academieCode: '14',
    },
    ...vides,
    ...drapeaux,
    ...{ etat: 'ouvert', cleTri: cleTri(nom), cleRecherche: cleRecherche(`${uai} ${nom} Rennes`) },
  }
}

const reseau = (rang: number, typeId: unknown): Record<string, unknown> => ({
  ...{
    id: `r${String(rang)}`,
    code: `R${String(rang)}`,
    nom: `Réseau ${String(rang)}`,
    typeId,
    bassin: '',
    animateur: '',
    problematique: '',
    actif: 1,
  },
  ...{ cleTri: cleTri(`Réseau ${String(rang)}`), cleRecherche: cleRecherche(`Réseau ${String(rang)}`) },
})

function agent(rang: number): Record<string, unknown> {
  const nom = `NOM ${String(rang)}`
  return {
    ...{
      id: `a${String(rang)}`,
      nom,
      prenom: 'Prénom',
      courriel: '',
      telephone: '',
      grade: '',
      discipline: '',
      cplds: 'non',
      observations: '',
    },
    ...{ cleTri: cleTri(nom), cleRecherche: cleRecherche(nom) },
  }
}

const lettre = (rang: number): Record<string, unknown> => ({
  ...{
    id: `l${String(rang)}`,
    agentId: `a${String(rang)}`,
    anneeId: '2026-2027',
    version: 1,
    etat: 'brouillon',
    active: 1,
    modele: 'coordonnateur',
  },
  ...{
    reference: '',
    dateEffetLe: '2026-09-01',
    finLe: '2027-08-31',
    quotite: 100,
    heuresDues: 1404,
    heuresMasquees: 0,
  },
  ...{ perimetre: '', instances: '', moyens: '', suivi: '', observations: '' },
})
