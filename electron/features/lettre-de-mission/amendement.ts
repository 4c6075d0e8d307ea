import { jourEnLettres } from '../../../shared/dates'
import { modifications, nommerAmende } from '../../../shared/domain/lettre-de-mission/amendement'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import type { Bloc } from '../../documents/html-description'
import { liste, paragraphe, titre } from './blocs'

/** « Avenant n° 1 à la lettre de mission – coordonnatrice MLDS – … » for an avenant, the model's words otherwise. */
export function objetDuTexte({ lettre }: Pick<DossierLettre, 'lettre'>, objet: string): string {
  if (lettre.nature !== 'avenant') return objet
  return `Avenant n° ${String(lettre.numeroAvenant)} à la ${objet.charAt(0).toLowerCase()}${objet.slice(1)}`
}

/**
 * What an avenant amends or a letter replaces, with its date of effect, before the consolidated text (metier.md § 3.5,
 * 8 « avenant en cas de changement de périmètre, de quotité ou de mission »). Nothing for a letter of its own.
 */
export function amendement({ lettre, amende }: DossierLettre): Bloc[] {
  if (amende === null) return []
  const nom = nommerAmende(amende)
  if (lettre.nature === 'remplacement')
    return [
      paragraphe(`La présente lettre annule et remplace ${nom}, à compter du ${jourEnLettres(lettre.dateEffetLe)}.`),
    ]
  const points = modifications(amende)
  const effet = `Le présent avenant modifie ${nom}, à compter du ${jourEnLettres(lettre.dateEffetLe)}`
  if (points.length === 0) return [paragraphe(`${effet}.`)]
  return [
    titre(2, 'Objet de l’avenant'),
    paragraphe(`${effet}, sur les points suivants :`),
    liste(points.map(({ phrase }) => phrase)),
    paragraphe(
      `La lettre de mission s’applique désormais dans la rédaction qui suit, jusqu’au ${jourEnLettres(lettre.finLe)}.`,
    ),
  ]
}
