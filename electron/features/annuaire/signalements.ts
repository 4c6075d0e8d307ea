import { academieDeCode } from '../../../shared/academies'
import type { Anomalie } from '../../../shared/domain/annuaire/lecture'
import { type PerimetreAnnuaire, retientLieu, retientType } from '../../../shared/domain/annuaire/perimetre'
import { libelleDepartement } from '../../../shared/departements'
import { direUsages, type UsagesEtablissement } from '../../../shared/domain/etablissement/regles'
import type { Signalement } from '../../../shared/domain/importation/plan'
import { compte, formatNombre } from '../../../shared/nombres'
import { typographier } from '../../../shared/typographie'
import { columnName } from '../../documents/cell-ref'
import type { FichierAnnuaire } from './fichier'
import type { AFermer, Contenu, LigneNouvelle, LigneRejetee, PlanAnnuaire } from './plan'

/** What was read of the file and decided against the register: all that is said of an import. */
export interface FaitsAnnuaire {
  fichier: FichierAnnuaire
  plan: PlanAnnuaire
  perimetre: PerimetreAnnuaire
  academie: { nom: string; nomComplement: string }
  usages: ReadonlyMap<string, UsagesEtablissement>
  /** Cells that the user corrected, and what the file says in those of the rows read. */
  corrections: readonly { cellule: string; valeur: string }[]
  origines: ReadonlyMap<string, string>
}

function signaler(
  { fichier }: FaitsAnnuaire,
  numero: number,
  { colonne, valeur, message, suggestion }: Anomalie,
  gravite: Signalement['gravite'],
): Signalement {
  const cellule = `${columnName((fichier.colonnes[colonne] ?? 0) + 1)}${String(numero)}`
  const regle = `annuaire.${colonne}`
  return {
    feuille: fichier.nom,
    cellule,
    ligne: numero,
    valeur,
    message,
    suggestion,
    correction: suggestion,
    gravite,
    regle,
  }
}

export const signalerRejet = (faits: FaitsAnnuaire, { numero, ligne }: LigneRejetee): Signalement =>
  signaler(faits, numero, ligne.anomalie, 'bloquant')

export const signalerDoutes = (faits: FaitsAnnuaire, { numero, anomalies }: LigneNouvelle): Signalement[] =>
  anomalies.map((anomalie) => signaler(faits, numero, anomalie, 'alerte'))

export function signalerDoublon(faits: FaitsAnnuaire, { numero, lu }: LigneNouvelle): Signalement {
  const message = `Le code ${lu.uai} figure déjà plus haut dans le fichier : cette ligne est laissée de côté.`
  return signaler(
    faits,
    numero,
    { colonne: 'uai', valeur: lu.uai, message: typographier(message), suggestion: null },
    'alerte',
  )
}

/** A record that would be closed while something still names it. */
export function signalerFermeture(faits: FaitsAnnuaire, { avant, numero }: AFermer): Signalement[] {
  const siens = faits.usages.get(avant.id)
  if (!siens) return []
  const raison = numero === null ? 'n’est plus dans l’annuaire' : 'est fermé dans l’annuaire'
  const message = typographier(`« ${avant.nom} » (${avant.uai}) ${raison} et reste utilisé par ${direUsages(siens)}.`)
  const signalement = signaler(
    faits,
    numero ?? 0,
    { colonne: 'etat', valeur: avant.uai, message, suggestion: null },
    'alerte',
  )
  return [numero === null ? { ...signalement, cellule: '', ligne: null } : signalement]
}

/** Whole sentences on the file and the perimeter. */
export function composerAvertissements({ fichier, plan, perimetre, academie }: FaitsAnnuaire): string[] {
  const phrases = [...fichier.csv.avertissements]
  const retenues = plan.contenu.filter((contenu) => retientLieu(perimetre, contenu))
  const lieu =
    perimetre.departements.length > 0
      ? `le département ${perimetre.departements.map(libelleDepartement).join(', ')}`
      : `l’académie ${academie.nomComplement === '' ? academie.nom : academie.nomComplement}`
  if (plan.lues === 0) {
    phrases.push('Le fichier a bien les colonnes de l’annuaire, mais aucune ligne.')
  } else if (retenues.length === 0) {
    phrases.push(
      `Aucune des ${formatNombre(plan.lues)} lignes ne concerne ${lieu}. Le fichier contient : ${direAcademies(plan.contenu)}.`,
    )
  } else if (!retenues.some(({ type }) => retientType(perimetre, type))) {
    phrases.push(`Aucun établissement du type demandé pour ${lieu}.`)
  }
  const absents = plan.fermees.filter(({ numero }) => numero === null).length
  const connus = plan.inchangees + plan.modifiees.length
  if (absents >= 10 && absents > connus / 4) {
    phrases.push(
      `${compte(absents, 'établissement')} du registre ne sont pas dans ce fichier et seraient fermés : vérifiez que le fichier est complet.`,
    )
  }
  return phrases.map(typographier)
}

function direAcademies(contenu: readonly Contenu[]): string {
  const parAcademie = new Map<string, number>()
  for (const { academieCode, lignes } of contenu) {
    parAcademie.set(academieCode, (parAcademie.get(academieCode) ?? 0) + lignes)
  }
  const dites = [...parAcademie].toSorted(([, a], [, b]) => b - a)
  const premieres = dites.slice(0, 5).map(([code, lignes]) => {
    const nom = academieDeCode(code)?.nom ?? (code === '' ? 'académie non dite' : `académie ${code}`)
    return `${nom} (${formatNombre(lignes)})`
  })
  return premieres.join(', ') + (dites.length > premieres.length ? '…' : '')
}
