import type { FaitsDuBilan } from './bilan'

/** Where a figure's rows are: a table of the screen and a sheet of the workbook. */
export const tablesDuBilan = [
  'agents',
  'reseaux',
  'couverture',
  'etablissements',
  'lettres',
  'synthese',
  'fse',
] as const
export type TableDuBilan = (typeof tablesDuBilan)[number]

/** A key figure with what it counts; a percentage without denominator is null. */
export interface ChiffreDuBilan {
  cle: string
  libelle: string
  valeur: number | null
  type: 'entier' | 'nombre' | 'pourcentage' | 'heures' | 'montant'
  /** How it is counted, in one sentence: printed in the « Méthode » sheet. */
  definition: string
  table: TableDuBilan
  /** What a percentage divides, in the figure's own units; absent from other figures, and from bilans frozen before it was kept. */
  rapport?: { part: number; tout: number }
}

const insecable = '\u00a0'
const personnes = (lignes: readonly { agentId: string }[]): number => new Set(lignes.map(({ agentId }) => agentId)).size
const somme = (valeurs: readonly number[]): number =>
  Number(valeurs.reduce((total, valeur) => total + valeur, 0).toFixed(6))
const taux = (part: number, tout: number): Pick<ChiffreDuBilan, 'valeur' | 'rapport'> => ({
  valeur: tout === 0 ? null : (part / tout) * 100,
  rapport: { part, tout },
})

/** Key figures of the year (metier.md § 5.5, T0), each computed from the rows that its table lists. Money in cents. */
export function chiffresCles(faits: FaitsDuBilan): ChiffreDuBilan[] {
  return [
    ...chiffresDesAgents(faits),
    ...chiffresDesReseaux(faits),
    ...chiffresDesLettres(faits),
    ...chiffresDeLaSynthese(faits),
    ...chiffresFse(faits),
  ]
}

function chiffresDesAgents({ affectations }: FaitsDuBilan): ChiffreDuBilan[] {
  const de = (categorie: string) => affectations.filter((ligne) => ligne.categorie === categorie)
  const table = 'agents'
  const etp = (lignes: typeof affectations): number => somme(lignes.map((ligne) => ligne.etp))
  return [
    {
      cle: 'agents',
      libelle: 'Agents',
      valeur: personnes(affectations),
      type: 'entier',
      table,
      definition: 'Personnes différentes qui ont une affectation dans l’année, quelle qu’en soit la durée.',
    },
    {
      cle: 'etp',
      libelle: 'Équivalents temps plein',
      valeur: etp(affectations),
      type: 'nombre',
      table,
      definition: `Somme des quotités des affectations de l’année, divisée par 100${insecable}%.`,
    },
    {
      cle: 'coordonnateurs',
      libelle: 'Coordonnateurs',
      valeur: personnes(de('coordonnateur')),
      type: 'entier',
      table,
      definition:
        'Personnes dont un rôle de l’année est classé «\u00a0coordonnateur\u00a0» dans les listes de l’académie.',
    },
    {
      cle: 'etpCoordonnateurs',
      libelle: 'ETP de coordination',
      valeur: etp(de('coordonnateur')),
      type: 'nombre',
      table,
      definition: 'Somme des quotités des affectations de coordination.',
    },
    {
      cle: 'formateurs',
      libelle: 'Formateurs',
      valeur: personnes(de('formateur')),
      type: 'entier',
      table,
      definition: 'Personnes dont un rôle de l’année est classé «\u00a0formateur\u00a0» dans les listes de l’académie.',
    },
    {
      cle: 'etpFormateurs',
      libelle: 'ETP de formation',
      valeur: etp(de('formateur')),
      type: 'nombre',
      table,
      definition: 'Somme des quotités des affectations de formation.',
    },
  ]
}

function chiffresDesReseaux({ reseaux, couverture, etablissements, jour }: FaitsDuBilan): ChiffreDuBilan[] {
  const de = (categorie: string): number => reseaux.filter((reseau) => reseau.categorie === categorie).length
  const auJour = `le ${jour.slice(8)}/${jour.slice(5, 7)}/${jour.slice(0, 4)}`
  return [
    {
      cle: 'foquale',
      libelle: 'Réseaux FOQUALE',
      valeur: de('foquale'),
      type: 'entier',
      table: 'reseaux',
      definition: 'Réseaux en activité dont le type est classé FOQUALE.',
    },
    {
      cle: 'psad',
      libelle: 'PSAD',
      valeur: de('psad'),
      type: 'entier',
      table: 'reseaux',
      definition: 'Réseaux en activité dont le type est classé PSAD.',
    },
    {
      cle: 'etablissementsTouches',
      libelle: 'Établissements touchés',
      valeur: etablissements.length,
      type: 'entier',
      table: 'etablissements',
      definition:
        'Établissements différents cités comme lieux d’intervention par une lettre de mission active de l’année.',
    },
    {
      cle: 'couverture',
      libelle: 'Couverture des réseaux',
      ...taux(couverture.nombreACouvrir - couverture.sansReseau.length, couverture.nombreACouvrir),
      type: 'pourcentage',
      table: 'couverture',
      definition: `Part des collèges, lycées et EREA publics ouverts qui sont membres d’au moins un réseau ${auJour}.`,
    },
    {
      cle: 'sansReseau',
      libelle: 'Établissements sans réseau',
      valeur: couverture.sansReseau.length,
      type: 'entier',
      table: 'couverture',
      definition: `Collèges, lycées et EREA publics ouverts qui ne sont membres d’aucun réseau ${auJour}.`,
    },
    {
      cle: 'enDouble',
      libelle: 'Établissements dans deux réseaux',
      valeur: couverture.enDouble.length,
      type: 'entier',
      table: 'couverture',
      definition: `Établissements membres de deux réseaux du même type ou plus ${auJour}.`,
    },
  ]
}

/** What the letters' objectives came to, and the reports that say so. */
function chiffresDeLaSynthese({ synthese, lettres }: FaitsDuBilan): ChiffreDuBilan[] {
  const objectifs = somme(synthese.map((ligne) => ligne.objectifs))
  const renseignes = objectifs - somme(synthese.map((ligne) => ligne.nonRenseignes))
  const demandes = lettres.filter(({ rapportDemandeLe }) => rapportDemandeLe !== null).length
  return [
    {
      cle: 'objectifs',
      libelle: 'Objectifs fixés',
      valeur: objectifs,
      type: 'entier',
      table: 'synthese',
      definition: 'Objectifs des lettres actives de l’année.',
    },
    {
      cle: 'tauxObjectifs',
      libelle: 'Objectifs atteints',
      ...taux(somme(synthese.map((ligne) => ligne.atteints)), renseignes),
      type: 'pourcentage',
      table: 'synthese',
      definition: 'Objectifs « atteints » sur l’ensemble des objectifs dont le résultat est renseigné.',
    },
    {
      cle: 'rapportsRecus',
      libelle: 'Rapports d’activité reçus',
      ...taux(lettres.filter(({ rapportRecuLe }) => rapportRecuLe !== null).length, demandes),
      type: 'pourcentage',
      table: 'lettres',
      definition: 'Rapports reçus sur rapports demandés, pour les lettres actives de l’année.',
    },
  ]
}

function chiffresDesLettres({ lettres }: FaitsDuBilan): ChiffreDuBilan[] {
  const annuelles = lettres.filter(({ uniteHeures }) => uniteHeures === 'an')
  const signees = lettres.filter(({ signeeLe }) => signeeLe !== null)
  const table = 'lettres'
  return [
    {
      cle: 'lettres',
      libelle: 'Lettres de mission',
      valeur: lettres.length,
      type: 'entier',
      table,
      definition:
        'Lettres actives de l’année (une par agent et par rôle\u00a0; les versions remplacées et annulées n’en sont pas).',
    },
    {
      cle: 'lettresSignees',
      libelle: 'Lettres signées',
      valeur: signees.length,
      type: 'entier',
      table,
      definition: 'Lettres actives qui portent une date de signature.',
    },
    {
      cle: 'tauxSignature',
      libelle: 'Taux de signature',
      ...taux(signees.length, lettres.length),
      type: 'pourcentage',
      table,
      definition: 'Lettres signées, rapportées aux lettres actives.',
    },
    {
      cle: 'heuresAnnuelles',
      libelle: 'Heures dues (régimes annuels)',
      valeur: somme(annuelles.map(({ heuresDues }) => heuresDues)),
      type: 'heures',
      table,
      definition:
        'Somme des heures dues des lettres actives dont le régime se compte à l’année\u00a0; les régimes hebdomadaires n’y sont pas.',
    },
  ]
}

function chiffresFse({ operations }: FaitsDuBilan): ChiffreDuBilan[] {
  const prevu = operations.reduce((total, { coutPrevuCents }) => total + coutPrevuCents, 0)
  const realise = operations.reduce((total, { coutRealiseCents }) => total + coutRealiseCents, 0)
  const fse = operations
    .flatMap(({ lignes }) => lignes.filter(({ poste }) => poste === 'F1'))
    .reduce((total, ligne) => total + ligne.prevuCents, 0)
  const table = 'fse'
  return [
    {
      cle: 'operations',
      libelle: 'Opérations FSE',
      valeur: operations.length,
      type: 'entier',
      table,
      definition: 'Opérations dont la période de réalisation rencontre l’année scolaire.',
    },
    {
      cle: 'fseCout',
      libelle: 'Coût FSE prévu',
      valeur: prevu,
      type: 'montant',
      table,
      definition:
        'Dépenses prévues de ces opérations sur toute leur durée, telles qu’elles sont saisies dans leurs plans, forfait compris.',
    },
    {
      cle: 'fseConventionne',
      libelle: 'FSE prévu',
      valeur: fse,
      type: 'montant',
      table,
      definition: 'Ressources FSE prévues de ces opérations.',
    },
    {
      cle: 'fseExecution',
      libelle: 'Taux d’exécution',
      ...taux(realise, prevu),
      type: 'pourcentage',
      table,
      definition: 'Coût total réalisé de ces opérations, rapporté à leur coût total prévu.',
    },
  ]
}
