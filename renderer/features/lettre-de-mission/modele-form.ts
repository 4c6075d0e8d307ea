import { contenuModele, modeleLettre, type ModeleLu } from '../../../shared/domain/modele-lettre/modele-lettre'

/** What is changed of a model. Its blocks, its activities and its rôles are edited by components of their own. */
export interface ChampsModele {
  libelle: string
  objet: string
  blocs: unknown
  instances: string
  moyens: string
  suivi: string
  activites: unknown
  mentionAgent: string
  copies: string
  propose: unknown
}

export const schemaModele = contenuModele.omit({ signataires: true }).extend({ libelle: modeleLettre.shape.libelle })

export function champsModele({ libelle, contenu }: ModeleLu): ChampsModele {
  const { signataires: _, ...champs } = contenu
  return { libelle, ...champs }
}
