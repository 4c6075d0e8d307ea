import { ajouterMois } from '../../dates'
import { intersection } from '../../periodes'
import { ecrireLettre, type NouvelleLettre, type PropositionsLettre } from '../lettre-de-mission/creation'
import type { Contenu } from '../lettre-de-mission/dossier'
import { adapterAuService, type Territoire } from './adaptation'
import type { ServiceDeCampagne } from './service'

/** What a renewal is written with. */
export interface CadreDeReconduction extends Territoire {
  /** What the académie proposes in a new letter: its grid, its visas, the circuit of signatories for this service. */
  propositions: PropositionsLettre
  /** Dates of the FSE operations. */
  operations: ReadonlyMap<string, { debutLe: string; finLe: string }>
}

/**
 * Last year's letter carried over into the year of the service: perimeter, hours spread over what is now due, objectives
 * a year later, visas still in force, signatories (those of the circuit when the résidence changed), FSE shares that the
 * operation still covers, the letter's own words. Results, signatures and acceptances are not carried over.
 */
export function reconduireLettre(
  precedente: Contenu,
  service: ServiceDeCampagne,
  cadre: CadreDeReconduction,
): NouvelleLettre {
  const base = ecrireLettre(service, cadre.propositions, cadre.newId)
  const { perimetre, instances, moyens, suivi, heuresMasquees, modele } = precedente.lettre
  const nouvelle: NouvelleLettre = {
    ...base,
    lettre: { ...base.lettre, perimetre, instances, moyens, suivi, heuresMasquees, modele },
    ...reprendrePerimetre(precedente, base, cadre),
    domaines: domainesRepris(precedente, base, cadre),
    visas: visasRepris(precedente, base, cadre),
    signataires: signatairesRepris(precedente, base, cadre),
    fse: partsReprises(precedente, base, cadre),
  }
  return adapterAuService(nouvelle, precedente, service, cadre, { garderHeures: false, dates: true })
}

/** A newcomer's letter: what the service says, with the perimeter and the objectives of the person replaced, if any. */
export function ecrireNouvelle(
  service: ServiceDeCampagne,
  predecesseur: Contenu | null,
  cadre: CadreDeReconduction,
): NouvelleLettre {
  const base = ecrireLettre(service, cadre.propositions, cadre.newId)
  if (predecesseur === null) return base
  const nouvelle = {
    ...base,
    ...reprendrePerimetre(predecesseur, base, cadre),
    domaines: domainesRepris(predecesseur, base, cadre),
  }
  return adapterAuService(nouvelle, predecesseur, service, cadre, { garderHeures: false, dates: true })
}

function reprendrePerimetre(
  { etablissements, objectifs }: Contenu,
  { lettre }: NouvelleLettre,
  { newId }: Territoire,
): Pick<NouvelleLettre, 'etablissements' | 'objectifs'> {
  const lettreId = lettre.id
  return {
    etablissements: etablissements.map(({ etablissementId, natureId, volume, uniteVolume, gpds, ordre }) => ({
      id: newId(),
      lettreId,
      ...{ etablissementId, natureId, volume, uniteVolume, gpds, ordre },
    })),
    objectifs: objectifs.map(({ libelle, indicateur, cible, echeanceLe, domaineId, ordre }) => ({
      id: newId(),
      lettreId,
      ...{ libelle, indicateur, cible, domaineId, ordre },
      echeanceLe: echeanceLe === null ? null : ajouterMois(echeanceLe, 12),
      resultat: '',
      atteinte: 'nonRenseignee',
    })),
  }
}

const domainesRepris = (
  { domaines }: Contenu,
  { lettre }: NouvelleLettre,
  { newId }: Territoire,
): NouvelleLettre['domaines'] =>
  domaines.map(({ domaineId, heures, activites, ordre }) => ({
    id: newId(),
    lettreId: lettre.id,
    ...{ domaineId, heures, activites, ordre },
  }))

/** Visas that are still in force; those of the académie when none of last year's is. */
function visasRepris({ visas }: Contenu, base: NouvelleLettre, { newId }: Territoire): NouvelleLettre['visas'] {
  const enVigueur = new Set(base.visas.map(({ visaId }) => visaId))
  const repris = visas.flatMap(({ visaId, actif, remplacant }) => {
    if (remplacant !== null && !enVigueur.has(visaId)) return [remplacant.id]
    return actif === 1 && enVigueur.has(visaId) ? [visaId] : []
  })
  if (repris.length === 0) return base.visas
  return [...new Set(repris)].map((visaId, rang) => ({
    id: newId(),
    lettreId: base.lettre.id,
    visaId,
    ordre: rang + 1,
  }))
}

function signatairesRepris(
  precedente: Contenu,
  base: NouvelleLettre,
  { newId }: Territoire,
): NouvelleLettre['signataires'] {
  if (precedente.signataires.length === 0) return base.signataires
  if (precedente.lettre.residenceId !== base.lettre.residenceId) {
    // The chef d’établissement is another person: names are kept for the signatories that do not change.
    const noms = new Map(precedente.signataires.map(({ signataireId, nom }) => [signataireId, nom]))
    const locaux = new Set(['CHEF', 'DCIO'])
    const codes = new Map(precedente.signataires.map(({ signataireId, code }) => [signataireId, code]))
    return base.signataires.map((ligne) => {
      const garde = ligne.nom === '' && !locaux.has(codes.get(ligne.signataireId) ?? '')
      return garde ? { ...ligne, nom: noms.get(ligne.signataireId) ?? '' } : ligne
    })
  }
  return precedente.signataires.map(({ signataireId, qualite, nom, ordre }) => ({
    id: newId(),
    lettreId: base.lettre.id,
    ...{ signataireId, qualite, nom, ordre, signeLe: null },
  }))
}

/** The share runs over the days that the letter and the operation have in common; none, it ends. */
function partsReprises(
  { fse }: Contenu,
  { lettre }: NouvelleLettre,
  { operations, newId }: CadreDeReconduction,
): NouvelleLettre['fse'] {
  return fse.flatMap(({ operationId, pourcentage, missions }) => {
    const operation = operations.get(operationId)
    const commune = operation && intersection({ debutLe: lettre.dateEffetLe, finLe: lettre.finLe }, operation)
    if (!commune) return []
    const { debutLe, finLe } = commune
    const periode = { debutLe, finLe: finLe ?? lettre.finLe }
    return [{ id: newId(), lettreId: lettre.id, operationId, pourcentage, missions, ...periode, accepteeLe: null }]
  })
}
