import { formatJour } from '../../dates'
import { formatMontant, tronquerPourcent } from '../../money'
import { formatPourcent } from '../../nombres'
import type { OperationFse } from '../fse/fse'
import { calculerPlan, totauxParPoste } from '../fse/plan-de-financement'
import { libellesPoste } from '../fse/postes'
import { lettreDeColonne, texteDeCellule } from './classeur'
import type { LigneFseLue } from './fse-lecture'
import type { Chantier } from './planifier-feuille'

type Colonne = 'prevu' | 'realise'
const noms: Record<Colonne, { cle: 'prevuCents' | 'realiseCents'; adjectif: string }> = {
  prevu: { cle: 'prevuCents', adjectif: 'prévu' },
  realise: { cle: 'realiseCents', adjectif: 'réalisé' },
}

/**
 * What the amounts of a sheet do not respect: expenses = resources (P04), forfait at its rate (P09), FSE within the
 * conventioned rate (P05), achieved within planned, vouchers. Each with both figures; nothing of it keeps a line out.
 */
export function controlerMontants(
  chantier: Chantier,
  lignes: readonly LigneFseLue[],
  operation: Pick<OperationFse, 'taux' | 'regimeCouts' | 'finLe'>,
): void {
  for (const colonne of ['prevu', 'realise'] as const) {
    if (!(colonne in chantier.entetes.colonnes) || lignes.every((ligne) => ligne[noms[colonne].cle] === 0)) continue
    controlerForfait(lignes, operation, colonne)
    controlerEquilibre(chantier, lignes, colonne)
    controlerTaux(lignes, operation, colonne)
  }
  for (const ligne of lignes) controlerLigneFse(ligne)
  controlerExercice(chantier, operation)
}

const parPoste = (lignes: readonly LigneFseLue[], colonne: Colonne) =>
  totauxParPoste(
    lignes.flatMap(({ poste, ...ligne }) => (poste === null ? [] : [{ poste, cents: ligne[noms[colonne].cle] }])),
  )

const totaux = (
  lignes: readonly LigneFseLue[],
  colonne: Colonne,
): { depenses: number; ressources: number; fse: number } => {
  const somme = (sens: string): number =>
    lignes.reduce((total, ligne) => total + (ligne.poste?.startsWith(sens) === true ? ligne[noms[colonne].cle] : 0), 0)
  return { depenses: somme('D'), ressources: somme('F'), fse: somme('F1') }
}

function controlerForfait(
  lignes: readonly LigneFseLue[],
  { regimeCouts }: Pick<OperationFse, 'regimeCouts'>,
  colonne: Colonne,
): void {
  const { cle, adjectif } = noms[colonne]
  const { forfait } = calculerPlan(regimeCouts, parPoste(lignes, colonne))
  const saisie = lignes.find(({ poste }) => poste === forfait?.poste)
  if (forfait === null || saisie === undefined || saisie[cle] === forfait.montantCents) return
  const ecart = saisie[cle] - forfait.montantCents
  const calcul = `${formatPourcent(forfait.taux)} de ${formatMontant(forfait.assietteCents)} font ${formatMontant(forfait.montantCents)}`
  saisie.lecteur.signaler(colonne, {
    regle: 'fse.forfait',
    gravite: 'alerte',
    message: `Le forfait ${adjectif}, ${formatMontant(saisie[cle])}, n’est pas celui du régime : ${calcul}, soit ${formatMontant(Math.abs(ecart))} de ${ecart > 0 ? 'trop' : 'moins'}.`,
    suggestion: formatMontant(forfait.montantCents),
  })
}

function controlerEquilibre(chantier: Chantier, lignes: readonly LigneFseLue[], colonne: Colonne): void {
  const { depenses, ressources } = totaux(lignes, colonne)
  if (depenses === ressources || ressources === 0) return
  const ecart = formatMontant(Math.abs(depenses - ressources))
  chantier.signaler(plage(chantier, lignes, colonne), '', {
    regle: 'fse.equilibre',
    gravite: 'alerte',
    message: `Le ${noms[colonne].adjectif} n’est pas équilibré : ${formatMontant(depenses)} de dépenses pour ${formatMontant(ressources)} de ressources, ${ecart} ${depenses > ressources ? 'manquent' : 'de trop'}.`,
  })
}

function controlerTaux(lignes: readonly LigneFseLue[], { taux }: Pick<OperationFse, 'taux'>, colonne: Colonne): void {
  const { depenses, fse } = totaux(lignes, colonne)
  const plafond = tronquerPourcent(depenses, taux)
  const ligne = lignes.find(({ poste }) => poste === 'F1')
  if (ligne === undefined || depenses === 0 || fse <= plafond) return
  const part = Math.round((fse / depenses) * 10_000) / 100
  ligne.lecteur.signaler(colonne, {
    regle: 'fse.taux',
    gravite: 'alerte',
    message: `Le FSE ${noms[colonne].adjectif}, ${formatMontant(fse)}, fait ${formatPourcent(part)} des dépenses (${formatMontant(depenses)}) : le taux est de ${formatPourcent(taux)}, soit ${formatMontant(plafond)} au plus.`,
  })
}

function controlerLigneFse({ lecteur, prevuCents, realiseCents, justificatif }: LigneFseLue): void {
  if (realiseCents > prevuCents && lecteur.aColonne('prevu'))
    lecteur.signaler('realise', {
      regle: 'fse.depassement',
      gravite: 'alerte',
      message: `Le réalisé, ${formatMontant(realiseCents)}, dépasse le prévu, ${formatMontant(prevuCents)}.`,
    })
  if (realiseCents !== 0 && justificatif === 'enAttente')
    lecteur.signaler('justificatif', {
      regle: 'fse.enAttente',
      gravite: 'information',
      message: `${formatMontant(realiseCents)} réalisés, et le justificatif est encore en attente.`,
    })
  if (realiseCents !== 0 && justificatif === 'aFournir' && lecteur.texte('justificatif') === '')
    lecteur.signaler('justificatif', {
      regle: 'fse.sansJustificatif',
      gravite: 'information',
      message: `${formatMontant(realiseCents)} réalisés sans mention de justificatif : il est noté à fournir.`,
    })
}

/** « Réalisé 2025 » of an operation that goes on: said, since the register keeps one achieved amount a line. */
function controlerExercice(chantier: Chantier, { finLe }: Pick<OperationFse, 'finLe'>): void {
  const colonne = chantier.entetes.colonnes['realise']
  const titre = chantier.feuille.lignes
    .find(({ numero }) => numero === chantier.entetes.ligne)
    ?.cellules.find((cellule) => cellule.colonne === colonne)
  const annee = /20\d{2}/.exec(texteDeCellule(titre))?.[0]
  if (titre === undefined || annee === undefined || finLe.slice(0, 4) <= annee) return
  chantier.signaler(titre.ref, texteDeCellule(titre), {
    regle: 'fse.exercice',
    gravite: 'information',
    message: `Cette colonne ne porte que sur ${annee}, alors que l’opération finit le ${formatJour(finLe)} : ses montants sont repris comme le réalisé à ce jour.`,
  })
}

const plage = ({ entetes }: Chantier, lignes: readonly LigneFseLue[], colonne: Colonne): string => {
  const lettre = lettreDeColonne(entetes.colonnes[colonne] ?? 1)
  const [premiere, derniere] = [
    lignes[0]?.lecteur.numero ?? entetes.ligne,
    lignes.at(-1)?.lecteur.numero ?? entetes.ligne,
  ]
  return `${lettre}${premiere}:${lettre}${derniere}`
}

/** « D1 Dépenses directes de personnel – Coordonnateur MLDS 1 ». */
export const titreLigne = ({ poste, libelle }: LigneFseLue): string =>
  poste === null ? libelle : `${poste} ${libelle || libellesPoste[poste]}`
