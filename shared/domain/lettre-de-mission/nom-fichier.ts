import { nomFichierSur } from '../../nom-fichier'
import { nomAffiche } from '../../text'
import type { FormatLettre } from './format'

/**
 * File name of a letter: « HAMON Nadège - Lettre de mission 2026-2027 - coordonnatrice MLDS.pdf ». The name comes first so
 * that a folder sorts by person; a very long one is cut so that the year always stays. At most 120 characters.
 */
export function nomFichierLettre(
  agent: { nom: string; prenom: string },
  annee: string,
  role: string,
  extension: FormatLettre = 'pdf',
): string {
  const personne = nomFichierSur(nomAffiche(agent), '', 60)
  return nomFichierSur(`${personne} - Lettre de mission ${annee} - ${role}`, extension)
}
