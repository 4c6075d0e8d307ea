import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CellNotes, describedBy, keptNotes, type CellNote } from '../../renderer/ui/table/cell-notes'
import type { Column } from '../../renderer/ui/table/column'

const note = (cle: string | undefined, tone: CellNote['tone'], sentence: string): CellNote => ({
  key: sentence,
  cle,
  tone,
  sentence,
})
const notes = [
  note('nom', 'attention', 'sous le nom'),
  note('uai', 'erreur', 'sous l’UAI'),
  note('masquee', 'erreur', 'sous une colonne masquée'),
  note('uai', 'info', 'encore sous l’UAI'),
]
const columns: Column<object>[] = ['nom', 'uai'].map((cle) => ({ cle, titre: cle, valeur: () => cle }))

describe('les phrases sous les cellules d’une ligne', () => {
  it('vont de la cellule de droite à celle de gauche, puis ce qui n’a pas de cellule à l’écran', () => {
    const html = renderToStaticMarkup(
      <CellNotes notes={notes} columns={columns} base="c" place={{ line: 3, offset: 1 }} />,
    )
    const dites = Array.from(html.matchAll(/<span id="c-note-(\d)"([^>]*)>([^<]*)</gu), ([, rang, lieu, phrase]) => ({
      rang,
      lieu: lieu?.trim(),
      phrase,
    }))
    expect(dites).toEqual([
      { rang: '1', lieu: 'data-row="3" data-col="2"', phrase: 'sous l’UAI' },
      { rang: '3', lieu: 'data-row="3" data-col="2"', phrase: 'encore sous l’UAI' },
      { rang: '0', lieu: 'data-row="3" data-col="1"', phrase: 'sous le nom' },
      { rang: '2', lieu: '', phrase: 'sous une colonne masquée' },
    ])
  })

  it('décrivent leur cellule, qui n’est fausse que d’une erreur', () => {
    expect(describedBy(notes, 'uai', 'c')).toEqual({ 'aria-describedby': 'c-note-1 c-note-3', 'aria-invalid': true })
    expect(describedBy(notes, 'nom', 'c')).toEqual({ 'aria-describedby': 'c-note-0' })
    expect(describedBy(notes, 'prenom', 'c')).toEqual({})
  })

  it('restent les mêmes pour une même ligne : elle n’est pas dessinée de nouveau', () => {
    const notesOf = keptNotes((row: { nom: string }) => [note('nom', 'erreur', row.nom)])
    const row = { nom: 'A' }
    expect(notesOf(row)).toBe(notesOf(row))
    expect(notesOf({ nom: 'A' })).not.toBe(notesOf(row))
  })
})
