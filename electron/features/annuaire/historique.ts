import {
  laisseesGardees,
  type ContenuImport,
  type ImportFait,
  type LigneLaissee,
} from '../../../shared/domain/importation/historique'
import { columnName } from '../../documents/cell-ref'
import type { PlanAnnuaire } from './plan'
import { composerAvertissements, type FaitsAnnuaire, signalerDoublon, signalerRejet } from './signalements'

/** The plan without the lines that the user unticked, named by the `cle` of the preview. */
export function ecarter(plan: PlanAnnuaire, exclues: ReadonlySet<string>): PlanAnnuaire {
  if (exclues.size === 0) return plan
  const gardee = ({ numero }: { numero: number }): boolean => !exclues.has(`l${String(numero)}`)
  return {
    ...plan,
    nouvelles: plan.nouvelles.filter(gardee),
    modifiees: plan.modifiees.filter(gardee),
    fermees: plan.fermees.filter(({ avant }) => !exclues.has(avant.id)),
  }
}

/** What the import of the annuaire leaves in the history; `retenu` is what is written of the plan. */
export function composerImportAnnuaire(
  faits: FaitsAnnuaire,
  retenu: PlanAnnuaire,
  { importId, importeAt }: { importId: string; importeAt: string },
): ImportFait {
  const { fichier, plan } = faits
  const aEcrire = ({ nouvelles, modifiees, fermees }: PlanAnnuaire): number =>
    nouvelles.length + modifiees.length + fermees.length
  const comptes = {
    lues: plan.lues,
    nouvelles: plan.nouvelles.length,
    modifiees: plan.modifiees.length,
    inchangees: plan.inchangees,
    rejetees: plan.rejetees.length,
    doublons: plan.doublons.length,
  }
  const contenu: ContenuImport = {
    feuilles: [
      {
        feuille: fichier.nom,
        titre: 'Annuaire',
        ligneEntetes: fichier.csv.ligneDesEntetes,
        comptes,
        colonnes: colonnesDe(faits),
      },
    ],
    laissees: laisseesDe(faits).slice(0, laisseesGardees),
    corrections: faits.corrections.map((correction) => ({
      feuille: fichier.nom,
      ...correction,
      avant: faits.origines.get(correction.cellule) ?? '',
    })),
    avertissements: composerAvertissements(faits),
  }
  return {
    id: importId,
    genre: 'annuaire',
    nomFichier: fichier.nom,
    taille: fichier.taille,
    empreinte: fichier.empreinte,
    anneeId: null,
    importeAt,
    lues: plan.lues,
    creees: retenu.nouvelles.length,
    modifiees: retenu.modifiees.length,
    inchangees: plan.inchangees,
    refusees: plan.rejetees.length,
    doublons: plan.doublons.length,
    fermees: retenu.fermees.length,
    decochees: aEcrire(plan) - aEcrire(retenu),
    contenu: JSON.stringify(contenu),
  }
}

/** The columns that are read; the annuaire has many more, of no use here. */
const colonnesDe = ({ fichier }: FaitsAnnuaire): ContenuImport['feuilles'][number]['colonnes'] =>
  Object.values(fichier.colonnes)
    .toSorted((a, b) => a - b)
    .map((index) => {
      const titre = fichier.csv.entetes[index] ?? ''
      return { lettre: columnName(index + 1), titre, libelle: titre }
    })

function laisseesDe(faits: FaitsAnnuaire): LigneLaissee[] {
  const { fichier, plan } = faits
  const rejetees = plan.rejetees.slice(0, laisseesGardees).map((rejet): LigneLaissee => {
    const { cellule, message } = signalerRejet(faits, rejet)
    const { uai, nom } = rejet.ligne
    const raisons = [`${cellule} · ${message}`]
    return { feuille: fichier.nom, numero: rejet.numero, titre: `${uai} ${nom}`.trim(), statut: 'rejetee', raisons }
  })
  const doublons = plan.doublons.slice(0, laisseesGardees).map((ligne): LigneLaissee => {
    const { cellule, message } = signalerDoublon(faits, ligne)
    const titre = `${ligne.lu.uai} ${ligne.lu.nom}`
    return {
      feuille: fichier.nom,
      numero: ligne.numero,
      titre,
      statut: 'doublon',
      raisons: [`${cellule} · ${message}`],
    }
  })
  return [...rejetees, ...doublons]
}
