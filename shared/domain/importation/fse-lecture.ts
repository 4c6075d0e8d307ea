import { analyserJour, formatJour } from '../../dates'
import { analyserMontant, formatMontant } from '../../money'
import { analyserPourcent, formatPourcent } from '../../nombres'
import { plier } from '../../text'
import type { LigneFse, Poste, RegimeCouts } from '../fse/fse'
import { libellesPoste } from '../fse/postes'
import type { Lecteur } from './lecteur'

/** « Opération n° 202403127 – Persévérance 35 – 01/01/2025 au 31/12/2026 – taux 60 % », taken apart. */
export interface TitreOperation {
  numero: string
  intitule: string
  debutLe: string | null
  finLe: string | null
  taux: number | null
}

/** Reads the line that names the operation; undefined when the text does not give its number. */
export function lireTitreOperation(texte: string): TitreOperation | undefined {
  const numero =
    /op[ée]ration\s*(?:n\s*[°ºo]\.?\s*|num[ée]ro\s*)?:?\s*([\p{L}\d][\p{L}\d/_.-]*\d[\p{L}\d/_.-]*)/iu.exec(texte)?.[1]
  if (numero === undefined) return undefined
  const jours = [...texte.matchAll(/\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/gu)]
    .map(([jour]) => analyserJour(jour))
    .filter((lecture) => lecture.ok)
  const taux = /taux[^\d]*([\d.,]+\s*%)/iu.exec(texte)?.[1]
  const lu = taux === undefined ? undefined : analyserPourcent(taux)
  const morceaux = texte.split(/\s+[–—-]\s+/u).map((morceau) => morceau.trim())
  const intitule = morceaux.find(
    (morceau) => !morceau.includes(numero) && !/\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|taux/iu.test(morceau),
  )
  return {
    numero,
    intitule: intitule ?? '',
    debutLe: jours[0]?.valeur ?? null,
    finLe: jours[1]?.valeur ?? null,
    taux: lu?.ok === true && lu.valeur > 0 ? lu.valeur : null,
  }
}

/** The title, back as words, to say what was understood. */
export const direTitre = ({ numero, intitule, debutLe, finLe, taux }: TitreOperation): string =>
  [
    `n° ${numero}`,
    intitule,
    debutLe !== null && finLe !== null && `du ${formatJour(debutLe)} au ${formatJour(finLe)}`,
    taux !== null && `taux ${formatPourcent(taux)}`,
  ]
    .filter((mot) => mot !== false && mot !== '')
    .join(', ')

/** A row of the plan de financement, as understood. */
export interface LigneFseLue {
  lecteur: Lecteur
  poste: Poste | null
  libelle: string
  prevuCents: number
  realiseCents: number
  justificatif: LigneFse['justificatif']
  observations: string
}

/** Words of expenses, the most precise first (fse.md § 3.1). */
const depenses: readonly (readonly [RegExp, Poste])[] = [
  [/forfait.*40|couts? restants?/, 'D7'],
  [/forfait.*(?:7|15|20|25)|indirect/, 'D6'],
  [/unitaire|montants? forfaitaires?/, 'D8'],
  [/personnel|salaire|remuneration|traitement/, 'D1'],
  [/prestation|sous traitance|prestataire/, 'D3'],
  [/participant/, 'D4'],
  [/fonctionnement|achat|fourniture|deplacement|materiel|location/, 'D2'],
  [/nature|benevol/, 'D5'],
]

/** Words of resources (fse.md § 3.3). */
const ressources: readonly (readonly [RegExp, Poste])[] = [
  [/\bfse\b|\biej\b|europe/, 'F1'],
  [/autofinancement|fonds propres/, 'F4'],
  [/prive|fondation|mecen|entreprise/, 'F3'],
  [/recette|vente/, 'F5'],
  [/nature|benevol/, 'F6'],
  [
    /etat|region|departement|commune|metropole|collectivite|public|titre 2|rectorat|ministere|academie|agence|caf\b/,
    'F2',
  ],
]

const premier = (texte: string, regles: readonly (readonly [RegExp, Poste])[]): Poste | null =>
  regles.find(([motif]) => motif.test(texte))?.[1] ?? null

/** Poste of a line, from its own column then from its label; a code (D1… F6) wins. */
export function lirePoste(poste: string, libelle: string): Poste | null {
  const code = /^\s*([DF][1-8])\b/iu.exec(poste)?.[1]?.toUpperCase()
  if (code !== undefined && code in libellesPoste) return code as Poste
  const [nature, detail] = [plier(poste), plier(libelle)]
  if (/ressource|financement|recette|cofinanc/.test(nature))
    return premier(detail, ressources) ?? premier(nature, ressources)
  return (
    premier(nature, ressources.slice(0, 2)) ??
    premier(nature, depenses) ??
    premier(detail, depenses) ??
    premier(nature, ressources)
  )
}

/** Cost regime that a line of forfait implies; undefined when it implies none. */
export function regimeDuForfait(poste: string, libelle: string): RegimeCouts | undefined {
  const texte = plier(`${poste} ${libelle}`)
  const taux = /forfait\D*(\d+)/.exec(texte)?.[1]
  const parTaux: Readonly<Record<string, RegimeCouts>> = {
    '7': 'R7',
    '15': 'R15',
    '20': 'R20_PERSONNEL',
    '25': 'R25',
    '40': 'R40',
  }
  return taux === undefined ? (texte.includes('couts restants') ? 'R40' : undefined) : parTaux[taux]
}

export function lireLigneFse(lecteur: Lecteur): LigneFseLue {
  const [textePoste, libelleEcrit] = [lecteur.texte('poste'), lecteur.texte('libelle')]
  const libelle = libelleEcrit || textePoste
  const poste = lirePoste(textePoste, libelleEcrit)
  if (poste === null)
    lecteur.signaler('poste', {
      regle: 'fse.poste',
      gravite: 'bloquant',
      message: `« ${textePoste || libelle} » n’est pas un poste connu du plan de financement.`,
      suggestion: 'Écrivez le code du poste, de D1 à D8 ou de F1 à F6.',
    })
  else lecteur.comprendre('poste', `${poste} ${libellesPoste[poste]}`)
  return {
    lecteur,
    poste,
    libelle,
    prevuCents: lireMontant(lecteur, 'prevu'),
    realiseCents: lireMontant(lecteur, 'realise'),
    justificatif: lireJustificatif(lecteur, poste),
    observations: lecteur.texte('observations'),
  }
}

function lireMontant(lecteur: Lecteur, champ: string): number {
  const cents = lecteur.lire(champ, analyserMontant, 'bloquant')
  if (cents !== null) lecteur.comprendre(champ, formatMontant(cents))
  return cents ?? 0
}

/** A forfait and the FSE itself need no voucher; the rest does until somebody says it is there (fse.md § 4). */
function lireJustificatif(lecteur: Lecteur, poste: Poste | null): LigneFseLue['justificatif'] {
  const texte = plier(lecteur.texte('justificatif'))
  if (texte === '') return poste === 'D6' || poste === 'D7' || poste === 'F1' ? 'sansObjet' : 'aFournir'
  if (/^(?:o|oui|x|ok|fourni\w*|recu\w*|complet)$/.test(texte)) return 'fourni'
  if (/attente|en cours|demande|relance/.test(texte)) return 'enAttente'
  if (/^(?:n|non|a fournir|manquant\w*|absent\w*)$/.test(texte)) return 'aFournir'
  if (/sans objet|^so$|^na$|^neant$/.test(texte)) return 'sansObjet'
  lecteur.signaler('justificatif', {
    regle: 'fse.justificatif',
    gravite: 'alerte',
    message: `« ${lecteur.texte('justificatif')} » : oui, en attente ou non est attendu. Le justificatif est noté à fournir.`,
  })
  return 'aFournir'
}
