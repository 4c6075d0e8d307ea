import { heuresDues } from '../affectation/heures-dues'
import { usages } from '../lettre-de-mission/controle'
import type { NouvelleLettre } from '../lettre-de-mission/creation'
import type { Contenu } from '../lettre-de-mission/dossier'
import { ecartDHeures } from '../lettre-de-mission/regles'
import { repartirHeures } from './repartition'
import type { ServiceDeCampagne } from './service'

/** What the register knows around a letter that follows its service. */
export interface Territoire {
  /** Members of each network at the beginning of the year. */
  membres: ReadonlyMap<string, ReadonlySet<string>>
  /** The académie's, in hours a year: a gap between hours due and spread that it lets be is no reason to spread again. */
  toleranceHeures: number
  newId: () => string
}

interface Options {
  /** Hours due typed by hand are kept while neither the quotité nor the régime changes. */
  garderHeures: boolean
  /** False for an avenant, whose first day is its own. */
  dates: boolean
}

/**
 * A letter brought to what its service says: quotité, régime, hours due and their spread, résidence, dates, networks. The
 * établissements that belonged only to a network left are dropped, and so are those that closed; `avant` names them.
 */
export function adapterAuService(
  nouvelle: NouvelleLettre,
  avant: Pick<Contenu, 'reseaux' | 'etablissements'>,
  service: ServiceDeCampagne,
  territoire: Territoire,
  { garderHeures, dates }: Options,
): NouvelleLettre {
  const { affectation, regime, corpsOrsHebdo } = service
  const { quotite, regimeId, residenceId, heuresEnseignementHebdo } = affectation
  const { lettre } = nouvelle
  const inchangee = lettre.quotite === quotite && lettre.regimeId === regimeId
  const dues =
    garderHeures && inchangee
      ? lettre.heuresDues
      : heuresDues({ regime, quotite, corpsOrsHebdo, heuresEnseignementHebdo }).heures
  const periode = dates
    ? { dateEffetLe: affectation.debutLe, finLe: affectation.finLe }
    : { finLe: affectation.finLe < lettre.dateEffetLe ? lettre.finLe : affectation.finLe }
  const unite = regime.categorie === 'hebdomadaire' ? 'semaine' : 'an'
  return {
    ...nouvelle,
    lettre: { ...lettre, quotite, regimeId, residenceId, heuresDues: dues, ...periode },
    domaines:
      (dues === lettre.heuresDues && garderHeures) || repartitionTient(nouvelle, { dues, unite }, territoire)
        ? nouvelle.domaines
        : repartirHeures(nouvelle.domaines, dues, unite),
    reseaux: reseauxDuService(nouvelle, service, territoire),
    etablissements: etablissementsGardes(nouvelle, avant, service, territoire).map((ligne, rang) => ({
      ...ligne,
      ordre: rang + 1,
    })),
  }
}

function repartitionTient(
  { domaines }: NouvelleLettre,
  service: { dues: number; unite: 'an' | 'semaine' },
  { toleranceHeures }: Territoire,
): boolean {
  const reparties = domaines.reduce((total, { heures }) => total + heures, 0)
  return ecartDHeures({ reparties, ...service }, { ...usages, toleranceHeures }).tolere
}

function reseauxDuService(
  { lettre, reseaux }: NouvelleLettre,
  { reseauIds }: ServiceDeCampagne,
  { newId }: Territoire,
): NouvelleLettre['reseaux'] {
  const presents = new Map(reseaux.map((ligne) => [ligne.reseauId, ligne]))
  return reseauIds.map((reseauId) => presents.get(reseauId) ?? { id: newId(), lettreId: lettre.id, reseauId })
}

function etablissementsGardes(
  { etablissements }: NouvelleLettre,
  avant: Pick<Contenu, 'reseaux' | 'etablissements'>,
  { affectation, reseauIds }: ServiceDeCampagne,
  { membres }: Territoire,
): NouvelleLettre['etablissements'] {
  const quittes = avant.reseaux.filter(({ reseauId }) => !reseauIds.includes(reseauId))
  const dans = (ids: readonly string[], etablissementId: string): boolean =>
    ids.some((id) => membres.get(id)?.has(etablissementId) === true)
  const fermes = new Set(
    avant.etablissements
      .filter(({ fermeLe }) => fermeLe !== null && fermeLe <= affectation.debutLe)
      .map(({ etablissementId }) => etablissementId),
  )
  const quittesIds = quittes.map(({ reseauId }) => reseauId)
  return etablissements.filter(
    ({ etablissementId }) =>
      !fermes.has(etablissementId) && (!dans(quittesIds, etablissementId) || dans(reseauIds, etablissementId)),
  )
}
