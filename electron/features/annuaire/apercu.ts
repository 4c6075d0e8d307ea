import { academieDeCode } from '../../../shared/academies'
import type { ComptesAnnuaire, LigneApercu, RapportAnnuaire } from '../../../shared/domain/annuaire/annuaire.contract'
import type { Anomalie } from '../../../shared/domain/annuaire/lecture'
import { type PerimetreAnnuaire, retientLieu, retientType } from '../../../shared/domain/annuaire/perimetre'
import { direUsages, type UsagesEtablissement } from '../../../shared/domain/etablissement/regles'
import { libelleDepartement } from '../../../shared/departements'
import type { Signalement } from '../../../shared/domain/importation/plan'
import { compte, formatNombre } from '../../../shared/nombres'
import { typographier } from '../../../shared/typographie'
import { columnName } from '../../documents/cell-ref'
import type { FichierAnnuaire } from './fichier'
import type { Contenu, LigneNouvelle, LigneRejetee, PlanAnnuaire } from './plan'

export interface FaitsAnnuaire {
  fichier: FichierAnnuaire
  plan: PlanAnnuaire
  perimetre: PerimetreAnnuaire
  academie: { nom: string; nomComplement: string }
  usages: ReadonlyMap<string, UsagesEtablissement>
}

export function compterPlan({ plan, usages }: Pick<FaitsAnnuaire, 'plan' | 'usages'>): ComptesAnnuaire {
  return {
    lues: plan.lues,
    horsPerimetre: plan.horsPerimetre,
    nouvelles: plan.nouvelles.length,
    modifiees: plan.modifiees.length,
    rouvertes: plan.modifiees.filter(({ rouverte }) => rouverte).length,
    inchangees: plan.inchangees,
    rejetees: plan.rejetees.length,
    doublons: plan.doublons.length,
    fermees: plan.fermees.length,
    fermeesUtilisees: plan.fermees.filter(({ avant }) => usages.has(avant.id)).length,
  }
}

/** Counts, findings and sentences: what the terminal reports and what the import answers. */
export function composerRapport(faits: FaitsAnnuaire): RapportAnnuaire {
  const { plan } = faits
  const { nouvelles, modifiees, douteuses } = plan
  const signalements = [
    ...plan.rejetees.map((ligne) => signalerRejet(faits, ligne)),
    ...plan.doublons.map((ligne) => signalerDoublon(faits, ligne)),
    ...[nouvelles, modifiees, douteuses].flat().flatMap((ligne) => signalerDoutes(faits, ligne)),
  ]
  return {
    ...compterPlan(faits),
    signalements: signalements.toSorted((a, b) => (a.ligne ?? 0) - (b.ligne ?? 0)),
    avertissements: composerAvertissements(faits),
  }
}

/** The lines of the preview: what deserves a look first, then what is written, in the order of the file. */
export function composerLignes(faits: FaitsAnnuaire): LigneApercu[] {
  const { plan, usages } = faits
  return [
    ...plan.rejetees.map((rejet): LigneApercu => {
      const { uai, nom, type, commune } = rejet.ligne
      const signalements = [signalerRejet(faits, rejet)]
      return {
        ...vide,
        cle: `r${String(rejet.numero)}`,
        numero: rejet.numero,
        sort: 'rejetee',
        uai,
        nom,
        type,
        commune,
        signalements,
      }
    }),
    ...plan.fermees.map(({ avant, numero }): LigneApercu => {
      const { id, uai, nom, type, commune } = avant
      const siens = usages.get(id)
      return {
        ...vide,
        cle: id,
        numero,
        sort: 'fermee',
        uai,
        nom,
        type,
        commune,
        usages: siens ? direUsages(siens) : '',
      }
    }),
    ...plan.modifiees.map(({ rouverte, changements, avant, ...ligne }): LigneApercu => ({
      ...afficherLue(faits, ligne),
      nom: avant.nom,
      commune: avant.commune,
      sort: rouverte ? 'rouverte' : 'modifiee',
      changements,
    })),
    ...plan.doublons.map((ligne): LigneApercu => ({
      ...afficherLue(faits, ligne),
      sort: 'doublon',
      signalements: [signalerDoublon(faits, ligne)],
    })),
    ...plan.nouvelles.map((ligne) => afficherLue(faits, ligne)),
  ]
}

const vide = { changements: [], usages: '', signalements: [] }

function afficherLue(faits: FaitsAnnuaire, ligne: LigneNouvelle): LigneApercu {
  const { uai, nom, type, commune } = ligne.lu
  const cle = `l${String(ligne.numero)}`
  return {
    ...vide,
    cle,
    numero: ligne.numero,
    sort: 'nouvelle',
    uai,
    nom,
    type,
    commune,
    signalements: signalerDoutes(faits, ligne),
  }
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

const signalerRejet = (faits: FaitsAnnuaire, { numero, ligne }: LigneRejetee): Signalement =>
  signaler(faits, numero, ligne.anomalie, 'bloquant')

const signalerDoutes = (faits: FaitsAnnuaire, { numero, anomalies }: LigneNouvelle): Signalement[] =>
  anomalies.map((anomalie) => signaler(faits, numero, anomalie, 'alerte'))

function signalerDoublon(faits: FaitsAnnuaire, { numero, lu }: LigneNouvelle): Signalement {
  const message = `Le code ${lu.uai} figure déjà plus haut dans le fichier : cette ligne est laissée de côté.`
  return signaler(
    faits,
    numero,
    { colonne: 'uai', valeur: lu.uai, message: typographier(message), suggestion: null },
    'information',
  )
}

function composerAvertissements({ fichier, plan, perimetre, academie }: FaitsAnnuaire): string[] {
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
