import type BetterSqlite3 from 'better-sqlite3'
import { formatInstant, partiesLocales } from '../../../shared/dates'
import { type EtapeRow, hacherContenu, hacherEtape, premiereEmpreinte } from './empreinte'

/** Whether the changes of a step are those that were sealed. */
export function contenuIntact(sqlite: BetterSqlite3.Database, etape: EtapeRow): boolean {
  const { contenu, fiches } = hacherContenu(sqlite, etape.premierChangement, etape.dernierChangement)
  return etape.allegee === 1 || (contenu.equals(etape.contenuSha256) && fiches === etape.fiches)
}

/** Follows the chain from its first link; the sentence of the first step that is not as it was sealed, or null. */
export function verifierJournal(sqlite: BetterSqlite3.Database): string | null {
  const etapes = sqlite.prepare<[], EtapeRow>('SELECT * FROM etape ORDER BY seq').all()
  const allegees = new Set(
    etapes.flatMap(({ nature, phrase }) => (nature === 'allegement' ? etapesAllegees(phrase) : [])),
  )
  let precedente: Buffer = premiereEmpreinte
  let attendu = 1
  let changement = 1
  for (const etape of etapes) {
    const suite = etape.seq === attendu && etape.premierChangement === changement
    const chaine = hacherEtape(precedente, etape).equals(etape.empreinte)
    const permise = etape.allegee === 0 || allegees.has(etape.seq)
    if (!suite || !chaine || !permise || !contenuIntact(sqlite, etape)) return phraseAlteration(etape)
    precedente = etape.empreinte
    attendu = etape.seq + 1
    changement = etape.dernierChangement + 1
  }
  return null
}

const phraseAlteration = ({ seq, instant, phrase }: EtapeRow): string =>
  `Le journal a été modifié après coup à l’étape ${String(seq)} (« ${phrase} », ${formatInstant(partiesLocales(instant), '')}) : l’historique n’est plus sûr à partir de là. Les fiches elles-mêmes ne sont pas en cause.`

const debut = 'Allègement du journal, étapes '

/** « Allègement du journal, étapes 3, 4, 12 »: the sentence is chained, so the list is too. */
export const phraseAllegement = (seqs: readonly number[]): string => `${debut}${seqs.join(', ')}`
const etapesAllegees = (phrase: string): number[] =>
  phrase.startsWith(debut) ? phrase.slice(debut.length).split(', ').map(Number) : []
