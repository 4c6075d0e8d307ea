import { bornesAnneeScolaire } from '../../annee-scolaire'
import { formatJour } from '../../dates'
import { formatHeures, formatPourcent } from '../../nombres'
import { pluriel } from '../../text'
import type { Difference } from './difference'
import { type Contenu, uniteHeures } from './dossier'
import { volumeEcrit } from './intervention'

/** A set of named things inside a letter: same key, same thing; same `ecrit`, unchanged. */
interface Element {
  cle: string
  /** What a chip says. */
  nom: string
  /** Everything that counts as a change, in words. */
  ecrit: string
}

function elements(champ: string, libelle: string, avant: readonly Element[], apres: readonly Element[]): Difference[] {
  const [anciens, nouveaux] = [
    new Map(avant.map((element) => [element.cle, element])),
    new Map(apres.map((element) => [element.cle, element])),
  ]
  return [
    ...apres.flatMap(({ cle, nom, ecrit }): Difference[] => {
      const ancien = anciens.get(cle)
      if (ancien === undefined) return [{ champ, libelle, sens: 'ajout', avant: '', apres: nom }]
      if (ancien.ecrit === ecrit) return []
      return [
        { champ, libelle: `${libelle} : ${nom}`, sens: 'modification', avant: ancien.ecrit, apres: ecrit, court: nom },
      ]
    }),
    ...avant.flatMap(({ cle, nom }): Difference[] =>
      nouveaux.has(cle) ? [] : [{ champ, libelle, sens: 'retrait', avant: nom, apres: '' }],
    ),
  ]
}

function valeur(champ: string, libelle: string, avant: string, apres: string, court?: string): Difference[] {
  if (avant === apres) return []
  const sens = avant === '' ? 'ajout' : apres === '' ? 'retrait' : 'modification'
  return [{ champ, libelle, sens, avant, apres, ...(court !== undefined && { court }) }]
}

/** « 1 123 h 12 → 1 404 h »: the unit is said once when it does not change. */
function duesEnCourt(avant: Contenu, apres: Contenu): string | undefined {
  const [unite, autre] = [uniteHeures(avant), uniteHeures(apres)]
  if (unite !== autre) return undefined
  const suffixe = unite === 'semaine' ? '/sem.' : ''
  return `${formatHeures(avant.lettre.heuresDues)} → ${formatHeures(apres.lettre.heuresDues)}${suffixe}`
}

/** « 1 404 h par an », « 13 h 30 par semaine ». */
const duesEcrites = (contenu: Pick<Contenu, 'lettre' | 'regime'>): string =>
  `${formatHeures(contenu.lettre.heuresDues)} par ${uniteHeures(contenu)}`

/** « toute l’année », « du 01/10/2026 au 04/06/2027 »: two whole years compare equal. */
export function periodeEcrite({ lettre: { anneeId, dateEffetLe, finLe } }: Pick<Contenu, 'lettre'>): string {
  const bornes = bornesAnneeScolaire(anneeId)
  if (dateEffetLe === bornes.debutLe && finLe === bornes.finLe) return 'toute l’année'
  return `du ${formatJour(dateEffetLe)} au ${formatJour(finLe)}`
}

const lieuEcrit = (residence: Contenu['residence']): string =>
  residence === null ? '' : `${residence.nom} (${residence.uai})`

const etablissementsDe = ({ etablissements }: Contenu): Element[] =>
  etablissements.map((etablissement) => ({
    cle: etablissement.etablissementId,
    nom: etablissement.nom,
    ecrit:
      [etablissement.nature?.libelle ?? '', volumeEcrit(etablissement), etablissement.gpds === 1 ? 'GPDS' : '']
        .filter((mot) => mot !== '')
        .join(', ') || 'cité',
  }))

const cleTexte = (texte: string): string => texte.trim().toLocaleLowerCase('fr')

const objectifsDe = ({ objectifs }: Contenu): Element[] =>
  objectifs.map(({ libelle, indicateur, cible }) => ({
    cle: cleTexte(libelle),
    nom: libelle,
    ecrit: [indicateur, cible].filter((mot) => mot !== '').join(' : ') || 'sans cible',
  }))

const signatairesDe = ({ signataires }: Contenu): Element[] =>
  signataires.map(({ code, qualite, nom }) => ({ cle: code ?? 'AGENT', nom: qualite, ecrit: nom || 'sans nom' }))

const fseDe = ({ fse }: Contenu): Element[] =>
  fse.map(({ operationId, numero, intitule, pourcentage }) => ({
    cle: operationId,
    nom: `${formatPourcent(pourcentage)} sur ${numero} – ${intitule}`,
    ecrit: formatPourcent(pourcentage),
  }))

const domainesDe = ({ domaines }: Contenu): Element[] =>
  domaines.map(({ domaineId, libelle, heures }) => ({ cle: domaineId, nom: libelle, ecrit: formatHeures(heures) }))

const textes = [
  ['perimetre', 'Périmètre'],
  ['instances', 'Instances'],
  ['moyens', 'Moyens'],
  ['suivi', 'Suivi'],
] as const

/**
 * What differs between two texts of one agent's letter, field by field, what matters most first. Dates of validity
 * compare by period (two whole school years are alike), establishments, objectives and signatories by what they are
 * about. Used by the campaign (last year's letter), by an avenant (the letter that it amends), by a change of service.
 */
export function comparerLettres(avant: Contenu, apres: Contenu): Difference[] {
  const [a, b] = [avant.lettre, apres.lettre]
  return [
    ...valeur('quotite', 'Quotité', formatPourcent(a.quotite), formatPourcent(b.quotite)),
    ...valeur(
      'regime',
      'Régime',
      avant.regime.abrege ?? avant.regime.libelle,
      apres.regime.abrege ?? apres.regime.libelle,
    ),
    ...valeur('heuresDues', 'Heures dues', duesEcrites(avant), duesEcrites(apres), duesEnCourt(avant, apres)),
    ...valeur('periode', 'Période', periodeEcrite(avant), periodeEcrite(apres), periodeEcrite(apres)),
    ...valeur('residence', 'Résidence', lieuEcrit(avant.residence), lieuEcrit(apres.residence)),
    ...elements(
      'reseau',
      'Réseau',
      avant.reseaux.map(({ reseauId, nom }) => ({ cle: reseauId, nom, ecrit: nom })),
      apres.reseaux.map(({ reseauId, nom }) => ({ cle: reseauId, nom, ecrit: nom })),
    ),
    ...elements('etablissement', 'Établissement', etablissementsDe(avant), etablissementsDe(apres)),
    ...elements('fse', 'Part FSE', fseDe(avant), fseDe(apres)).map((difference) =>
      abregerFse(difference, avant, apres),
    ),
    ...elements('domaine', 'Heures', domainesDe(avant), domainesDe(apres)).map(chiffrer),
    ...elements('objectif', 'Objectif', objectifsDe(avant), objectifsDe(apres)),
    ...elements('signataire', 'Signataire', signatairesDe(avant), signatairesDe(apres)),
    ...elements(
      'visa',
      'Visa',
      avant.visas.map(({ visaId, libelle, abrege }) => ({ cle: visaId, nom: abrege ?? libelle, ecrit: libelle })),
      apres.visas.map(({ visaId, libelle, abrege }) => ({ cle: visaId, nom: abrege ?? libelle, ecrit: libelle })),
    ),
    ...textes.flatMap(([champ, libelle]) => valeur(champ, libelle, a[champ].trim(), b[champ].trim())),
  ]
}

/** « Prévention : 210 h 36 → 211 h »: hours are short enough for a chip to say both. */
const chiffrer = (difference: Difference): Difference =>
  difference.court === undefined
    ? difference
    : { ...difference, court: `${difference.court} : ${difference.avant} → ${difference.apres}` }

/** « + FSE 40 % » says enough where room is short. */
function abregerFse(difference: Difference, avant: Contenu, apres: Contenu): Difference {
  const source = difference.sens === 'retrait' ? avant : apres
  const part = source.fse.find(({ numero }) => (difference.apres || difference.avant).includes(numero))
  return part ? { ...difference, court: `FSE ${formatPourcent(part.pourcentage)}` } : difference
}

/** What follows from another change: shown in the detail, silent in a line. */
const consequences: ReadonlySet<string> = new Set([
  'domaine',
  'signataire',
  'visa',
  'perimetre',
  'instances',
  'moyens',
  'suivi',
])

/** The differences that a line of the campaign shows: hours by domain follow the hours due, texts stay in the detail. */
export function differencesEnLigne(differences: readonly Difference[]): Difference[] {
  const principales = differences.filter(({ champ }) => !consequences.has(champ))
  const objectifs = principales.filter(({ champ }) => champ === 'objectif')
  const autres = principales.filter(({ champ }) => champ !== 'objectif')
  const resumees = (['ajout', 'modification', 'retrait'] as const).flatMap((sens): Difference[] => {
    const nombre = objectifs.filter((objectif) => objectif.sens === sens).length
    if (nombre === 0) return []
    const texte = `${String(nombre)} ${pluriel(nombre, 'objectif')}`
    const [avant, apres] = sens === 'ajout' ? ['', texte] : sens === 'retrait' ? [texte, ''] : [texte, 'à jour']
    return [{ champ: 'objectif', libelle: 'Objectifs', sens, avant, apres }]
  })
  return [...autres, ...resumees]
}
