import { plier } from '../../text'
import { planifierAgents } from './agents'
import { champsDe } from './champs'
import {
  adresse,
  corriger,
  lettreDeColonne,
  texteDeCellule,
  type Correction,
  type FeuilleSource,
  type LigneSource,
} from './classeur'
import { exemplesDeColonne, premieresLignes } from './exemples'
import {
  ligneProbable,
  lignesExaminees,
  proposerColonnes,
  signatureLaissee,
  trouverEntetes,
  type Correspondance,
  type Entetes,
  type Souvenirs,
} from './entetes'
import { indexerEtablissements } from './etablissements'
import { signalement } from './lecteur'
import { creerEtat, type Ecriture, type RegistreLu } from './etat'
import { planifierFse } from './fse'
import { planifierLettres } from './lettres'
import {
  additionner,
  compterLignes,
  naturesFeuille,
  nomsNature,
  type ColonneReconnue,
  type FeuilleLaissee,
  type FeuillePlanifiee,
  type LignePlanifiee,
  type NatureFeuille,
  type PlanImportation,
} from './plan'
import { memoireVide, ouvrirChantier, type Planificateur } from './planifier-feuille'
import { planifierReseaux } from './reseaux'
import { indexerTermes } from './termes'

/** What the user chose, besides the file and the school year; everything may be left out. */
export interface OptionsImportation {
  /** Natures to import; all of them by default. */
  natures?: readonly NatureFeuille[] | undefined
  /** Mappings that the user set for some sheets. */
  correspondances?: readonly Correspondance[] | undefined
  corrections?: readonly Correction[] | undefined
  /** Rows left out, by sheet. */
  exclues?: readonly { feuille: string; lignes: readonly number[] }[] | undefined
}

/** The plan, and what carrying it out writes. */
export interface Planification {
  plan: Pick<PlanImportation, 'anneeId' | 'comptes' | 'feuilles' | 'feuillesLaissees'>
  ecritures: readonly Ecriture[]
}

const planificateurs: Record<NatureFeuille, Planificateur> = {
  reseaux: planifierReseaux,
  agents: planifierAgents,
  fse: planifierFse,
  lettres: planifierLettres,
}
/** How many times each planner goes through the rows of its sheet. */
const passages: Record<NatureFeuille, number> = { reseaux: 1, agents: 2, fse: 1, lettres: 2 }
/** Letters come last: they need the people, the networks and the FSE operation that the other sheets bring. */
const ordre: readonly NatureFeuille[] = ['reseaux', 'agents', 'fse', 'lettres']

interface FeuilleReconnue {
  feuille: FeuilleSource
  entetes: Entetes
}

/**
 * Plans the import of a workbook into a register: every sheet recognised, each row new, changed, unchanged, refused or
 * duplicate, with its reasons. Pure: the register is what was read of it, and the writes are returned. A generator, so
 * that the caller can show progress and stop between rows: it yields the number of rows handled so far.
 */
export function* planifierImportation(
  feuilles: readonly FeuilleSource[],
  registre: RegistreLu,
  { newId, souvenirs, ...options }: OptionsImportation & { newId: () => string; souvenirs: Souvenirs },
): Generator<number, Planification> {
  const corrigees = corriger(feuilles, options.corrections ?? [])
  const { reconnues, laissees } = trier(corrigees, registre, souvenirs, options)
  const etat = creerEtat(registre, newId)
  const commun = {
    etat,
    annuaire: indexerEtablissements(registre.etablissements),
    termes: indexerTermes(registre.vocabulaires),
    memoire: memoireVide(),
  }
  const planifiees: FeuillePlanifiee[] = []
  let lues = 0
  for (const nature of ordre)
    for (const { feuille, entetes } of reconnues.filter((reconnue) => reconnue.entetes.nature === nature)) {
      const exclues = new Set(options.exclues?.find((exclue) => exclue.feuille === feuille.nom)?.lignes)
      const chantier = ouvrirChantier({ ...commun, feuille, entetes, exclues })
      const travail = planificateurs[nature](chantier)
      const lignes = chantier.tri.donnees.length
      let pas = travail.next()
      for (let faits = 1; pas.done !== true; pas = travail.next(), faits += 1)
        yield lues + Math.min(lignes, Math.floor(faits / passages[nature]))
      lues += lignes
      direCorrections(feuilles, feuille.nom, pas.value, options.corrections ?? [])
      planifiees.push({
        feuille: feuille.nom,
        nature,
        ligneEntetes: entetes.ligne,
        premieresLignes: premieresLignes(feuille),
        colonnes: colonnesDe(feuille, entetes),
        champs: champsDe(nature, registre.vocabulaires).map(({ champ, libelle }) => ({ champ, libelle })),
        memorisee: entetes.memorisee,
        comptes: compterLignes(pas.value),
        lignes: pas.value,
        signalements: chantier.signalements,
      })
    }
  planifiees.sort((a, b) => naturesFeuille.indexOf(a.nature) - naturesFeuille.indexOf(b.nature))
  const comptes = additionner(planifiees.map((planifiee) => planifiee.comptes))
  return {
    plan: { anneeId: registre.annee.id, comptes, feuilles: planifiees, feuillesLaissees: laissees },
    ecritures: etat.ecritures,
  }
}

/** A corrected cell stays in the report, and shows what the file still says. */
function direCorrections(
  feuilles: readonly FeuilleSource[],
  nom: string,
  lignes: readonly LignePlanifiee[],
  corrections: readonly Correction[],
): void {
  const siennes = corrections.filter(({ feuille }) => feuille === nom)
  if (siennes.length === 0) return
  const sources = new Map(feuilles.find((feuille) => feuille.nom === nom)?.lignes.map((ligne) => [ligne.numero, ligne]))
  const parNumero = new Map(lignes.map((ligne) => [ligne.numero, ligne]))
  for (const { cellule: ref, valeur } of siennes) {
    const numero = adresse(ref)?.numero ?? 0
    const origine = texteDeCellule(sources.get(numero)?.cellules.find((cellule) => cellule.ref === ref))
    const ligne = parNumero.get(numero)
    if (ligne === undefined) continue
    const cellule = ligne.cellules.find((candidate) => candidate.ref === ref)
    if (cellule) cellule.origine = origine.trim()
    const message = `Cellule corrigée pour l’import : « ${valeur} » au lieu de « ${origine} ». Le classeur, lui, n’a pas changé.`
    const lieu = { feuille: nom, cellule: ref, ligne: numero, valeur: origine }
    ligne.signalements.push(signalement({ regle: 'cellule.corrigee', gravite: 'information', message }, lieu))
  }
}

/** Parts the sheets that will be imported from those that are left, with the reason. */
function trier(
  feuilles: readonly FeuilleSource[],
  { vocabulaires }: RegistreLu,
  souvenirs: Souvenirs,
  { natures = naturesFeuille, correspondances = [] }: OptionsImportation,
): { reconnues: FeuilleReconnue[]; laissees: FeuilleLaissee[] } {
  const reconnues: FeuilleReconnue[] = []
  const laissees: FeuilleLaissee[] = []
  for (const feuille of feuilles) {
    const choix = correspondances.find((correspondance) => correspondance.feuille === feuille.nom)
    const laisseeAvant = choix === undefined ? ligneLaissee(feuille, souvenirs) : undefined
    const entetes =
      choix === undefined
        ? trouverEntetes(feuille, vocabulaires, souvenirs.correspondances)
        : entetesChoisies(choix, feuille, vocabulaires)
    const choisie = choix?.nature === null ? 'ici' : laisseeAvant === undefined ? null : 'avant'
    const motif = motifDeLaisser(feuille, entetes, choisie, natures)
    if (entetes !== undefined && motif === undefined) reconnues.push({ feuille, entetes })
    else {
      const ligneEntetes =
        choix?.ligneEntetes ?? laisseeAvant?.numero ?? entetes?.ligne ?? ligneProbable(feuille)?.numero ?? null
      laissees.push(laisser(feuille, { motif: motif ?? '', choisie, ligneEntetes }))
    }
  }
  return { reconnues, laissees }
}

/** The header of a sheet that was left aside in an earlier file. */
const ligneLaissee = (feuille: FeuilleSource, { laissees }: Souvenirs): LigneSource | undefined =>
  lignesExaminees(feuille).find((ligne) => laissees.has(signatureLaissee(feuille, ligne)))

/** What the user said of the sheet; the columns that she did not choose are proposed from the titles of that row. */
function entetesChoisies(
  { nature, ligneEntetes, colonnes }: Correspondance,
  feuille: FeuilleSource,
  vocabulaires: RegistreLu['vocabulaires'],
): Entetes | undefined {
  if (nature === null) return undefined
  const titres = feuille.lignes.find(({ numero }) => numero === ligneEntetes) ?? { numero: ligneEntetes, cellules: [] }
  const choisies = colonnes ?? proposerColonnes(titres, nature, vocabulaires)
  return { nature, ligne: ligneEntetes, colonnes: choisies, memorisee: false }
}

const motifsChoisis = {
  ici: 'Vous avez choisi de la laisser.',
  avant: 'Vous l’avez laissée la dernière fois.',
}

function motifDeLaisser(
  feuille: FeuilleSource,
  entetes: Entetes | undefined,
  choisie: FeuilleLaissee['choisie'],
  natures: readonly NatureFeuille[],
): string | undefined {
  if (feuille.lignes.length === 0) return 'La feuille est vide.'
  if (choisie !== null) return motifsChoisis[choisie]
  if (entetes === undefined) return 'Ses colonnes ne sont pas celles de réseaux, d’agents, de lettres ni de lignes FSE.'
  if (Object.keys(entetes.colonnes).length === 0) return 'Aucune de ses colonnes n’a de sens choisi.'
  if (!natures.includes(entetes.nature))
    return `Feuille de nature « ${nomsNature[entetes.nature].titre} », non demandée ici.`
  return undefined
}

function laisser(
  feuille: FeuilleSource,
  pourquoi: Pick<FeuilleLaissee, 'motif' | 'choisie' | 'ligneEntetes'>,
): FeuilleLaissee {
  const { ligneEntetes } = pourquoi
  const colonnes =
    ligneEntetes === null ? [] : titres(feuille, ligneEntetes).map((titre) => ({ ...titre, champ: null }))
  return { feuille: feuille.nom, ...pourquoi, premieresLignes: premieresLignes(feuille), colonnes }
}

function titres(feuille: FeuilleSource, ligneEntetes: number): Omit<ColonneReconnue, 'champ'>[] {
  const ligne = feuille.lignes.find(({ numero }) => numero === ligneEntetes)
  return (ligne?.cellules ?? [])
    .filter((cellule) => plier(texteDeCellule(cellule)) !== '')
    .map((cellule) => ({
      colonne: cellule.colonne,
      lettre: lettreDeColonne(cellule.colonne),
      titre: texteDeCellule(cellule).replace(/\s+/gu, ' ').trim(),
      exemples: exemplesDeColonne(feuille, ligneEntetes, cellule.colonne),
    }))
}

const colonnesDe = (feuille: FeuilleSource, { ligne, colonnes }: Entetes): ColonneReconnue[] => {
  const champs = new Map(Object.entries(colonnes).map(([champ, colonne]) => [colonne, champ]))
  return titres(feuille, ligne).map((titre) => ({ ...titre, champ: champs.get(titre.colonne) ?? null }))
}
