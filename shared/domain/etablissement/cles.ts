import { cleRecherche, cleTri, plier } from '../../text'
import type { Etablissement } from './etablissement'

/** How people call an établissement of that nature, when its name does not say it: « LP Bréquigny », « CIO de Redon ». */
const sigles: Readonly<Record<string, string>> = {
  college: 'clg',
  'lycee professionnel': 'lp',
  'lycee polyvalent': 'lpo',
  'lycee d enseignement general': 'lg',
  'lycee enseignt general et technologique': 'lgt',
  'section d enseignement professionnel': 'sep lp',
  'etab regional lycee enseignement adapte': 'erea',
  'centre d information et d orientation': 'cio',
  'institut medico educatif': 'ime',
  'maison familiale rurale education orient': 'mfr',
  'direction services departementaux en': 'dsden',
}

/** By nature as written: the annuaire has twenty, on 60 000 rows. */
const siglesConnus = new Map<string, string | undefined>()

function sigleDe(nature: string): string | undefined {
  if (!siglesConnus.has(nature)) siglesConnus.set(nature, sigles[plier(nature)])
  return siglesConnus.get(nature)
}

/** The stored keys of an établissement: lists sort on its name, completion finds it by UAI, name, commune or sigle. */
export function clesEtablissement({
  uai,
  nom,
  commune,
  nature,
}: Pick<Etablissement, 'uai' | 'nom' | 'commune' | 'nature'>): Pick<Etablissement, 'cleTri' | 'cleRecherche'> {
  const sigle = sigleDe(nature)
  return {
    cleTri: cleTri(nom),
    cleRecherche: cleRecherche(`${uai} ${nom} ${commune}${sigle === undefined ? '' : ` ${sigle}`}`),
  }
}
