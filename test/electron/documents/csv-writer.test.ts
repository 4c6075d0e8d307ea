import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../electron/documents/csv-reader'
import { renderCsv } from '../../../electron/documents/csv-writer'
import type { ColonneDecrite, ValeurDecrite } from '../../../electron/documents/excel-description'

function champ(type: ColonneDecrite['type'], valeur: ValeurDecrite, decimales?: number): string | undefined {
  const colonne = { cle: 'v', titre: 'V', type, ...(decimales !== undefined && { decimales }) }
  return renderCsv({ colonnes: [colonne], lignes: [{ v: valeur }] })
    .toString('utf8')
    .split('\r\n')[1]
}

describe('une valeur s’écrit comme un tableur français l’attend', () => {
  const cas: readonly [ColonneDecrite['type'], ValeurDecrite, string][] = [
    ['texte', 'Lycée "Bréquigny"; Rennes', '"Lycée ""Bréquigny""; Rennes"'],
    ['texte', '=1+1', '"\'=1+1"'],
    ['texte', '+33 2', '"\'+33 2"'],
    ['texte', '-3', '"\'-3"'],
    ['texte', '@SUM(A1)', '"\'@SUM(A1)"'],
    ['texte', '\t=1', '"\'\t=1"'],
    ['texte', '\r=1', '"\'\r=1"'],
    ['texte', 'a=b', '"a=b"'],
    ['nombre', -3.5, '-3,5'],
    ['nombre', 0.1 + 0.2, '0,3'],
    ['nombre', 1e-7, '0,0000001'],
    ['nombre', 1200, '1200'],
    ['nombre', 0, '0'],
    ['nombre', Number.NaN, ''],
    ['entier', 12_345, '12345'],
    ['heures', 12.25, '12,25'],
    ['pourcentage', 33.3, '33,3%'],
    ['montant', -123_456, '-1234,56'],
    ['montant', 5, '0,05'],
    ['jour', '2026-08-31', '31/08/2026'],
    ['jour', 'relancé', '"relancé"'],
    ['booleen', false, '"non"'],
    ['texte', null, ''],
    ['texte', undefined, ''],
  ]
  it.each(cas)('%s %j → %s', (type, valeur, attendu) => {
    expect(champ(type, valeur)).toBe(attendu)
  })

  it('arrondit aux décimales demandées', () => {
    expect(champ('nombre', 2 / 3, 2)).toBe('0,67')
  })

  it('le fichier porte la marque UTF-8 et se relit à l’identique', () => {
    const colonnes: ColonneDecrite[] = [
      { cle: 'nom', titre: 'Nom', type: 'texte' },
      { cle: 'lieu', titre: 'Établissement', type: 'texte' },
    ]
    const bytes = renderCsv({ colonnes, lignes: [{ nom: 'Naël', lieu: 'deux\nlignes; "et" plus' }] })
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lu = readCsv(bytes)
    expect(lu).toMatchObject({ separateur: ';', encodage: 'UTF-8', entetes: ['Nom', 'Établissement'] })
    expect([...lu.lignes()]).toEqual([{ numero: 2, valeurs: ['Naël', 'deux\nlignes; "et" plus'] }])
  })
})
