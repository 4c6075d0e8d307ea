import { nomFichierSur } from '../../nom-fichier'
import { nomAffiche } from '../../text'
import { designerTexte } from './avenant'
import type { LettreDeMission } from './lettre-de-mission'

/**
 * File name of a letter: « HAMON Nadège - Lettre de mission 2026-2027 - coordonnatrice MLDS.pdf ». The name comes first so
 * that a folder sorts by person; the rôle tells the letters of one person apart, the number an avenant from its letter. A
 * very long name is cut so that year and number always stay. At most 120 characters.
 */
export function nomFichierLettre(
  agent: { nom: string; prenom: string },
  lettre: Pick<LettreDeMission, 'anneeId' | 'nature' | 'numeroAvenant'>,
  role: string,
  extension: 'pdf' | 'docx' | 'eml' = 'pdf',
): string {
  const personne = nomFichierSur(nomAffiche(agent), '', 60)
  return nomFichierSur(`${personne} - ${designerTexte(lettre)} - ${role}`, extension)
}
