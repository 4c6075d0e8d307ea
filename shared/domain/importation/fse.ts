import { formatJour } from '../../dates'
import { formatMontant } from '../../money'
import { formatPourcent } from '../../nombres'
import { chevauche } from '../../periodes'
import { plier } from '../../text'
import type { LigneFse, OperationFse, RegimeCouts } from '../fse/fse'
import { sensDuPoste } from '../fse/colonne-du-plan'
import { libellesRegime } from '../fse/postes'
import { texteDeCellule, type CelluleSource } from './classeur'
import { comparer, vide, type Montres } from './differences'
import type { Ecriture, Etat } from './etat'
import {
  direTitre,
  lireLigneFse,
  lireTitreOperation,
  regimeDuForfait,
  type LigneFseLue,
  type TitreOperation,
} from './fse-lecture'
import { controlerMontants, titreLigne } from './fse-regles'
import type { LignePlanifiee } from './plan'
import { conclure, estRefuse, signalerFormules, type Chantier, type Decision } from './planifier-feuille'

/** Plans a sheet of FSE lines under the title line of its operation. */
export function* planifierFse(chantier: Chantier): Generator<undefined, LignePlanifiee[]> {
  const lues: LigneFseLue[] = []
  for (const lecteur of chantier.lecteurs) {
    lues.push(lireLigneFse(lecteur))
    yield
  }
  signalerFormules(chantier, 'reste', 'Le reste est calculé par le registre.')
  const operation = trouverOperation(chantier, lues)
  if (operation === undefined) for (const { lecteur } of lues) refuserSansOperation(chantier, lecteur.signaler)
  else {
    controlerMontants(chantier, lues, operation.fiche)
    const retenues = lues.some(({ lecteur }) => !estRefuse(lecteur) && !chantier.exclues.has(lecteur.numero))
    if (retenues) chantier.etat.appliquer(operation.ecritures)
  }
  const decider = deciderLignes(chantier, operation?.fiche.id)
  return lues.map((ligne, rang) => conclure(chantier, ligne.lecteur, decider(ligne, rang)))
}

function refuserSansOperation(chantier: Chantier, signaler: LigneFseLue['lecteur']['signaler']): void {
  signaler('poste', {
    regle: 'fse.operation',
    gravite: 'bloquant',
    message: `Aucune ligne au-dessus du tableau ne dit de quelle opération il s’agit, et le registre n’en a pas une seule pour l’année ${chantier.etat.registre.annee.id}.`,
    suggestion:
      'Écrivez au-dessus du tableau, par exemple : Opération n° 202403127 – Intitulé – 01/01/2025 au 31/12/2026 – taux 60 %',
  })
}

interface OperationTrouvee {
  fiche: OperationFse
  /** Creation or change of the operation itself. */
  ecritures: Ecriture[]
}

/** Cells above the table, the last first: the title of the operation is just above it. */
function titreDe({ feuille, entetes }: Chantier): { cellule: CelluleSource; titre: TitreOperation } | undefined {
  const cellules = feuille.lignes.filter(({ numero }) => numero < entetes.ligne).flatMap(({ cellules }) => cellules)
  for (const cellule of [...cellules].reverse()) {
    const titre = lireTitreOperation(texteDeCellule(cellule))
    if (titre !== undefined) return { cellule, titre }
  }
  return undefined
}

/** The operations that the school year meets. */
export const operationsDeLAnnee = ({ registre, lignes }: Etat): OperationFse[] =>
  lignes('operationFse').filter((operation) => chevauche(operation, registre.annee))

function trouverOperation(chantier: Chantier, lues: readonly LigneFseLue[]): OperationTrouvee | undefined {
  const trouve = titreDe(chantier)
  const { etat } = chantier
  if (trouve === undefined) {
    const [seule, autre] = operationsDeLAnnee(etat)
    return seule === undefined || autre !== undefined ? undefined : { fiche: seule, ecritures: [] }
  }
  const { cellule, titre } = trouve
  const regimes = new Set(
    lues.flatMap(({ lecteur, libelle }) => regimeDuForfait(lecteur.texte('poste'), libelle) ?? []),
  )
  const regimeCouts: RegimeCouts = [...regimes][0] ?? 'REEL'
  const existante = etat.lignes('operationFse').find(({ numero }) => plier(numero) === plier(titre.numero))
  const dire = (message: string, gravite: 'alerte' | 'information' = 'information'): void =>
    chantier.signaler(cellule.ref, texteDeCellule(cellule), { regle: 'fse.titre', gravite, message })
  if (existante !== undefined)
    return modifierOperation(existante, titre, regimes.size > 0 ? regimeCouts : undefined, dire)
  const manque = [
    titre.debutLe === null || titre.finLe === null ? 'ses dates' : '',
    titre.taux === null ? 'son taux' : '',
  ].filter(Boolean)
  if (manque.length > 0)
    dire(
      `L’opération ${direTitre(titre)} : ${manque.join(' et ')} n’ont pas été reconnus. Complétez sa fiche.`,
      'alerte',
    )
  const fiche = creerOperation(etat, titre, regimeCouts)
  dire(`Opération ${direTitre(titre)}, régime « ${libellesRegime[regimeCouts]} » : elle est créée avec ces lignes.`)
  return { fiche, ecritures: [{ table: 'operationFse', genre: 'ajout', valeurs: fiche }] }
}

function creerOperation({ registre, newId }: Etat, titre: TitreOperation, regimeCouts: RegimeCouts): OperationFse {
  const { annee, aujourdhui } = registre
  const [debutLe, finLe] = [titre.debutLe ?? annee.debutLe, titre.finLe ?? annee.finLe]
  const etat = aujourdhui < debutLe ? 'conventionnee' : aujourdhui <= finLe ? 'enCours' : 'terminee'
  return {
    id: newId(),
    numero: titre.numero,
    intitule: titre.intitule || `Opération ${titre.numero}`,
    programme: '',
    porteur: '',
    etat,
    debutLe,
    finLe,
    taux: titre.taux ?? 100,
    regimeCouts,
    observations: '',
  }
}

const montresOperation: Montres<OperationFse> = {
  intitule: { libelle: 'Intitulé', colonne: 'poste', texte: vide },
  debutLe: { libelle: 'Début', colonne: 'poste', texte: formatJour },
  finLe: { libelle: 'Fin', colonne: 'poste', texte: formatJour },
  taux: { libelle: 'Taux', colonne: 'poste', texte: formatPourcent },
  regimeCouts: { libelle: 'Régime de coûts', colonne: 'poste', texte: (regime) => libellesRegime[regime] },
}

function modifierOperation(
  existante: OperationFse,
  titre: TitreOperation,
  regimeCouts: RegimeCouts | undefined,
  dire: (message: string) => void,
): OperationTrouvee {
  const { champs, changements } = comparer(
    existante,
    {
      ...(titre.intitule !== '' && { intitule: titre.intitule }),
      ...(titre.debutLe !== null && titre.finLe !== null && { debutLe: titre.debutLe, finLe: titre.finLe }),
      ...(titre.taux !== null && { taux: titre.taux }),
      ...(regimeCouts !== undefined && { regimeCouts }),
    },
    montresOperation,
  )
  const fiche = { ...existante, ...champs }
  if (changements.length === 0) return { fiche, ecritures: [] }
  dire(
    `L’opération ${existante.numero} change : ${changements.map(({ libelle, avant, apres }) => `${libelle} ${avant} → ${apres}`).join(' ; ')}.`,
  )
  return { fiche, ecritures: [{ table: 'operationFse', genre: 'modification', id: existante.id, champs }] }
}

const nomsJustificatif = {
  sansObjet: 'Sans objet',
  aFournir: 'À fournir',
  enAttente: 'En attente',
  fourni: 'Fourni',
} as const
const montresLigne: Montres<LigneFse> = {
  prevuCents: { libelle: 'Prévu', colonne: 'prevu', texte: formatMontant },
  realiseCents: { libelle: 'Réalisé', colonne: 'realise', texte: formatMontant },
  justificatif: { libelle: 'Justificatif', colonne: 'justificatif', texte: (etat) => nomsJustificatif[etat] },
  observations: { libelle: 'Observations', colonne: 'observations', texte: vide },
}

/** Decides each line: new, or compared with the line of the same poste and label. */
function deciderLignes(
  { etat }: Chantier,
  operationId: string | undefined,
): (ligne: LigneFseLue, rang: number) => Decision {
  const connues = etat.lignes('ligneFse').filter((ligne) => ligne.operationId === operationId)
  const prises = new Set<string>()
  return (lue, rang) => {
    const { lecteur, poste, libelle, prevuCents, realiseCents, justificatif, observations } = lue
    const titre = titreLigne(lue)
    if (poste === null || operationId === undefined) return { titre }
    const existante = connues.find(
      (ligne) => ligne.poste === poste && plier(ligne.libelle) === plier(libelle) && !prises.has(ligne.id),
    )
    if (existante === undefined) {
      const valeurs: LigneFse = {
        id: etat.newId(),
        operationId,
        sens: sensDuPoste(poste),
        poste,
        libelle,
        prevuCents,
        realiseCents,
        justificatif,
        observations,
        ordre: rang + 1,
      }
      return { titre, nouveau: true, ecritures: [{ table: 'ligneFse', genre: 'ajout', valeurs }] }
    }
    prises.add(existante.id)
    const { champs, changements } = comparer(
      existante,
      {
        ...(lecteur.texte('prevu') !== '' && { prevuCents }),
        ...(lecteur.texte('realise') !== '' && { realiseCents }),
        ...(lecteur.texte('justificatif') !== '' && { justificatif }),
        ...(observations !== '' && { observations }),
      },
      montresLigne,
    )
    return {
      titre,
      changements,
      ecritures:
        changements.length === 0 ? [] : [{ table: 'ligneFse', genre: 'modification', id: existante.id, champs }],
    }
  }
}
