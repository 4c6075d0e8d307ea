import { boucleParCode, bouclesDisponibles, champInterneParCode, champParCode, conditionParCode } from './catalogue'
import type { BlocModele, ContenuModele } from './modele-lettre'
import { analyser } from './redaction'

/** Blocks within blocks: a condition in a loop in a condition is deep enough. */
const profondeurMaximale = 4

const connuIci = (code: string, autour: readonly string[]): boolean => {
  const interne = champInterneParCode(code)
  return champParCode(code) !== undefined || (interne !== undefined && autour.includes(interne.boucle))
}

function fautesTexte(texte: string, autour: readonly string[]): string[] {
  return analyser(texte).flatMap((segment) => {
    if (segment.genre !== 'champ' || connuIci(segment.code, autour)) return []
    const interne = champInterneParCode(segment.code)
    if (interne === undefined) return [`Aucun champ ne s’appelle « ${segment.code} ».`]
    const boucle = boucleParCode(interne.boucle)?.libelle ?? interne.boucle
    return [`Le champ « ${interne.libelle} » ne se remplit que dans une boucle « Pour chaque ${boucle} ».`]
  })
}

function fautesBloc(bloc: BlocModele, autour: readonly string[], profondeur: number): string[] {
  switch (bloc.genre) {
    case 'contenu':
      return []
    case 'liste':
      return bloc.items.flatMap((item) => fautesTexte(item, autour))
    case 'condition':
      return [
        ...(conditionParCode(bloc.code) !== undefined || connuIci(bloc.code, autour)
          ? []
          : [`Aucune condition ne s’appelle « ${bloc.code} ».`]),
        ...fautesBlocs(bloc.blocs, autour, profondeur + 1),
      ]
    case 'boucle':
      return [
        ...(bouclesDisponibles(autour).some(({ code }) => code === bloc.code)
          ? []
          : [`La boucle « ${boucleParCode(bloc.code)?.libelle ?? bloc.code} » ne peut pas tourner à cet endroit.`]),
        ...fautesBlocs(bloc.blocs, [...autour, bloc.code], profondeur + 1),
      ]
    default:
      return fautesTexte(bloc.texte, autour)
  }
}

function fautesBlocs(blocs: readonly BlocModele[], autour: readonly string[], profondeur: number): string[] {
  if (profondeur > profondeurMaximale) return ['Les conditions et les boucles sont trop imbriquées : quatre au plus.']
  return blocs.flatMap((bloc) => fautesBloc(bloc, autour, profondeur))
}

/** What no letter could write in this model, a French sentence each, each one once; nothing for a sound model. */
export const fautesDuModele = ({ objet, blocs }: Pick<ContenuModele, 'objet' | 'blocs'>): string[] => [
  ...new Set([...fautesTexte(objet, []), ...fautesBlocs(blocs, [], 0)]),
]
