import { academies } from '../../academies'
import { AppError } from '../../app-error'
import type { Academie } from './academie'

/** The settings a new register starts with; an unknown code is refused with the list of known ones. */
export function academieDepuisCode(code: string): Academie {
  const connue = academies[code]
  if (!connue) {
    const codes = Object.entries(academies)
      .map(([autre, { nom }]) => `${autre} ${nom}`)
      .toSorted()
    throw new AppError(
      'invalid',
      `Le code d’académie « ${code} » n’est pas connu. Codes possibles : ${codes.join(', ')}.`,
      {
        fields: { academieCode: 'Code d’académie inconnu.' },
      },
    )
  }
  return academieVide(code, connue.nom)
}

export function academieVide(code: string, nom: string): Academie {
  const voyelle = /^[aeiouyàâéèêëîïôûh]/i.test(nom) && !/^(La|Le) /.test(nom)
  return {
    id: 'academie',
    code,
    nom,
    nomComplement: contraction(nom, voyelle),
    region: '',
    service: 'Délégation de région académique à l’information et à l’orientation',
    adresse: '',
    ville: '',
    telephone: '',
    courriel: '',
    affaireSuiviePar: '',
    titreAutorite: 'recteur',
    signature: 'Pour le recteur et par délégation,',
    prefixeReference: 'DRAIO/MLDS',
    mentionEurope: 'Cofinancé par l’Union européenne',
    logoFichierId: null,
    grilleActivite: 'domaine',
    toleranceHeures: 0.5,
    demonstration: 0,
  }
}

function contraction(nom: string, voyelle: boolean): string {
  if (nom.startsWith('La ')) return `de ${nom}`
  return voyelle ? `d’${nom}` : `de ${nom}`
}
