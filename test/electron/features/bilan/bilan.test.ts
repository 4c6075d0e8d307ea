import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exporterBilan, lireBilan, type BilanLu } from '../../../../shared/domain/bilan/bilan.contract'
import { creerDemonstration } from '../../../../shared/domain/demonstration/demonstration.contract'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

/** Reads the workbook with another program than the one that wrote it: values, then formulas, by sheet. */
const readerScript = `
import json, sys, openpyxl
def dump(formulas):
    book = openpyxl.load_workbook(sys.argv[1], data_only=not formulas)
    return {s.title: {'freeze': s.freeze_panes, 'filter': s.auto_filter.ref, 'paper': s.page_setup.paperSize, 'fit': s.sheet_properties.pageSetUpPr.fitToPage if s.sheet_properties.pageSetUpPr else None,
      'rows': [[(c.isoformat() if hasattr(c, 'isoformat') else c) for c in r] for r in s.iter_rows(values_only=True)]} for s in book.worksheets}
print(json.dumps({'values': dump(False), 'formulas': dump(True)}))
`
interface Sheet {
  freeze: string | null
  filter: string | null
  paper: number | string | null
  fit: boolean | null
  rows: (string | number | null)[][]
}

describe('le bilan de l’année', () => {
  let r: TestRegistre
  let bilan: BilanLu
  let sheets: Record<string, Sheet>
  let formulas: Record<string, Sheet>
  const anneeId = '2025-2026'

  beforeAll(async () => {
    r = await testRegistre()
    await r.call(creerDemonstration, { jeton: r.grant(join(r.dossier, 'demo.mlds')) })
    bilan = await r.call(lireBilan, { anneeId })
    const chemin = join(r.dossier, 'bilan.xlsx')
    await r.call(exporterBilan, { anneeId, jeton: r.grant(chemin) })
    const read = JSON.parse(
      execFileSync('/usr/bin/python3', ['-c', readerScript, chemin], { encoding: 'utf8', maxBuffer: 1e8 }),
    ) as Record<string, Record<string, Sheet>>
    sheets = read['values'] ?? {}
    formulas = read['formulas'] ?? {}
  })
  afterAll(() => {
    r.close()
  })

  const chiffre = (cle: string) => bilan.chiffres.find((candidat) => candidat.cle === cle)?.valeur
  const sqlCount = (sql: string): number => r.sqlite.prepare(sql).pluck().get() as number

  it.each([
    ['agents', "select count(distinct agentId) from affectation where anneeId = '2025-2026'"],
    ['etp', "select sum(quotite) / 100 from affectation where anneeId = '2025-2026'"],
    ['lettres', "select count(*) from lettreDeMission where anneeId = '2025-2026' and active = 1"],
    [
      'lettresSignees',
      "select count(*) from lettreDeMission where anneeId = '2025-2026' and active = 1 and signeeLe is not null",
    ],
    [
      'etablissementsTouches',
      "select count(distinct etablissementId) from lettreEtablissement e join lettreDeMission l on l.id = e.lettreId where l.anneeId = '2025-2026' and active = 1",
    ],
    [
      'objectifs',
      "select count(*) from lettreObjectif o join lettreDeMission l on l.id = o.lettreId where l.anneeId = '2025-2026' and l.active = 1",
    ],
    [
      'tauxObjectifs',
      "select 100.0 * sum(atteinte = 'atteint') / sum(atteinte <> 'nonRenseignee') from lettreObjectif o join lettreDeMission l on l.id = o.lettreId where l.anneeId = '2025-2026' and l.active = 1",
    ],
    [
      'rapportsRecus',
      "select 100.0 * sum(recuLe is not null) / count(*) from lettreRapport r join lettreDeMission l on l.id = r.lettreId where l.anneeId = '2025-2026'",
    ],
    ['foquale', "select count(*) from reseau r join vocabulaire v on v.id = r.typeId where v.categorie = 'foquale'"],
    ['fseCout', "select sum(prevuCents) from ligneFse where sens = 'depense'"],
  ])('compte « %s » comme le SQL écrit à la main', (cle, sql) => {
    expect(chiffre(cle)).toBeCloseTo(sqlCount(sql), 6)
  })

  it('regarde les réseaux d’une année passée à son dernier jour', () => {
    expect(bilan.faits.jour).toBe('2026-08-31')
  })

  it('a une feuille par tableau, puis la méthode', () => {
    expect(Object.keys(sheets)).toEqual([
      'Bilan',
      'Agents et ETP',
      'Réseaux',
      'Couverture',
      'Établissements touchés',
      'Lettres de mission',
      'Synthèse par domaine',
      'Budget FSE',
      'Méthode',
    ])
  })

  it.each(['Agents et ETP', 'Réseaux', 'Établissements touchés', 'Lettres de mission'])(
    'fige l’en-tête, filtre et imprime « %s » en A4',
    (nom) => {
      expect(sheets[nom]?.freeze).toMatch(/^[A-C]\d+$/)
      expect(sheets[nom]?.filter).toMatch(/^A\d+:/)
      expect(String(sheets[nom]?.paper)).toBe('9')
      expect(sheets[nom]?.fit).toBe(true)
    },
  )

  it('écrit les totaux en formules dont la valeur est déjà là', () => {
    const rows = sheets['Agents et ETP']?.rows ?? []
    const header = rows.findIndex((row) => row.includes('ETP'))
    const etp = rows[header]?.indexOf('ETP') ?? -1
    const total = rows.findIndex(
      (row, index) => index > header && typeof formulas['Agents et ETP']?.rows[index]?.[etp] === 'string',
    )
    expect(formulas['Agents et ETP']?.rows[total]?.[etp]).toMatch(/^=SUBTOTAL\(109,/)
    expect(rows[total]?.[etp]).toBeCloseTo(chiffre('etp') ?? 0, 6)
  })

  it('totalise les dépenses et les ressources FSE, chacune de son côté', () => {
    const rows = sheets['Budget FSE']?.rows ?? []
    const header = rows.find((row) => row.includes('Prévu')) ?? []
    const de = (libelle: string) => {
      const row = rows.find((ligne) => ligne.includes(libelle)) ?? []
      return ['Prévu', 'Réalisé'].map((titre) => Math.round(Number(row[header.indexOf(titre)]) * 100))
    }
    for (const [sens, libelle] of [
      ['depense', 'Total des dépenses'],
      ['ressource', 'Total des ressources'],
    ] as const)
      expect(de(libelle)).toEqual(
        ['prevuCents', 'realiseCents'].map((champ) =>
          sqlCount(`select sum(${champ}) from ligneFse where sens = '${sens}'`),
        ),
      )
  })

  it('écrit de vraies dates et de vrais nombres', () => {
    const rows = sheets['Lettres de mission']?.rows ?? []
    const header = rows.findIndex((row) => row.includes('Signée le'))
    const premiere = rows[header + 1] ?? []
    expect(premiere[rows[header]?.indexOf('Signée le') ?? -1]).toMatch(/^20\d\d-\d\d-\d\dT00:00:00$/)
    expect(premiere[rows[header]?.indexOf('Heures dues') ?? -1]).toBeTypeOf('number')
    expect(premiere[rows[header]?.indexOf('Quotité') ?? -1]).toBeLessThanOrEqual(1)
  })

  it('définit chaque chiffre clé dans la méthode', () => {
    const methode = JSON.stringify(sheets['Méthode']?.rows)
    for (const { libelle } of bilan.chiffres) expect(methode).toContain(libelle)
  })

  it('garde de chaque taux ce qu’il divise', () => {
    const taux = bilan.chiffres.filter(({ type }) => type === 'pourcentage')
    expect(taux.length).toBeGreaterThan(0)
    for (const { valeur, rapport } of taux)
      expect(valeur).toBe(rapport && rapport.tout > 0 ? (rapport.part / rapport.tout) * 100 : null)
    const { nombreACouvrir, sansReseau } = bilan.faits.couverture
    expect(bilan.chiffres.find(({ cle }) => cle === 'couverture')?.rapport).toEqual({
      part: nombreACouvrir - sansReseau.length,
      tout: nombreACouvrir,
    })
  })

  it('refuse une année qui n’est pas ouverte', async () => {
    await expect(r.call(lireBilan, { anneeId: '2001-2002' })).rejects.toMatchObject({
      code: 'notFound',
      message: expect.stringContaining('2001-2002') as string,
    })
  })
})
