import { describe, expect, it } from 'vitest'
import { columnsOf, enrichColumns } from '../../renderer/liste/columns'
import { demandOf } from '../../renderer/liste/liste-tools'
import { sentCell } from '../../renderer/liste/sent-cell'
import { contentOf, missingColumns, viewOf } from '../../renderer/liste/view-content'
import type { Column } from '../../renderer/ui/table/column'
import { noColumnsState, pinColumn, resizeColumn, showColumn } from '../../renderer/ui/table/columns-state'
import type { DataTableModel } from '../../renderer/ui/table/table-model'
import { initialView } from '../../renderer/ui/table/view-state'
import type { Liste } from '../../shared/liste/colonne'

interface Ligne {
  id: string
  nom: string
  secteur: 'public' | 'prive'
  eleves: number | null
}

const fiche = ({ id }: Ligne) => ({ table: 'etablissement', id })
const liste: Liste<Ligne, 'etablissements'> = {
  cle: 'etablissements',
  titre: 'Établissements',
  noun: { un: 'établissement', plusieurs: 'établissements' },
  colonnes: [
    { cle: 'nom', titre: 'Nom', type: 'texte', valeur: ({ nom }) => nom, ecriture: { champ: 'nom', fiche } },
    {
      cle: 'secteur',
      titre: 'Secteur',
      type: 'liste',
      valeur: ({ secteur }) => (secteur === 'public' ? 'Public' : 'Privé'),
      groupable: true,
      ecriture: { champ: 'secteur', fiche, choix: { Public: 'public', Privé: 'prive' } },
    },
    {
      cle: 'eleves',
      titre: 'Élèves',
      type: 'nombre',
      valeur: ({ eleves }) => eleves,
      masquee: true,
      ecriture: { champ: 'nombreEleves', fiche, vide: null },
    },
  ],
}
const ligne: Ligne = { id: 'e1', nom: 'Lycée', secteur: 'prive', eleves: null }
const columns = columnsOf(liste, { nom: { largeur: 240, principale: true } })
const column = (cle: string): Column<Ligne> => {
  const found = columns.find((one) => one.cle === cle)
  if (!found) throw new Error(cle)
  return found
}

describe('Les colonnes déclarées par une liste', () => {
  it('se saisissent selon leur type, et disent le champ qu’elles montrent', () => {
    expect(column('nom')).toMatchObject({ largeur: 240, principale: true, edition: { obligatoire: true } })
    expect(column('secteur').edition?.valeur?.(ligne)).toBe('prive')
    expect(column('eleves').edition).toMatchObject({ input: { genre: 'nombre' }, obligatoire: false })
    expect(column('eleves').cellule?.(ligne)).toEqual({ table: 'etablissement', id: 'e1', champ: 'nombreEleves' })
  })
  it('complètent celles que l’écran dessine lui-même, et attendent d’être choisies', () => {
    const own: Column<Ligne>[] = [{ cle: 'nom', titre: 'Établissement', valeur: () => 'x', largeur: 300 }]
    const complete = enrichColumns(own, liste)
    expect(complete[0]).toMatchObject({ titre: 'Établissement', largeur: 300, edition: { obligatoire: true } })
    expect(complete[0]?.valeur(ligne)).toBe('Lycée')
    expect(complete.slice(1).map(({ cle, masquee }) => [cle, masquee])).toEqual([
      ['secteur', true],
      ['eleves', true],
    ])
  })
  it('envoient au registre un texte que la règle sait relire', () => {
    const sent = (cle: string, valeur: string | number | null, texte: string) =>
      sentCell({ key: 'e1', row: ligne, column: column(cle), valeur, texte }).valeur
    expect(sent('secteur', 'public', 'publ')).toBe('Public')
    expect(sent('eleves', 412, '400+2*6')).toBe('412')
    expect(sent('eleves', null, '')).toBe('')
    expect(sent('nom', "=cmd|' /C calc'!A0", '')).toBe("=cmd|' /C calc'!A0")
  })
})

describe('Une vue enregistrée', () => {
  it('remet ce qui était vu', () => {
    const view = {
      ...initialView([{ cle: 'nom', sens: 'desc' as const }]),
      columns: pinColumn(resizeColumn(showColumn(noColumnsState, 'eleves', true), 'nom', 320), 'nom', true),
      group: { cle: 'secteur', sens: 'asc' as const },
      compact: true,
      filter: { lien: 'et' as const, termes: [{ colonne: 'eleves', op: 'vide' as const }] },
    }
    const content = contentOf(view, 'lycée', columns)
    expect(content).toMatchObject({ recherche: 'lycée', densite: 'compacte', tris: [{ colonne: 'nom', sens: 'desc' }] })
    const back = viewOf(content)
    expect([back.sorts, back.group, back.compact, back.filter]).toEqual([view.sorts, view.group, true, view.filter])
    expect(back.columns).toMatchObject({ pinned: ['nom'], widths: { nom: 320 }, shown: { eleves: true } })
  })
  it('nomme les colonnes qui n’existent plus', () => {
    const content = contentOf(initialView(), '', [...columns, { cle: 'zap', titre: 'ZAP', valeur: () => '' }])
    expect(missingColumns(content, columns)).toEqual(['zap'])
  })
})

describe('L’export de ce qui est vu', () => {
  const table = (active: boolean, filtre?: { lien: 'et'; termes: { colonne: string; op: 'vide' }[] }) =>
    ({
      chips: [{ cle: 'a', titre: 'A', garde: () => true, count: 1, active, ...(filtre && { filtre }) }],
      view: { ...initialView(), filter: { lien: 'et', termes: [{ colonne: 'nom', op: 'nonVide' }] } },
      search: ' zola ',
    }) as unknown as DataTableModel<Ligne>
  const contexte = { anneeId: '2026-2027', sansAffectation: false }
  it('joint la recherche, les pastilles et le filtre', () => {
    const condition = { lien: 'et' as const, termes: [{ colonne: 'eleves', op: 'vide' as const }] }
    expect(demandOf('etablissements', contexte, table(true, condition))).toMatchObject({
      recherche: 'zola',
      filtre: {
        lien: 'et',
        termes: [
          { lien: 'ou', termes: [condition] },
          { lien: 'et', termes: [{ colonne: 'nom', op: 'nonVide' }] },
        ],
      },
    })
  })
  it('ne prétend pas savoir dire une pastille qui n’a pas de condition', () => {
    expect(demandOf('etablissements', contexte, table(true))).toBeUndefined()
    expect(demandOf('etablissements', contexte, table(false))).toMatchObject({ recherche: 'zola' })
  })
})
