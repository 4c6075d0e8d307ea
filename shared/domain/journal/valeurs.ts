import { academieDeCode } from '../../academies'
import { formatInstant, formatJour, partiesLocales } from '../../dates'
import { libelleDepartement } from '../../departements'
import { formatMontant } from '../../money'
import { formatHeures, formatNombre, formatPourcent } from '../../nombres'
import { type GenreCourriel, libellesGenreCourriel } from '../courriel/courriel'
import type { Poste, RegimeCouts } from '../fse/fse'
import { libellesPoste, libellesRegime } from '../fse/postes'
import { nommerNature } from '../importation/importation'
import { type EcranDeJalon, libellesEcran } from '../jalon/jalon'
import { libelleEtape } from '../lettre-de-mission/etats'
import type { Academie } from '../parametres/academie'
import { libellesAutorite, libellesGrille } from '../parametres/academie.libelles'
import { libelleCategorie, type ListeVocabulaire, titresVocabulaire } from '../vocabulaire/vocabulaire'
import { genresDeFiche, type Ligne, type Lire, nomDuModele } from './fiches.donnees'

const booleens = new Set([
  'actif',
  'active',
  'demonstration',
  'gpds',
  'heuresMasquees',
  'segpa',
  'ulis',
  'voieGenerale',
  'voieProfessionnelle',
  'voieTechnologique',
])
const pourcentages = new Set(['quotite', 'pourcentage', 'taux'])

/** Which table an identifier column designates; from the file's own foreign keys. */
export type References = Readonly<Record<string, string>>

/** Columns that designate a record of the table that `sujet` names. */
const duSujet = new Set(['sujetId', 'premierId', 'secondId'])

/** Columns whose text is a whole description: it is told, not written out. */
const descriptions = new Set([
  'bilanArrete.contenu',
  'correspondanceImport.colonnes',
  'importFait.contenu',
  'lettreFigee.contenu',
  'vue.contenu',
])

export interface ValeurAAfficher {
  table: string
  champ: string
  /** The row that has the value: some values say nothing without another column. */
  ligne: Ligne
}

/** A stored value as the screens write it: « 80 % », « 31/08/2026 », the name of the record designated; « — » when absent. */
export function afficherValeur({ table, champ, ligne }: ValeurAAfficher, references: References, lire: Lire): string {
  const valeur = ligne[champ]
  if (valeur === null || valeur === undefined || valeur === '') return '—'
  const cible = duSujet.has(champ) ? String(ligne['sujet']) : references[champ]
  if (cible !== undefined && typeof valeur === 'string') return afficherFiche(cible, valeur, lire)
  if (valeur instanceof Uint8Array) return `${formatNombre(valeur.byteLength / 1024, 0)} Ko`
  if (typeof valeur === 'string') return afficherTexte(table, champ, valeur, lire)
  if (typeof valeur !== 'number') return '—'
  if (booleens.has(champ)) return valeur === 1 ? 'oui' : 'non'
  if (champ.endsWith('Cents')) return formatMontant(valeur)
  if (pourcentages.has(champ)) return formatPourcent(valeur)
  if (/^heures|Heures$/.test(champ)) return formatHeures(valeur)
  return formatNombre(valeur, 6)
}

function afficherFiche(table: string, id: string, lire: Lire): string {
  const ligne = lire(table, id)
  return ligne === null ? 'fiche supprimée' : (genresDeFiche[table]?.libelle(ligne, lire) ?? 'fiche')
}

function afficherTexte(table: string, champ: string, valeur: string, lire: Lire): string {
  if (/^(le|.*Le)$/.test(champ) && /^\d{4}-\d{2}-\d{2}$/.test(valeur)) return formatJour(valeur)
  if (/At$/.test(champ)) return formatInstant(partiesLocales(valeur), '')
  if (descriptions.has(`${table}.${champ}`)) return `${formatNombre(valeur.length)} caractères`
  if (table === 'modeleLettre' && champ === 'contenu') return textesDe(valeur)
  const code = codes[`${table}.${champ}`] ?? codes[champ]
  return code?.(valeur, lire) ?? enClair[valeur] ?? valeur
}

/** The sentences that a JSON holds, in their order: what reads as a text, not the codes. */
function textesDe(json: string): string {
  const textes: string[] = []
  JSON.parse(json, (_, valeur: unknown) => {
    if (typeof valeur === 'string' && valeur.includes(' ')) textes.push(valeur)
    return valeur
  })
  return textes.join(' / ')
}

/** Columns that hold a code of ours: what it says; undefined for one that the list does not have. */
const codes: Readonly<Record<string, (code: string, lire: Lire) => string | undefined>> = {
  academieCode: (code) => academieDeCode(code)?.nom,
  departement: libelleDepartement,
  modele: nomDuModele,
  regimeCouts: (code) => libellesRegime[code as RegimeCouts],
  sujet: (table) => genresDeFiche[table]?.un,
  'academie.grilleActivite': (code) => libellesGrille[code as Academie['grilleActivite']],
  'academie.titreAutorite': (code) => libellesAutorite[code as Academie['titreAutorite']],
  'correspondanceImport.nature': nommerNature,
  'jalon.ecran': (code) => libellesEcran[code as EcranDeJalon],
  'lettreEvenement.etape': libelleEtape,
  'ligneFse.poste': (code) => `${code} – ${libellesPoste[code as Poste]}`,
  'texteCourriel.genre': (code) => libellesGenreCourriel[code as GenreCourriel],
  'vocabulaire.categorie': libelleCategorie,
  'vocabulaire.liste': (code) => titresVocabulaire[code as ListeVocabulaire],
}

/** Codes on which the program branches, in words. */
const enClair: Readonly<Record<string, string>> = {
  madame: 'Madame',
  monsieur: 'Monsieur',
  enCours: 'en cours',
  ferme: 'fermé',
  prive: 'privé',
  brouillon: 'brouillon',
  enConcertation: 'en concertation',
  aLaSignature: 'à la signature',
  signeeEnPartie: 'signée en partie',
  signee: 'signée',
  remise: 'remise',
  bilanDemande: 'rapport demandé',
  bilanRecu: 'rapport reçu',
  annulee: 'annulée',
  initiale: 'lettre',
  remplacement: 'annule et remplace',
  nonRenseignee: 'non renseignée',
  enPartie: 'en partie',
  nonAtteint: 'non atteint',
  depart: 'départ',
  finContrat: 'fin de contrat',
  conge: 'congé',
  sansMission: 'sans mission cette année',
  toutes: 'toutes',
  cio: 'en CIO',
  horsCio: 'hors CIO',
  deposee: 'déposée',
  enInstruction: 'en instruction',
  conventionnee: 'conventionnée',
  terminee: 'terminée',
  soldee: 'soldée',
  abandonnee: 'abandonnée',
  sansObjet: 'sans objet',
  aFaire: 'à faire',
  aFournir: 'à fournir',
  enAttente: 'en attente',
  depense: 'dépense',
  heuresParAn: 'heures par an',
  joursParSemaine: 'jours par semaine',
  etablissements: 'établissements',
  lettres: 'lettres de mission',
  operations: 'opérations FSE',
  reseaux: 'réseaux',
}

/** Longer than this, only what differs is shown. */
const longueur = 240
const autour = 60

/** Two long texts, each cut down to what differs and a few words around; shorter ones are whole. */
export function extraitsDifferents(avant: string, apres: string): [string, string] {
  if (Math.max(avant.length, apres.length) <= longueur) return [avant, apres]
  const court = Math.min(avant.length, apres.length)
  let debut = 0
  while (debut < court && avant[debut] === apres[debut]) debut += 1
  let fin = 0
  while (fin < court - debut && avant.at(-1 - fin) === apres.at(-1 - fin)) fin += 1
  return [extrait(avant, debut, fin), extrait(apres, debut, fin)]
}

function extrait(texte: string, debut: number, fin: number): string {
  const [premier, dernier] = [Math.max(0, debut - autour), Math.min(texte.length, texte.length - fin + autour)]
  const du = premier === 0 ? 0 : texte.indexOf(' ', premier) + 1
  const espace = texte.lastIndexOf(' ', dernier)
  const au = dernier === texte.length || espace <= du ? dernier : espace
  return `${du > 0 ? '… ' : ''}${texte.slice(Math.min(du, debut), au)}${au < texte.length ? ' …' : ''}`
}
