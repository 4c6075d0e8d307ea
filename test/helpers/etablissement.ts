import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '../../electron/register/new-id'
import { clesEtablissement } from '../../shared/domain/etablissement/cles'
import type { Etablissement } from '../../shared/domain/etablissement/etablissement'
import { lettreCleAttendue } from '../../shared/uai'
import type { TestRegistre } from './registre'

/** The n-th fictional UAI of Ille-et-Vilaine, key letter included. */
export function uaiFictif(rang: number): string {
  const chiffres = `035${String(9000 + rang)}`
  return chiffres + (lettreCleAttendue(chiffres) ?? '')
}

let rang = 0

/** A fictional public collège of Rennes, written straight into the register. */
export async function insertEtablissement(
  r: TestRegistre,
  overrides: Partial<Etablissement> = {},
): Promise<Etablissement> {
  rang += 1
  const faits = {
    uai: uaiFictif(rang),
    nom: `Collège ${String(rang)}`,
    commune: 'Rennes',
    nature: 'COLLEGE',
    ...overrides,
  }
  const etablissement: Etablissement = {
    id: newId(),
    type: 'Collège',
    secteur: 'public',
    adresse: '',
    codePostal: '35000',
    departement: '035',
    academieCode: '14',
    telephone: '',
    courriel: '',
    bassinCode: '',
    bassinNom: '',
    zapCode: '',
    zapNom: '',
    educationPrioritaire: '',
    voieGenerale: 0,
    voieTechnologique: 0,
    voieProfessionnelle: 0,
    segpa: 0,
    ulis: 0,
    nombreEleves: null,
    latitude: null,
    longitude: null,
    ouvertLe: null,
    etat: 'ouvert',
    fermeLe: null,
    annuaireLe: '2026-01-15',
    ...clesEtablissement(faits),
    ...faits,
  }
  await r.db.insertInto('etablissement').values(etablissement).execute()
  return etablissement
}

/** Cells of a row of the annuaire, by the API's names of the columns. */
export type LigneDAnnuaire = Record<string, string>

/** One row as published: a public collège of Rennes, open. */
export const ligneAnnuaire = (cellules: LigneDAnnuaire = {}): LigneDAnnuaire => ({
  identifiant_de_l_etablissement: uaiFictif(1),
  nom_etablissement: 'Collège Anita Conti',
  type_etablissement: 'Collège',
  statut_public_prive: 'Public',
  adresse_1: '1 rue des Pins',
  adresse_2: '',
  code_postal: '35000',
  nom_commune: 'Rennes',
  code_departement: '035',
  code_academie: '14',
  telephone: '0299000001',
  mail: 'ce.0359001@ac-rennes.fr',
  ulis: '1',
  segpa: '0',
  appartenance_education_prioritaire: 'REP',
  nombre_d_eleves: '412',
  latitude: '48.11',
  longitude: '-1.68',
  date_ouverture: '1971-09-15',
  date_maj_ligne: '2026-01-15',
  etat: 'OUVERT',
  libelle_nature: 'COLLEGE',
  ...cellules,
})

export type Generation = 'api' | '2023' | 'capitales'

const titres: Record<Generation, (nom: string) => string> = {
  api: (nom) => nom,
  // « Code postal », « Nombre_d_eleves », « latitude »: capitals of their own and one space.
  '2023': (nom) => (nom === 'code_postal' ? 'Code postal' : nom.charAt(0).toUpperCase() + nom.slice(1)),
  capitales: (nom) => nom.toUpperCase(),
}

/** The text of a CSV of the annuaire; columns are those of the first row. */
export function csvAnnuaire(lignes: readonly LigneDAnnuaire[], generation: Generation = '2023'): string {
  const colonnes = Object.keys(lignes[0] ?? ligneAnnuaire())
  const rows = lignes.map((ligne) => colonnes.map((colonne) => ligne[colonne] ?? ''))
  return [colonnes.map(titres[generation]), ...rows].map((row) => `${row.join(';')}\r\n`).join('')
}

/** Writes a file beside the register and gives the token that operations take. */
export function fichierAnnuaire(r: TestRegistre, contenu: string | Uint8Array, nom = 'annuaire.csv'): string {
  const chemin = join(r.dossier, nom)
  writeFileSync(chemin, typeof contenu === 'string' ? `\uFEFF${contenu}` : contenu)
  return r.grant(chemin)
}
