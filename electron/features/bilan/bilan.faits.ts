import { bornesAnneeScolaire } from '../../../shared/annee-scolaire'
import { AppError } from '../../../shared/app-error'
import { heuresDues } from '../../../shared/domain/affectation/heures-dues'
import { libellesCplds, type Agent } from '../../../shared/domain/agent/agent'
import type { Affectation } from '../../../shared/domain/affectation/affectation'
import type {
  AffectationDuBilan,
  FaitsDuBilan,
  LettreDuBilan,
  OperationDuBilan,
  ReseauDuBilan,
  SyntheseDeDomaine,
} from '../../../shared/domain/bilan/bilan'
import { examinerColonne } from '../../../shared/domain/fse/colonne-du-plan'
import { semainesParAn } from '../../../shared/domain/lettre-de-mission/controle'
import { libellesPoste, libellesRegime } from '../../../shared/domain/fse/postes'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { grouperPar } from '../../../shared/grouper'
import { couvre } from '../../../shared/periodes'
import type { LignesDuBilan } from './bilan.queries'
import { couvertureDuBilan, etablissementsTouches } from './bilan.territoire'

export const libellesJustificatif = {
  sansObjet: 'sans objet',
  aFournir: 'à fournir',
  enAttente: 'en attente',
  fourni: 'fourni',
} as const

/** Rows of the year looked up by identifier, once. */
export interface Index extends LignesDuBilan {
  jour: string
  terme: (id: string | null) => Vocabulaire | undefined
  etablissementParId: Map<string, LignesDuBilan['etablissements'][number]>
  agentParId: Map<string, Agent>
  reseauxDeLAffectation: Map<string, string[]>
}

/** Rows → the year's facts. Pure: the same rows give the same bilan, on screen and in the workbook. */
export function faitsDuBilan(rows: LignesDuBilan, today: string): FaitsDuBilan {
  const index = indexer(rows, today)
  const { academie } = rows
  return {
    academie: {
      nom: academie.nom,
      nomComplement: academie.nomComplement,
      region: academie.region,
      service: academie.service,
    },
    anneeId: rows.anneeId,
    jour: index.jour,
    affectations: affectationsDuBilan(index),
    reseaux: rows.reseaux.map((reseau) => reseauDuBilan(index, reseau)),
    couverture: couvertureDuBilan(index),
    etablissements: etablissementsTouches(index),
    domaines: rows.vocabulaires
      .filter(
        ({ id, liste, actif }) =>
          rows.lettreDomaines.some(({ domaineId }) => domaineId === id) ||
          (liste === academie.grilleActivite && actif === 1),
      )
      .map(({ id, libelle }) => ({ id, libelle })),
    lettres: lettresDuBilan(index),
    synthese: syntheseDuBilan(index),
    operations: rows.operations.map((operation) => operationDuBilan(rows, operation)),
  }
}

/** Today inside the year, otherwise its nearest day. */
function jourDuBilan(anneeId: string, today: string): string {
  const { debutLe, finLe } = bornesAnneeScolaire(anneeId)
  if (today < debutLe) return debutLe
  return today > finLe ? finLe : today
}

function indexer(rows: LignesDuBilan, today: string): Index {
  const termes = new Map(rows.vocabulaires.map((terme) => [terme.id, terme]))
  const reseaux = grouperPar(rows.affectationReseaux, ({ affectationId }) => affectationId)
  return {
    ...rows,
    jour: jourDuBilan(rows.anneeId, today),
    terme: (id) => (id === null ? undefined : termes.get(id)),
    etablissementParId: new Map(rows.etablissements.map((etablissement) => [etablissement.id, etablissement])),
    agentParId: new Map(rows.agents.map((agent) => [agent.id, agent])),
    reseauxDeLAffectation: new Map([...reseaux].map(([id, liens]) => [id, liens.map(({ reseauId }) => reseauId)])),
  }
}

const libelle = (terme: Vocabulaire | undefined): string => terme?.abrege ?? terme?.libelle ?? ''
const uniteDe = (regime: Vocabulaire | undefined): 'an' | 'semaine' =>
  regime?.categorie === 'hebdomadaire' ? 'semaine' : 'an'

function affectationsDuBilan(index: Index): AffectationDuBilan[] {
  const parAgent = grouperPar(index.affectations, ({ agentId }) => agentId)
  return index.agents.flatMap((agent) =>
    (parAgent.get(agent.id) ?? []).map((affectation) => affectationDuBilan(index, agent, affectation)),
  )
}

function affectationDuBilan(index: Index, agent: Agent, affectation: Affectation): AffectationDuBilan {
  const role = index.terme(affectation.roleId)
  const regime = index.terme(affectation.regimeId)
  const residence = index.etablissementParId.get(affectation.residenceId ?? '')
  const noms = (index.reseauxDeLAffectation.get(affectation.id) ?? []).map(
    (id) => index.reseaux.find((reseau) => reseau.id === id)?.nom ?? '',
  )
  return {
    agentId: agent.id,
    nom: agent.nom,
    prenom: agent.prenom,
    role: libelle(role),
    categorie: (role?.categorie ?? 'autre') as AffectationDuBilan['categorie'],
    statut: libelle(index.terme(agent.statutId)),
    corps: libelle(index.terme(agent.corpsId)),
    grade: agent.grade,
    quotite: affectation.quotite,
    etp: affectation.quotite / 100,
    regime: libelle(regime),
    heuresDues: heuresDuesOuRien(affectation, regime, index.terme(agent.corpsId)),
    uniteHeures: uniteDe(regime),
    residenceUai: residence?.uai ?? '',
    residenceNom: residence?.nom ?? '',
    departement: residence?.departement ?? '',
    reseaux: noms.filter((nom) => nom !== '').join(', '),
    debutLe: affectation.debutLe,
    finLe: affectation.finLe,
    contratFinLe: agent.contratFinLe,
    cplds: libellesCplds[agent.cplds],
  }
}

function heuresDuesOuRien(
  affectation: Affectation,
  regime: Vocabulaire | undefined,
  corps: Vocabulaire | undefined,
): number | null {
  try {
    return heuresDues({
      regime: { categorie: regime?.categorie as 'annuel' | 'hebdomadaire' | 'mixte', heures: regime?.heures ?? null },
      quotite: affectation.quotite,
      corpsOrsHebdo: corps?.heures ?? null,
      heuresEnseignementHebdo: affectation.heuresEnseignementHebdo,
    }).heures
  } catch (error) {
    // A mixed service without its weekly hours: the agent's page says what is missing, the bilan leaves the cell empty.
    if (error instanceof AppError) return null
    throw error
  }
}

function reseauDuBilan(index: Index, reseau: LignesDuBilan['reseaux'][number]): ReseauDuBilan {
  const type = index.terme(reseau.typeId)
  const tete = index.etablissementParId.get(reseau.teteId ?? '')
  const equipe = index.affectations.filter(({ id }) => index.reseauxDeLAffectation.get(id)?.includes(reseau.id))
  const personnes = (categorie: string): number =>
    new Set(equipe.filter(({ roleId }) => index.terme(roleId)?.categorie === categorie).map(({ agentId }) => agentId))
      .size
  return {
    id: reseau.id,
    code: reseau.code,
    nom: reseau.nom,
    type: libelle(type),
    categorie: type?.categorie ?? 'autre',
    departement: reseau.departement ?? '',
    bassin: reseau.bassin,
    teteUai: tete?.uai ?? '',
    teteNom: tete?.nom ?? '',
    animateur: reseau.animateur,
    nombreMembres: new Set(
      index.membres
        .filter((membre) => membre.reseauId === reseau.id && couvre(membre, index.jour))
        .map(({ etablissementId }) => etablissementId),
    ).size,
    nombreCoordonnateurs: personnes('coordonnateur'),
    nombreFormateurs: personnes('formateur'),
    etp: Number(equipe.reduce((total, { quotite }) => total + quotite / 100, 0).toFixed(4)),
  }
}

function lettresDuBilan(index: Index): LettreDuBilan[] {
  const domaines = grouperPar(index.lettreDomaines, ({ lettreId }) => lettreId)
  const etablissements = grouperPar(index.lettreEtablissements, ({ lettreId }) => lettreId)
  const fse = grouperPar(index.lettreFse, ({ lettreId }) => lettreId)
  const rapports = new Map(index.lettreRapports.map((rapport) => [rapport.lettreId, rapport]))
  const parAgent = grouperPar(index.lettres, ({ agentId }) => agentId)
  return index.agents.flatMap((agent) =>
    (parAgent.get(agent.id) ?? []).map((lettre) => {
      const heures = domaines.get(lettre.id) ?? []
      const regime = index.terme(lettre.regimeId)
      return {
        id: lettre.id,
        nom: agent.nom,
        prenom: agent.prenom,
        role: libelle(index.terme(lettre.roleId)),
        version: lettre.version,
        etat: lettre.etat,
        quotite: lettre.quotite,
        regime: libelle(regime),
        heuresDues: lettre.heuresDues,
        uniteHeures: uniteDe(regime),
        heuresParDomaine: Object.fromEntries(heures.map(({ domaineId, heures }) => [domaineId, heures])),
        totalHeures: Number(heures.reduce((total, { heures }) => total + heures, 0).toFixed(4)),
        nombreEtablissements: etablissements.get(lettre.id)?.length ?? 0,
        envoyeeLe: lettre.envoyeeLe,
        signeeLe: lettre.signeeLe,
        rapportDemandeLe: rapports.get(lettre.id)?.demandeLe ?? null,
        rapportRecuLe: rapports.get(lettre.id)?.recuLe ?? null,
        pourcentageFse: (fse.get(lettre.id) ?? []).reduce((total, { pourcentage }) => total + pourcentage, 0),
      }
    }),
  )
}

/** Hours and objectives of each domaine or axe that a letter or an objective names; the rest last. */
function syntheseDuBilan(index: Index): SyntheseDeDomaine[] {
  const unites = new Map(index.lettres.map((lettre) => [lettre.id, uniteDe(index.terme(lettre.regimeId))]))
  const domaines = index.vocabulaires.filter(
    ({ id }) =>
      index.lettreDomaines.some(({ domaineId, heures }) => domaineId === id && heures > 0) ||
      index.lettreObjectifs.some(({ domaineId }) => domaineId === id),
  )
  const ligne = (id: string | null, domaine: string): SyntheseDeDomaine => {
    const heures = index.lettreDomaines.filter((part) => part.domaineId === id && part.heures > 0)
    const objectifs = index.lettreObjectifs.filter(({ domaineId }) => domaineId === id)
    const nombre = (atteinte: string): number => objectifs.filter((objectif) => objectif.atteinte === atteinte).length
    const somme = heures.reduce(
      (total, part) => total + part.heures * (unites.get(part.lettreId) === 'semaine' ? semainesParAn : 1),
      0,
    )
    return {
      domaine,
      lettres: new Set(heures.map(({ lettreId }) => lettreId)).size,
      heures: Number(somme.toFixed(2)),
      objectifs: objectifs.length,
      atteints: nombre('atteint'),
      enPartie: nombre('enPartie'),
      nonAtteints: nombre('nonAtteint'),
      nonRenseignes: nombre('nonRenseignee'),
    }
  }
  const sansDomaine = ligne(null, 'Objectifs sans domaine')
  return [
    ...domaines.map(({ id, libelle: nom }) => ligne(id, nom)),
    ...(sansDomaine.objectifs === 0 ? [] : [sansDomaine]),
  ]
}

function operationDuBilan(
  { lignesFse }: LignesDuBilan,
  operation: LignesDuBilan['operations'][number],
): OperationDuBilan {
  const lignes = lignesFse.filter(({ operationId }) => operationId === operation.id)
  const { id, numero, intitule, debutLe, finLe, taux } = operation
  return {
    ...{ id, numero, intitule, debutLe, finLe, taux },
    regime: libellesRegime[operation.regimeCouts],
    coutPrevuCents: examinerColonne(operation, lignes, 'prevuCents').plan.totalCents,
    coutRealiseCents: examinerColonne(operation, lignes, 'realiseCents').plan.totalCents,
    lignes: lignes.map(({ poste, sens, libelle, prevuCents, realiseCents, justificatif }) => ({
      ...{ poste, sens, libelle, prevuCents, realiseCents },
      libellePoste: libellesPoste[poste],
      justificatif: libellesJustificatif[justificatif],
    })),
  }
}
