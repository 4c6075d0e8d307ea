import { jourEnLettres } from '../../dates'
import { prenomNom } from '../../text'
import type { SignataireModele } from '../modele-lettre/modele-lettre'
import type { DossierLettre } from './dossier'

/** What the model of a letter says of its signatures. */
export interface ReglesDeSignature {
  /** Above the agent's signature: « Lu et pris connaissance le ». */
  mentionAgent: string
  signataires: readonly SignataireModele[]
}

/** A signatory without a term of the list, or with the one that the model says is the agent's. */
export const estLAgent = (
  { signataireId, code }: { signataireId: string | null; code: string | null },
  { signataires }: Pick<ReglesDeSignature, 'signataires'>,
): boolean => signataireId === null || signataires.some((regle) => regle.agent === true && regle.code === code)

/** What a letter says where someone signs; the agent, whom the letter names, reads and signs. */
export function caseDeSignature(
  signataire: DossierLettre['signataires'][number],
  agent: DossierLettre['agent'],
  regles: ReglesDeSignature,
): { qualite: string; nom: string; mention: string } {
  const { qualite, nom, signeLe } = signataire
  const lAgent = estLAgent(signataire, regles)
  const attente = lAgent ? regles.mentionAgent.trim() : ''
  return {
    qualite,
    nom: nom === '' && lAgent ? prenomNom(agent) : nom,
    mention: signeLe === null ? attente : `Signé le ${jourEnLettres(signeLe)}`,
  }
}
