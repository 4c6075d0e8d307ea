import type BetterSqlite3 from 'better-sqlite3'
import { formatInstant, partiesLocales } from '../../../shared/dates'
import { genresDeFiche } from '../../../shared/domain/journal/fiches.donnees'
import { citer } from '../../../shared/typographie'
import { type EtapeRow, hacherContenu, hacherEtape, premiereEmpreinte } from './empreinte'
import { etapeDuChangement } from './etapes'

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
  return coupure(sqlite, attendu, precedente) ?? rattachementChange(sqlite)
}

/** The chain holds, but does not end where it did. */
function coupure(sqlite: BetterSqlite3.Database, attendu: number, derniere: Buffer): string | null {
  const tete = sqlite
    .prepare<[], { seq: number; empreinte: Buffer; coupeA: number | null }>('SELECT * FROM teteDuJournal')
    .get() ?? { seq: 0, empreinte: Buffer.alloc(0), coupeA: null }
  if (tete.coupeA !== null)
    return `Le journal a été coupé après coup : les étapes qui suivaient l’étape ${String(tete.coupeA - 1)} n’y sont plus, ${suite}`
  if (tete.seq < attendu) {
    const juste = tete.seq === attendu - 1 && (tete.seq === 0 || tete.empreinte.equals(derniere))
    return juste ? null : `La fin du journal a été modifiée après coup, à l’étape ${String(attendu - 1)} : ${suite}`
  }
  const manquantes =
    tete.seq === attendu ? `l’étape ${String(attendu)}` : `les étapes ${String(attendu)} à ${String(tete.seq)}`
  return `Le journal a été coupé après coup : ${manquantes} n’y ${tete.seq === attendu ? 'est' : 'sont'} plus, ${suite}`
}

/** What a row belongs to is not in the chain: it is that of the row, now or before one of its changes. */
function rattachementChange(sqlite: BetterSqlite3.Database): string | null {
  for (const [table, { parent }] of Object.entries(genresDeFiche)) {
    if (!parent) continue
    const seq = sqlite
      .prepare<[string], number>(
        `SELECT min((SELECT min(seq) FROM changement WHERE ficheNum = f.num)) FROM fichePistee f
         LEFT JOIN "${table}" e ON e.id = f.ligneId
         WHERE f.tableNom = ? AND f.parentId IS NOT e."${parent.colonne}" AND NOT EXISTS
           (SELECT 1 FROM changement c WHERE c.ficheNum = f.num AND json_extract(c.avant, '$."${parent.colonne}"') = f.parentId)`,
      )
      .pluck()
      .get(table)
    const etape = typeof seq === 'number' ? etapeDuChangement(sqlite, seq) : undefined
    if (etape) return phraseAlteration(etape)
  }
  return null
}

const phraseAlteration = ({ seq, instant, phrase }: EtapeRow): string =>
  `Le journal a été modifié après coup à l’étape ${String(seq)} (${citer(phrase)}, ${formatInstant(partiesLocales(instant), '')}) : ${suite}`

const suite = 'l’historique n’est plus sûr à partir de là. Les fiches elles-mêmes ne sont pas en cause.'

const debut = 'Allègement du journal, étapes '

/** « Allègement du journal, étapes 3, 4, 12 »: the sentence is chained, so the list is too. */
export const phraseAllegement = (seqs: readonly number[]): string => `${debut}${seqs.join(', ')}`
const etapesAllegees = (phrase: string): number[] =>
  phrase.startsWith(debut) ? phrase.slice(debut.length).split(', ').map(Number) : []
