import type { Civilite } from '../../../shared/domain/agent/agent'
import { accorder, accorderParticipe } from '../../../shared/domain/lettre-de-mission/genre'

/** Values of the fields that a model's sentence may name; '' for what is not known. */
export type Champs = Readonly<Record<string, string>>

const accord = /\{([^{}|]+)\|([^{}|]+)\}/gu
const champ = /\{(\p{L}+)\}/gu

/** « affecté|affectée » → the form of the person; unknown: « affecté·e », « formateur/formatrice ». */
function formeAccordee(masculin: string, feminin: string, civilite: Civilite | null): string {
  return feminin === `${masculin}e`
    ? accorderParticipe(masculin, civilite)
    : accorder({ libelle: masculin, libelleFeminin: feminin }, civilite)
}

/**
 * A model's sentence with its fields filled and its agreements made; null when one of the fields is empty, so that a part
 * without a value is left out and never printed as a hole. A field that no letter has is a fault of the model.
 */
export function rediger(phrase: string, champs: Champs, civilite: Civilite | null): string | null {
  const accordee = phrase.replace(accord, (_tout, masculin: string, feminin: string) =>
    formeAccordee(masculin, feminin, civilite),
  )
  const noms = [...accordee.matchAll(champ)].map(([, nom = '']) => nom)
  const inconnu = noms.find((nom) => champs[nom] === undefined)
  if (inconnu !== undefined) throw new Error(`unknown field {${inconnu}} in a letter model`)
  if (noms.some((nom) => champs[nom] === '')) return null
  return accordee.replace(champ, (_tout, nom: string) => champs[nom] ?? '')
}

/** « Le directeur du CIO » → « du directeur du CIO », « L’inspecteur… » → « de l’inspecteur… », after « s/c ». */
export function complementDe(qualite: string): string {
  if (/^le /iu.test(qualite)) return `du ${qualite.slice(3)}`
  if (/^les /iu.test(qualite)) return `des ${qualite.slice(4)}`
  if (/^la /iu.test(qualite)) return `de la ${qualite.slice(3)}`
  if (/^l[’']/iu.test(qualite)) return `de l’${qualite.slice(2)}`
  return `de ${qualite}`
}
