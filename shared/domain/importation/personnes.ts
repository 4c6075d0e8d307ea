import { majusculesFrancaises, nomAffiche, plier } from '../../text'
import type { Civilite } from '../agent/agent'

export interface IdentiteLue {
  civilite: Civilite | null
  nom: string
  prenom: string
}

const civilites: readonly (readonly [RegExp, Civilite])[] = [
  [/^(?:mme|mlle|madame|mademoiselle|f|femme)$/, 'madame'],
  [/^(?:m|mr|monsieur|h|homme)$/, 'monsieur'],
]

/** « Mme », « M. », « Madame », « F »… or null. */
export const lireCivilite = (texte: string): Civilite | null =>
  civilites.find(([motif]) => motif.test(plier(texte)))?.[1] ?? null

const sansCivilite = (texte: string): { civilite: Civilite | null; reste: string } => {
  const [, debut = '', reste = ''] = /^(mme|mlle|madame|m\.|mr\.?|monsieur)\s+(.+)$/iu.exec(texte) ?? []
  return debut === '' ? { civilite: null, reste: texte } : { civilite: lireCivilite(debut), reste }
}

const enCapitales = (mot: string): boolean => /\p{L}{2}/u.test(mot) && mot === majusculesFrancaises(mot)

/**
 * Parts « BEN SAÏD Loïc » or « Loïc BEN SAÏD »: the words in capitals are the surname, whichever side they are on.
 * Without that hint (« Ben Saïd Loïc », or all in capitals) the last word is taken for the first name. Undefined for a lone word.
 */
export function separerNomPrenom(texte: string): IdentiteLue | undefined {
  const { civilite, reste } = sansCivilite(texte.replace(/,/g, ' ').replace(/\s+/gu, ' ').trim())
  const mots = reste.split(' ').filter(Boolean)
  if (mots.length < 2) return undefined
  const [majuscules, autres] = [mots.filter(enCapitales), mots.filter((mot) => !enCapitales(mot))]
  if (majuscules.length > 0 && autres.length > 0) {
    const particules = autres.filter((mot) => /^(?:de|du|des|la|le|d['’].*)$/.test(mot))
    const prenoms = autres.filter((mot) => !particules.includes(mot))
    if (prenoms.length > 0)
      return { civilite, nom: [...particules, ...majuscules].join(' '), prenom: prenoms.join(' ') }
  }
  return { civilite, nom: mots.slice(0, -1).join(' '), prenom: mots.at(-1) ?? '' }
}

/** The surname as stored: capitals, particles kept, spaces tidied. */
export const rangerNom = (nom: string): string => nomAffiche({ nom, prenom: '' })
/** The first name as stored: initials in capitals, spaces tidied. */
export const rangerPrenom = (prenom: string): string => nomAffiche({ nom: '', prenom })

/** Two spellings of one person have the same key: « Ben Saïd », « BEN-SAÏD ». */
export const cleDePersonne = ({ nom, prenom }: { nom: string; prenom: string }): string => plier(`${nom} ${prenom}`)

/** Grammatical gender of a fonction as written; null when the word has one form or is abbreviated. */
export function genreDeFonction(fonction: string): Civilite | null {
  if (/(?:trice|ière|ante|euse)(?!\p{L})/iu.test(fonction)) return 'madame'
  return /(?:teur|ier|ant|eur)(?!\p{L})/iu.test(fonction) ? 'monsieur' : null
}

/** Frequent first names borne by men only: enough to see that « Coordonnatrice » is doubtful, never to guess a civilité. */
const masculins = new Set(
  (
    'adrien alain albert alexandre alexis alfred antoine antonin armand arnaud arthur aurelien auguste baptiste bastien benjamin benoit bernard ' +
    'bertrand bruno cedric charles christophe clement corentin cyril damien daniel david denis didier dylan edouard emile emmanuel enzo eric erwan ' +
    'etienne fabien fabrice felix fernand florent florian francis franck francois frederic gabriel gael gaetan georges gerald gerard gilbert gilles ' +
    'gregoire gregory guillaume guy hector henri herve hugo hugues jacques jean jean-luc jean-marc jean-marie jean-noel jean-paul jean-pierre jeremy ' +
    'jerome joel jonathan joseph jules julien kevin laurent leo leon loic louis luc lucas ludovic marc marcel martin mathieu mathis matthieu maurice ' +
    'maxime michel mickael nathan nicolas nolan olivier pascal patrice patrick paul philippe pierre quentin raphael raymond remi rene richard robert ' +
    'rodolphe roger roland romain ronan samuel sebastien serge simon stephane sylvain theo theodore thibault thierry thomas timothee tristan valentin ' +
    'victor vincent wassim xavier yann yannick yves yvon'
  )
    .split(' ')
    .map(plier),
)

export const estPrenomMasculin = (prenom: string): boolean => masculins.has(plier(prenom))
