import { jourEnLettres } from '../../../shared/dates'
import type { Difference } from '../../../shared/domain/lettre-de-mission/difference'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import type { Bloc } from '../../documents/html-description'
import { liste, paragraphe, titre } from './blocs'

/** « Avenant n° 1 à la lettre de mission – coordonnatrice MLDS – … » for an avenant, the model's words otherwise. */
export function objetDuTexte({ lettre }: Pick<DossierLettre, 'lettre'>, objet: string): string {
  if (lettre.nature !== 'avenant') return objet
  return `Avenant n° ${String(lettre.numeroAvenant)} à la ${objet.charAt(0).toLowerCase()}${objet.slice(1)}`
}

/** « la lettre de mission du 5 septembre 2026 (réf. …) », « l’avenant n° 1 du … ». */
function nommerAmende({ nature, numeroAvenant, etablieLe, reference }: NonNullable<DossierLettre['amende']>): string {
  const nom = nature === 'avenant' ? `l’avenant n° ${String(numeroAvenant)}` : 'la lettre de mission'
  const date = etablieLe === null ? '' : ` du ${jourEnLettres(etablieLe)}`
  return `${nom}${date}${reference === '' ? '' : ` (réf. ${reference})`}`
}

function phraseDifference({ libelle, sens, avant, apres }: Difference): string {
  if (sens === 'ajout') return `${libelle} : ajout de ${apres} ;`
  if (sens === 'retrait') return `${libelle} : retrait de ${avant} ;`
  return `${libelle} : ${apres} au lieu de ${avant} ;`
}

/** The last item of the list ends the sentence. */
const finir = (phrases: string[]): string[] =>
  phrases.map((phrase, rang) => (rang === phrases.length - 1 ? phrase.replace(/ ;$/u, '.') : phrase))

/** What changes between two texts, in a letter's words; the period of an avenant is its date of effect. */
const aDire = ({ champ }: Difference): boolean => champ !== 'periode' && champ !== 'signataire'

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
  const differences = amende.differences.filter(aDire)
  const effet = `Le présent avenant modifie ${nom}, à compter du ${jourEnLettres(lettre.dateEffetLe)}`
  if (differences.length === 0) return [paragraphe(`${effet}.`)]
  return [
    titre(2, 'Objet de l’avenant'),
    paragraphe(`${effet}, sur les points suivants :`),
    liste(finir(differences.map(phraseDifference))),
    paragraphe(
      `La lettre de mission s’applique désormais dans la rédaction qui suit, jusqu’au ${jourEnLettres(lettre.finLe)}.`,
    ),
  ]
}
