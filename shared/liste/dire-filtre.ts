import { formatJour } from '../dates'
import { formatMontant } from '../money'
import { formatHeures, formatNombre, formatPourcent } from '../nombres'
import { insecable } from '../typographie'
import type { ColonneDeListe, TypeDeColonne, Valeur } from './colonne'
import { estVide } from './colonne'
import { type Condition, estGroupe, type Filtre } from './filtre'
import { direPeriode } from './periode-relative'

type Colonnes = readonly Pick<ColonneDeListe<never>, 'cle' | 'titre' | 'type'>[]

/** A value as a list writes it, by the type of its column; '' when empty. */
export function direValeur(type: TypeDeColonne, valeur: Valeur): string {
  if (estVide(valeur)) return ''
  if (typeof valeur === 'boolean') return valeur ? 'Oui' : 'Non'
  if (typeof valeur === 'string') return type === 'jour' ? formatJour(valeur) : valeur
  if (type === 'montant') return formatMontant(valeur)
  if (type === 'pourcentage') return formatPourcent(valeur)
  if (type === 'heures') return formatHeures(valeur)
  return formatNombre(valeur, 4)
}

const entreGuillemets = (texte: string): string => `«${insecable}${texte}${insecable}»`
const nommer = (valeur: string): string => (valeur === '' ? '(vide)' : valeur)

function direUneDe(valeurs: readonly string[], un: string, plusieurs: string): string {
  const [seule = ''] = valeurs
  return valeurs.length === 1
    ? `${un} ${nommer(seule)}`
    : `${plusieurs} ${valeurs.length === 0 ? '(rien)' : valeurs.map(nommer).join(', ')}`
}

const motsDuTexte = {
  contient: 'contient',
  neContientPas: 'ne contient pas',
  commencePar: 'commence par',
  egal: 'est',
} as const
const motsDuJour = { le: 'le', avant: 'avant le', apres: 'après le' } as const
const motsSeuls = { oui: 'oui', non: 'non', vide: 'est vide', nonVide: 'n’est pas vide' } as const

function direPredicat(type: TypeDeColonne, terme: Condition): string {
  switch (terme.op) {
    case 'contient':
    case 'neContientPas':
    case 'commencePar':
    case 'egal':
      return `${motsDuTexte[terme.op]} ${entreGuillemets(terme.valeur)}`
    case 'parmi':
      return direUneDe(terme.valeurs, 'est', 'parmi')
    case 'aucunDe':
      return direUneDe(terme.valeurs, 'n’est pas', 'aucun de')
    case 'entre':
      return `entre ${direValeur(type, terme.debut)} et ${direValeur(type, terme.fin)}`
    case 'entreJours':
      return `du ${formatJour(terme.debut)} au ${formatJour(terme.fin)}`
    case 'periode':
      return direPeriode(terme.periode)
    case 'le':
    case 'avant':
    case 'apres':
      return `${motsDuJour[terme.op]} ${formatJour(terme.jour)}`
    case 'oui':
    case 'non':
    case 'vide':
    case 'nonVide':
      return motsSeuls[terme.op]
    default:
      return `${terme.op} ${direValeur(type, terme.valeur)}`
  }
}

/** « Département est 35 », « Fin de contrat dans les 60 jours »; a column that is no more is called by its key. */
export function direCondition(colonnes: Colonnes, terme: Condition): string {
  const colonne = colonnes.find(({ cle }) => cle === terme.colonne)
  const titre = colonne?.titre ?? terme.colonne
  // « Segpa : oui », « Sans réseau : non »: a yes or no reads best after a colon.
  const lien = terme.op === 'oui' || terme.op === 'non' ? `${insecable}: ` : ' '
  return `${titre}${lien}${direPredicat(colonne?.type ?? 'texte', terme)}`
}

/** A whole filter as one French sentence, without capital nor full stop of its own; '' when it keeps everything. */
export function direFiltre(colonnes: Colonnes, { lien, termes }: Filtre): string {
  const dits = termes.flatMap((terme) => {
    if (!estGroupe(terme)) return [direCondition(colonnes, terme)]
    const dit = direFiltre(colonnes, terme)
    if (dit === '') return []
    return terme.termes.length > 1 && termes.length > 1 ? [`(${dit})`] : [dit]
  })
  return dits.join(lien === 'et' ? ' et ' : ' ou ')
}
