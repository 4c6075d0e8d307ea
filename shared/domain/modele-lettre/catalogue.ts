import { bouclesModele, type BoucleModele, type ChampDeBoucle, type CodeBoucle } from './boucles'
import { champsModele, type ChampModele, type CodeChamp } from './champs.donnees'
import { conditionsModele, type CodeCondition, type ConditionModele } from './conditions'

/**
 * Everything that a model of letter may name, in the application's editor and in the académie's Word model alike. A
 * code is unique among the fields, inner ones included; conditions have codes of their own, and a field's code is a
 * condition too: « it has a value ».
 */
export const catalogue: {
  champs: readonly (ChampModele & { code: CodeChamp })[]
  conditions: readonly (ConditionModele & { code: CodeCondition })[]
  boucles: readonly (BoucleModele & { code: CodeBoucle })[]
} = { champs: champsModele, conditions: conditionsModele, boucles: bouclesModele }

const parCode = <Element extends { code: string }>(
  elements: readonly Element[],
): ((code: string) => Element | undefined) => {
  const index = new Map(elements.map((element) => [element.code, element]))
  return (code) => index.get(code)
}

export const champParCode = parCode<ChampModele>(catalogue.champs)
export const conditionParCode = parCode<ConditionModele>(catalogue.conditions)
export const boucleParCode = parCode<BoucleModele>(catalogue.boucles)

/** A field that only lives in a loop, with that loop. */
export const champInterneParCode = parCode<ChampDeBoucle & { boucle: CodeBoucle }>(
  catalogue.boucles.flatMap(({ code: boucle, champs }) => champs.map((champ) => ({ ...champ, boucle }))),
)

/** The fields that a place of a model may name: the letter's, and those of the loops around it (outermost first). */
export const champsDisponibles = (autour: readonly string[]): (ChampModele | ChampDeBoucle)[] => [
  ...autour.toReversed().flatMap((code) => boucleParCode(code)?.champs ?? []),
  ...catalogue.champs,
]

/** The loops that may be begun at a place: not one that is already turning there. */
export const bouclesDisponibles = (autour: readonly string[]): (BoucleModele & { code: CodeBoucle })[] => {
  const interieure = autour.at(-1)
  const permises = interieure === undefined ? undefined : (boucleParCode(interieure)?.boucles ?? [])
  return catalogue.boucles.filter(({ code }) => permises === undefined || permises.includes(code))
}
