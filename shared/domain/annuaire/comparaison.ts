import { formatJour } from '../../dates'
import { nomDepartement } from '../../departements'
import { formatNombre } from '../../nombres'
import type { Etablissement } from '../etablissement/etablissement'
import type { Changement } from '../importation/plan'
import type { ColonneAnnuaire, Colonnes } from './colonnes'
import type { EtablissementAnnuaire } from './lecture'
import { type PerimetreAnnuaire, retientLieu, retientType } from './perimetre'

type Champ = Exclude<keyof EtablissementAnnuaire, 'uai' | 'annuaireLe'>

/** Fields the annuaire keeps up to date, with the words of the preview and the columns that say them. */
const champs: Record<
  Champ,
  { libelle: string; colonnes: readonly ColonneAnnuaire[]; type?: 'booleen' | 'jour' | 'nombre' }
> = {
  nom: { libelle: 'Nom', colonnes: ['nom'] },
  type: { libelle: 'Type', colonnes: ['type'] },
  nature: { libelle: 'Nature', colonnes: ['nature'] },
  secteur: { libelle: 'Secteur', colonnes: ['secteur'] },
  adresse: { libelle: 'Adresse', colonnes: ['adresse1', 'adresse2'] },
  codePostal: { libelle: 'Code postal', colonnes: ['codePostal'] },
  commune: { libelle: 'Commune', colonnes: ['commune'] },
  departement: { libelle: 'Département', colonnes: ['departement'] },
  academieCode: { libelle: 'Académie', colonnes: ['academieCode'] },
  telephone: { libelle: 'Téléphone', colonnes: ['telephone'] },
  courriel: { libelle: 'Courriel', colonnes: ['courriel'] },
  bassinCode: { libelle: 'Code du bassin', colonnes: ['bassinCode'] },
  bassinNom: { libelle: 'Bassin', colonnes: ['bassinNom'] },
  zapCode: { libelle: 'Code de la ZAP', colonnes: ['zapCode'] },
  zapNom: { libelle: 'ZAP', colonnes: ['zapNom'] },
  educationPrioritaire: { libelle: 'Éducation prioritaire', colonnes: ['educationPrioritaire'] },
  voieGenerale: { libelle: 'Voie générale', colonnes: ['voieGenerale'], type: 'booleen' },
  voieTechnologique: { libelle: 'Voie technologique', colonnes: ['voieTechnologique'], type: 'booleen' },
  voieProfessionnelle: { libelle: 'Voie professionnelle', colonnes: ['voieProfessionnelle'], type: 'booleen' },
  segpa: { libelle: 'SEGPA', colonnes: ['segpa'], type: 'booleen' },
  ulis: { libelle: 'ULIS', colonnes: ['ulis'], type: 'booleen' },
  nombreEleves: { libelle: 'Élèves', colonnes: ['nombreEleves'], type: 'nombre' },
  latitude: { libelle: 'Latitude', colonnes: ['latitude'], type: 'nombre' },
  longitude: { libelle: 'Longitude', colonnes: ['longitude'], type: 'nombre' },
  ouvertLe: { libelle: 'Ouvert le', colonnes: ['ouvertLe'], type: 'jour' },
  etat: { libelle: 'État', colonnes: ['etat'] },
}

/** An empty cell of these says something; an empty cell of the others leaves what the register holds. */
const videSignifie: ReadonlySet<Champ> = new Set(['educationPrioritaire'])

/** Fields that the columns of this file keep up to date. An établissement found in the file is always open or closed. */
export const champsPresents = (colonnes: Colonnes): Champ[] =>
  (Object.keys(champs) as Champ[]).filter(
    (champ) => champ === 'etat' || champs[champ].colonnes.some((colonne) => colonnes[colonne] !== undefined),
  )

export interface Ecart {
  /** Values to write. */
  valeurs: Partial<EtablissementAnnuaire>
  changements: Changement[]
}

/** What a row of the annuaire changes in the register's record: nothing is lost to an empty cell. */
export function comparer(avant: Etablissement, apres: EtablissementAnnuaire, presents: readonly Champ[]): Ecart {
  const valeurs: Partial<Record<Champ, unknown>> = {}
  const changements: Changement[] = []
  for (const champ of presents) {
    const [ancien, nouveau] = [avant[champ], apres[champ]]
    if (ancien === nouveau || ((nouveau === '' || nouveau === null) && !videSignifie.has(champ))) continue
    valeurs[champ] = nouveau
    changements.push({ champ, libelle: champs[champ].libelle, avant: dire(champ, ancien), apres: dire(champ, nouveau) })
  }
  return { valeurs: valeurs as Partial<EtablissementAnnuaire>, changements }
}

const mots: Partial<Record<Champ, Record<string, string>>> = {
  secteur: { public: 'public', prive: 'privé' },
  etat: { ouvert: 'ouvert', ferme: 'fermé' },
}

function dire(champ: Champ, valeur: string | number | null): string {
  if (valeur === null || valeur === '') return ''
  const { type } = champs[champ]
  if (type === 'booleen') return valeur === 1 ? 'oui' : 'non'
  if (typeof valeur === 'number') return formatNombre(valeur, 5)
  if (type === 'jour') return formatJour(valeur)
  return champ === 'departement' ? nomDepartement(valeur) : (mots[champ]?.[valeur] ?? valeur)
}

/** Place and kind together: what a file must hold something of, before the absence of a record says anything. */
export const cleDePresence = ({ departement, type }: Pick<Etablissement, 'departement' | 'type'>): string =>
  `${departement} ${type}`

interface Absence {
  /** UAI of every row of the file, those refused included. */
  vus: ReadonlySet<string>
  /** `cleDePresence` of every row read: a file of collèges alone says nothing of the lycées. */
  presents: ReadonlySet<string>
  perimetre: PerimetreAnnuaire
}

/**
 * Records that the annuaire no longer has: open, of the perimeter, once found in an annuaire (those typed by hand are
 * not the annuaire's to close), of a place and kind of which the file holds others.
 */
export const absents = (
  enregistres: readonly Etablissement[],
  { vus, presents, perimetre }: Absence,
): Etablissement[] =>
  enregistres.filter(
    (etablissement) =>
      etablissement.etat === 'ouvert' &&
      etablissement.annuaireLe !== null &&
      !vus.has(etablissement.uai) &&
      presents.has(cleDePresence(etablissement)) &&
      retientLieu(perimetre, etablissement) &&
      retientType(perimetre, etablissement.type),
  )
