import { academieDuDepartement, codeAcademie, codeDepartement3 } from '../../academies'
import { citer } from '../../analyse'
import { analyserJour, jourValide } from '../../dates'
import { analyserTelephone } from '../../telephone'
import { plier } from '../../text'
import { typographier } from '../../typographie'
import { analyserUai, departementDeUai, uaiValide } from '../../uai'
import type { Etablissement } from '../etablissement/etablissement'
import type { ColonneAnnuaire, Colonnes } from './colonnes'
import { lireType, type PerimetreAnnuaire, retientLieu, retientType } from './perimetre'

/** An établissement as one row of the annuaire describes it; `annuaireLe` null when the file does not say. */
export type EtablissementAnnuaire = Omit<Etablissement, 'id' | 'fermeLe' | 'cleTri' | 'cleRecherche'>

/** Something of a row that is wrong or doubtful: the column, what it holds, a whole sentence, what to write instead. */
export interface Anomalie {
  colonne: ColonneAnnuaire
  valeur: string
  message: string
  suggestion: string | null
}

export type LigneAnnuaire =
  /** Of another place or kind than those wanted; not looked at further. */
  | { sort: 'horsPerimetre'; type: string; departement: string; academieCode: string }
  /** Cannot be imported; `uaiProbable` is the établissement it is probably about. */
  | {
      sort: 'rejetee'
      uai: string
      uaiProbable: string
      nom: string
      commune: string
      type: string
      anomalie: Anomalie
    }
  | { sort: 'lue'; etablissement: EtablissementAnnuaire; anomalies: Anomalie[] }

/** One row of the file, its cells found by what they mean. */
type Cellules = (colonne: ColonneAnnuaire) => string

/** Reads one row; the cells of a row out of the perimeter are not even looked at (60 000 rows in a second). */
export function lireLigne(valeurs: readonly string[], colonnes: Colonnes, perimetre: PerimetreAnnuaire): LigneAnnuaire {
  const cellule: Cellules = (colonne) => {
    const index = colonnes[colonne]
    return index === undefined ? '' : (valeurs[index] ?? '').trim()
  }
  const brut = cellule('uai')
  const departement = lireDepartement(cellule('departement'), brut)
  const academieCode = codeAcademie(cellule('academieCode')) || (academieDuDepartement(departement) ?? '')
  const type = lireType(cellule('type'))
  if (!retientLieu(perimetre, { departement, academieCode }) || !retientType(perimetre, type)) {
    return { sort: 'horsPerimetre', type, departement, academieCode }
  }
  const uai = uaiValide(brut) ? brut : analyserUai(brut)
  if (typeof uai !== 'string' && !uai.ok) {
    return rejeter(cellule, type, uai.suggestion ?? '', 'uai', uai.message, uai.suggestion)
  }
  const code = typeof uai === 'string' ? uai : uai.valeur
  if (cellule('nom') === '') return rejeter(cellule, type, code, 'nom', 'Cet établissement n’a pas de nom.')
  if (!departementPlausible.test(departement)) {
    const attendu = 'Un code de département est attendu, par exemple 035.'
    return rejeter(cellule, type, code, 'departement', attendu, departementDeUai(code))
  }
  const secteur = lireSecteur(cellule('secteur'))
  if (secteur === undefined) {
    const attendu = `${citer(cellule('secteur'))} n’est pas un secteur : Public ou Privé est attendu.`
    return rejeter(cellule, type, code, 'secteur', typographier(attendu))
  }
  const anomalies: Anomalie[] = []
  const lu = lireChamps(cellule, anomalies)
  return { sort: 'lue', etablissement: { ...lu, uai: code, type, secteur, departement, academieCode }, anomalies }
}

function rejeter(
  cellule: Cellules,
  type: string,
  uaiProbable: string,
  colonne: ColonneAnnuaire,
  message: string,
  suggestion: string | null = null,
): LigneAnnuaire {
  const anomalie = { colonne, valeur: cellule(colonne), message, suggestion }
  return {
    sort: 'rejetee',
    uai: cellule('uai'),
    uaiProbable,
    nom: cellule('nom'),
    commune: cellule('commune'),
    type,
    anomalie,
  }
}

type ChampsLus = Omit<EtablissementAnnuaire, 'uai' | 'type' | 'secteur' | 'departement' | 'academieCode'>

/** What no cell can refuse: a doubtful one is left out and said. */
function lireChamps(cellule: Cellules, anomalies: Anomalie[]): ChampsLus {
  const texte = (colonne: ColonneAnnuaire): string => couper(cellule(colonne))
  const douteux = (colonne: ColonneAnnuaire, message: string): null => {
    anomalies.push({ colonne, valeur: cellule(colonne), message: typographier(message), suggestion: null })
    return null
  }
  const nombre = (colonne: ColonneAnnuaire, attendu: string, juste: (valeur: number) => boolean): number | null => {
    const lu = lireNombre(cellule(colonne))
    return lu === null || juste(lu) ? lu : douteux(colonne, `${attendu} est attendu ; cette valeur n’est pas reprise.`)
  }
  return {
    nom: texte('nom'),
    nature: texte('nature'),
    adresse: couper([cellule('adresse1'), cellule('adresse2')].filter(Boolean).join(', ')),
    codePostal: texte('codePostal'),
    commune: texte('commune'),
    telephone: couper(lireTelephone(cellule('telephone'))),
    courriel: texte('courriel'),
    bassinCode: texte('bassinCode'),
    bassinNom: texte('bassinNom'),
    zapCode: texte('zapCode'),
    zapNom: texte('zapNom'),
    educationPrioritaire: texte('educationPrioritaire'),
    voieGenerale: lireBooleen(cellule('voieGenerale')),
    voieTechnologique: lireBooleen(cellule('voieTechnologique')),
    voieProfessionnelle: lireBooleen(cellule('voieProfessionnelle')),
    segpa: lireBooleen(cellule('segpa')),
    ulis: lireBooleen(cellule('ulis')),
    nombreEleves: nombre('nombreEleves', 'Un nombre entier d’élèves', (n) => Number.isInteger(n) && n >= 0),
    latitude: nombre('latitude', 'Un degré entre -90 et 90', (degres) => Math.abs(degres) <= 90),
    longitude: nombre('longitude', 'Un degré entre -180 et 180', (degres) => Math.abs(degres) <= 180),
    ouvertLe: lireJour(cellule('ouvertLe'), () =>
      douteux('ouvertLe', 'Une date d’ouverture est attendue ; cette valeur n’est pas reprise.'),
    ),
    annuaireLe: lireJour(cellule('annuaireLe'), () => null),
    etat: lireEtat(cellule('etat'), () =>
      douteux('etat', 'L’annuaire annonce sa fermeture : il reste ouvert jusqu’à ce que l’annuaire le dise fermé.'),
    ),
  }
}

const departementPlausible = /^(\d{3}|02[AB])$/
/** Longest text of one line the register takes (`schema.ts`). */
const longueurMax = 300
const couper = (texte: string): string => (texte.length > longueurMax ? texte.slice(0, longueurMax) : texte)

function lireDepartement(brut: string, uai: string): string {
  if (brut === '') return departementDeUai(uai.toUpperCase())
  return brut.length === 3 && departementPlausible.test(brut) ? brut : codeDepartement3(brut)
}

/** Offices of the ministry bear no sector: they are public. */
function lireSecteur(brut: string): Etablissement['secteur'] | undefined {
  if (brut === 'Public' || brut === '') return 'public'
  if (brut === 'Privé') return 'prive'
  const plie = plier(brut)
  if (plie.startsWith('public')) return 'public'
  return plie.startsWith('prive') ? 'prive' : undefined
}

const lireBooleen = (brut: string): 0 | 1 => (brut === '1' || /^(oui|true|vrai)$/i.test(brut) ? 1 : 0)

/** Null for an empty cell, NaN for what is no number. */
const lireNombre = (brut: string): number | null => (brut === '' ? null : Number(brut.replace(',', '.')))

function lireJour(brut: string, sinon: () => null): string | null {
  if (brut === '') return null
  if (jourValide(brut)) return brut
  const lecture = analyserJour(brut)
  return lecture.ok ? lecture.valeur : sinon()
}

/** Written alike everywhere, or as published when it is no French number. */
function lireTelephone(brut: string): string {
  if (brut === '') return ''
  const lecture = analyserTelephone(brut)
  return lecture.ok ? lecture.valeur : brut
}

/** « A FERMER » still takes pupils; « FERME » and « A OUVRIR » do not (usage). */
function lireEtat(brut: string, aFermer: () => void): Etablissement['etat'] {
  if (brut === '' || brut === 'OUVERT') return 'ouvert'
  const plie = plier(brut)
  if (plie === 'a fermer') aFermer()
  return plie === 'ouvert' || plie === 'a fermer' ? 'ouvert' : 'ferme'
}
