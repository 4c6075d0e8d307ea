import { jourEnLettres } from '../../dates'
import type { Difference } from './difference'
import type { Amende } from './dossier'

/** « la lettre de mission du 5 septembre 2026 (réf. …) », « l’avenant n° 1 du … ». */
export function nommerAmende({ nature, numeroAvenant, etablieLe, reference }: Amende): string {
  const nom = nature === 'avenant' ? `l’avenant n° ${String(numeroAvenant)}` : 'la lettre de mission'
  const date = etablieLe === null ? '' : ` du ${jourEnLettres(etablieLe)}`
  return `${nom}${date}${reference === '' ? '' : ` (réf. ${reference})`}`
}

function phraseDifference({ libelle, sens, avant, apres }: Difference): string {
  if (sens === 'ajout') return `${libelle} : ajout de ${apres}`
  if (sens === 'retrait') return `${libelle} : retrait de ${avant}`
  return `${libelle} : ${apres} au lieu de ${avant}`
}

/** The period of an avenant is its date of effect; who signs it is seen at its end. */
const aDire = ({ champ }: Difference): boolean => champ !== 'periode' && champ !== 'signataire'

/** What an avenant changes, in a letter's words; `phrase` is an item of a list, the last one ends the sentence. */
export function modifications(amende: Amende | null): (Difference & { phrase: string })[] {
  const dites = (amende?.differences ?? []).filter(aDire)
  return dites.map((difference, rang) => ({
    ...difference,
    phrase: `${phraseDifference(difference)}${rang === dites.length - 1 ? '.' : ' ;'}`,
  }))
}
