import { describe, expect, it } from 'vitest'
import { joined } from '../../renderer/liste/chips'
import { columnsOf, firstShown } from '../../renderer/liste/columns'
import { sentCell } from '../../renderer/liste/sent-cell'
import { contentOf, missingColumns, viewOf } from '../../renderer/liste/view-content'
import type { Column } from '../../renderer/ui/table/column'
import { noColumnsState, pinColumn, resizeColumn, showColumn } from '../../renderer/ui/table/columns-state'
import { initialView, nothingTyped, readTyped } from '../../renderer/ui/table/view-state'
import type { Liste } from '../../shared/liste/colonne'
import type { Filtre } from '../../shared/liste/filtre'

interface Ligne {
  id: string
  nom: string
  secteur: 'public' | 'prive'
  eleves: number | null
}

const fiche = ({ id }: Ligne) => ({ table: 'etablissement', id })
const liste: Liste<Ligne, 'etablissements'> = {
  cle: 'etablissements',
  table: 'etablissement',
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
  it('se montrent d’abord dans l’ordre voulu, les autres attendent d’être choisies', () => {
    expect(firstShown(columns, ['eleves', 'nom']).map(({ cle, masquee }) => [cle, masquee === true])).toEqual([
      ['eleves', false],
      ['nom', false],
      ['secteur', true],
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
    expect(back.columns).toMatchObject({
      pins: { nom: true, eleves: false },
      widths: { nom: 320 },
      shown: { eleves: true },
    })
  })
  it('nomme les colonnes qui n’existent plus', () => {
    const content = contentOf(initialView(), '', [...columns, { cle: 'zap', titre: 'ZAP', valeur: () => '' }])
    expect(missingColumns(content, columns)).toEqual(['zap'])
  })
})

describe('Les pastilles enfoncées', () => {
  const vide: Filtre = { lien: 'et', termes: [{ colonne: 'eleves', op: 'vide' }] }
  const prive: Filtre = { lien: 'et', termes: [{ colonne: 'secteur', op: 'parmi', valeurs: ['Privé'] }] }
  const nomme: Filtre = { lien: 'et', termes: [{ colonne: 'nom', op: 'nonVide' }] }
  const chips = [
    { cle: 'vide', titre: 'Sans élèves', filtre: vide },
    { cle: 'prive', titre: 'Privés', filtre: prive },
  ]
  it('sont des alternatives, en plus de ce qui est demandé par ailleurs', () => {
    expect(joined(chips, new Set(['vide', 'prive']), nomme)).toEqual({
      lien: 'et',
      termes: [{ lien: 'ou', termes: [vide, prive] }, nomme],
    })
    expect(joined(chips, new Set(['vide']), null)).toEqual({ lien: 'et', termes: [vide] })
  })
  it('ne demandent rien quand aucune ne l’est, ni quand la liste ne la connaît plus', () => {
    expect(joined(chips, new Set(), null)).toBeNull()
    expect(joined(chips, new Set(['disparue']), nomme)).toEqual({ lien: 'et', termes: [nomme] })
  })
})

describe('Ce qui est tapé dans le filtre rapide', () => {
  it('revient au démarrage suivant, et rien d’autre', () => {
    expect(readTyped('{"search":"zola","chips":["prive"]}')).toEqual({ search: 'zola', chips: ['prive'] })
    expect(readTyped('{"search":12}')).toEqual(nothingTyped)
    expect(readTyped('{')).toEqual(nothingTyped)
    expect(readTyped(null)).toEqual(nothingTyped)
  })
})
