import { estLAgent } from '../../../shared/domain/lettre-de-mission/case-de-signature'
import { accorder, accorderParticipe } from '../../../shared/domain/lettre-de-mission/genre'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import type { SignataireAProposer } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { circuitPour, concerneLaResidence } from '../../../shared/domain/circuit/regles'
import type { PropositionsLettre } from '../../../shared/domain/lettre-de-mission/creation'
import { modeleDe } from '../../../shared/domain/modele-lettre/choix'
import type { ContenuModele, ModeleLu, SignataireModele } from '../../../shared/domain/modele-lettre/modele-lettre'
import type { Academie } from '../../../shared/domain/parametres/academie'
import { etatVisa } from '../../../shared/domain/vocabulaire/visa'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { prenomNom } from '../../../shared/text'
import type { CircuitLu } from './circuit.queries'
import type { ServiceLu } from './creation.queries'

type Signataire = PropositionsLettre['signataires'][number]

/** What the académie proposes for this service: its grid, its visas in force, the model's circuit of signatories. */
export function proposer(
  service: ServiceLu,
  modeles: readonly ModeleLu[],
  academie: Academie,
  termes: readonly Vocabulaire[],
  reference: string,
  circuits: readonly CircuitLu[],
): PropositionsLettre {
  const regles = service.modele === null ? [] : modeleDe(modeles, service.modele).contenu.signataires
  const idsDe = (liste: Vocabulaire['liste']): string[] =>
    termes.filter((terme) => terme.liste === liste).map(({ id }) => id)
  return {
    domaineIds: idsDe(academie.grilleActivite),
    visaIds: visasEnVigueur(termes, service.affectation.debutLe),
    signataires: circuitDuService(service, regles, circuits).flatMap(({ regle, nom }) =>
      signataire(regle, service, academie, termes).map((ligne) => (nom === '' ? ligne : { ...ligne, nom })),
    ),
    reference,
  }
}

/** The visas that a letter may cite from that day on. */
const visasEnVigueur = (termes: readonly Vocabulaire[], jour: string): string[] =>
  termes.filter((terme) => terme.liste === 'visa' && etatVisa(terme, jour) === 'enVigueur').map(({ id }) => id)

/** The circuit that the académie set for this model and département, else the model's own. */
function circuitDuService(
  { modele: code, residenceType, residenceDepartement }: ServiceLu,
  regles: readonly SignataireModele[],
  circuits: readonly CircuitLu[],
): { regle: SignataireModele; nom: string }[] {
  const circuit = circuitPour(circuits, code ?? '', residenceDepartement)
  if (circuit === undefined)
    return regles.filter((regle) => concerne(regle, residenceType)).map((regle) => ({ regle, nom: '' }))
  return circuit.signataires
    .filter(({ residence }) => concerneLaResidence(residence, residenceType))
    .map(({ code, nom }) => ({ regle: regles.find((regle) => regle.code === code) ?? { code }, nom }))
}

function concerne({ siResidence, saufResidence }: SignataireModele, type: string | null): boolean {
  if (siResidence !== undefined && (type === null || !siResidence.includes(type))) return false
  return saufResidence === undefined || type === null || !saufResidence.includes(type)
}

/** Nobody when the académie's list has no such signatory any more. */
function signataire(
  regle: SignataireModele,
  { agent }: ServiceLu,
  academie: Academie,
  termes: readonly Vocabulaire[],
): Signataire[] {
  if (regle.agent === true) return [signataireAgent(agent)]
  const terme = termes.find(({ liste, code }) => liste === 'signataire' && code === regle.code)
  if (!terme) return []
  return [
    {
      signataireId: terme.id,
      qualite: regle.autorite === true ? qualiteAutorite(terme, academie) : terme.libelle,
      nom: '',
    },
  ]
}

const signataireAgent = (agent: ServiceLu['agent']): Signataire => ({
  signataireId: null,
  qualite: `L’${accorderParticipe('intéressé', agent.civilite)}`,
  nom: prenomNom(agent),
})

/** The words of the settings, « Pour le recteur et par délégation, … », or those of the list. */
function qualiteAutorite(terme: Vocabulaire, { signature, titreAutorite }: Academie): string {
  const propre = signature.replace(/\s+/gu, ' ').trim().replace(/,$/u, '').slice(0, 300)
  return propre === '' ? accorder(terme, titreAutorite === 'rectrice' ? 'madame' : 'monsieur') : propre
}

/** Signatories that a letter does not have yet: the agent first, then those of the académie's list. */
export function signatairesAAjouter(
  { signataires, agent }: DossierLettre,
  modele: ContenuModele,
  academie: Academie,
  termes: readonly Vocabulaire[],
): SignataireAProposer[] {
  const absents = termes.filter(
    ({ liste, id }) => liste === 'signataire' && !signataires.some(({ signataireId }) => signataireId === id),
  )
  const autres = absents.flatMap((terme): SignataireAProposer[] => {
    const regle = modele.signataires.find(({ code }) => code === terme.code)
    if (regle?.agent === true) return []
    const qualite = regle?.autorite === true ? qualiteAutorite(terme, academie) : terme.libelle
    return [{ signataireId: terme.id, qualite, nom: '', libelle: terme.abrege ?? terme.libelle }]
  })
  const dejaLa = signataires.some((ligne) => estLAgent(ligne, modele))
  return dejaLa ? autres : [{ ...signataireAgent(agent), libelle: 'l’agent' }, ...autres]
}
