import BetterSqlite3 from 'better-sqlite3'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { derniereEtapeAu, Passe } from '../../../../electron/database/journal/passe'
import { tablesPistees } from '../../../../electron/database/journal/declencheurs'
import type { Tables } from '../../../../electron/database/tables'
import { creerAffectation } from '../../../../shared/domain/affectation/affectation.contract'
import { creerAgent, lireAgent, modifierAgent } from '../../../../shared/domain/agent/agent.contract'
import { exporterBilan } from '../../../../shared/domain/bilan/bilan.contract'
import {
  annulerEtape,
  historiqueCellule,
  historiqueFiche,
  listerJournal,
  retablirEtape,
} from '../../../../shared/domain/journal/journal.contract'
import { insertAffectation, insertAgent, listerAgents, terme } from '../../../helpers/agent'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'
import { refusDe } from '../../../helpers/registre-fichier'

let r: TestRegistre
let instant = ''
const auJour = (jour: string) => {
  instant = new Date(`${jour}T12:00:00`).toISOString()
}
beforeEach(async () => {
  auJour('2025-09-01')
  r = await testRegistre({ now: () => instant })
})
afterEach(() => {
  r.close()
})

const changer = (id: string, telephone: string) => r.call(modifierAgent, { id, champs: { telephone } })

describe('le registre au jour dit', () => {
  it('rend les listes et les fiches telles qu’elles étaient', async () => {
    auJour('2025-10-01')
    const { id } = await r.call(creerAgent, { nom: 'Zorn', prenom: 'Ada' })
    const roleId = (await terme(r, 'role', 'COORD_RESEAU')).id
    const regimeId = (await terme(r, 'regimeService', 'H1404')).id
    await r.call(creerAffectation, { agentId: id, anneeId: '2026-2027', roleId, regimeId, quotite: 80 })
    auJour('2025-12-01')
    await changer(id, '02 99 00 00 01')
    auJour('2026-01-15')
    await r.call(modifierAgent, { id, champs: { nom: 'Autre' } })
    const noms = async (jour?: string) =>
      (await listerAgents(r, { anneeId: '2026-2027' }, jour === undefined ? {} : { auJour: jour })).map(
        ({ nom }) => nom,
      )
    expect(await noms('2025-09-30')).toEqual([])
    expect(await noms('2025-12-31')).toEqual(['Zorn'])
    expect(await noms('2026-01-15')).toEqual(['Autre'])
    expect(await noms()).toEqual(['Autre'])
    const fiche = await r.call(lireAgent, { id, anneeId: '2026-2027' } as never, { auJour: '2025-11-30' })
    expect(JSON.stringify(fiche)).not.toContain('02 99 00 00 01')
  })

  it('ne raconte pas ce qui a suivi : historique, valeurs et étapes s’arrêtent à ce jour', async () => {
    auJour('2025-10-01')
    const { id } = await r.call(creerAgent, { nom: 'Zorn', prenom: 'Ada' })
    auJour('2025-12-01')
    await changer(id, '02 99 00 00 01')
    auJour('2026-01-15')
    await changer(id, '02 99 00 00 02')
    const options = { auJour: '2025-12-31' }
    const fiche = { table: 'agent', id }
    expect(await r.call(historiqueFiche, fiche, options)).toHaveLength(2)
    expect(await r.call(historiqueCellule, { ...fiche, champ: 'telephone' }, options)).toHaveLength(1)
    expect((await r.call(listerJournal, { limite: 10 }, options)).etapes.map(({ phrase }) => phrase)).toEqual([
      'Modification de l’agent ZORN Ada : téléphone',
      'Création de l’agent ZORN Ada',
      'Création du registre',
    ])
    expect(await r.call(historiqueFiche, fiche)).toHaveLength(3)
  })

  it('exporte le bilan de ce jour-là, qui le dit', async () => {
    auJour('2025-10-01')
    const { id } = await r.call(creerAgent, { nom: 'Zorn', prenom: 'Ada' })
    const roleId = (await terme(r, 'role', 'COORD_RESEAU')).id
    const regimeId = (await terme(r, 'regimeService', 'H1404')).id
    await r.call(creerAffectation, { agentId: id, anneeId: '2026-2027', roleId, regimeId, quotite: 80 })
    auJour('2026-01-15')
    await r.call(modifierAgent, { id, champs: { nom: 'Autre' } })
    const jeton = r.grant(join(r.dossier, 'bilan.xlsx'))
    await r.call(exporterBilan, { anneeId: '2026-2027', jeton }, { auJour: '2025-12-31' })
    const classeur = new ExcelJS.Workbook()
    await classeur.xlsx.readFile(join(r.dossier, 'bilan.xlsx'))
    const textes = classeur.worksheets.flatMap((feuille) =>
      feuille.getSheetValues().flatMap((ligne) => JSON.stringify(ligne)),
    )
    expect(textes.join(' ')).toContain('"Zorn"')
    expect(textes.join(' ')).not.toContain('"Autre"')
    expect(textes.join(' ')).toMatch(/tel qu’il était le 31\/12\/2025 au soir, édité le 15\/01\/2026/)
  })

  it('refuse toute modification, et un jour d’avant le registre', async () => {
    const refus = await refusDe(r.call(modifierAgent, { id: 'x', champs: {} }, { auJour: '2025-09-01' }))
    expect(refus.message).toContain('tel qu’il était le 01/09/2025')
    const avant = await refusDe(listerAgents(r, { anneeId: '2026-2027' }, { auJour: '2020-01-01' }))
    expect(avant.message).toBe('Le journal de ce registre ne remonte pas au 01/01/2020. Il commence le 01/09/2025.')
    expect((await refusDe(listerAgents(r, { anneeId: '2026-2027' }, { auJour: '2025-02-31' }))).code).toBe('invalid')
  })

  it.each([
    ['en ordre', ['2025-10-01', '2025-11-01', '2025-12-01'], '2025-11-15', 2],
    ['l’horloge reculée un moment', ['2025-10-01', '2025-11-20', '2025-11-10', '2025-12-01'], '2025-11-15', 1],
    [
      'l’horloge avancée un moment',
      ['2025-10-01', '2031-01-01', '2025-10-02', '2025-10-03', '2025-12-01'],
      '2025-11-15',
      4,
    ],
    ['deux étapes au même instant', ['2025-10-01', '2025-10-01', '2025-12-01'], '2025-10-01', 2],
  ])('trouve la dernière étape du jour : %s', async (_, jours, jour, attendue) => {
    const { id } = await insertAgent(r)
    const base = r.context.session.required.journal.dernierSeq
    for (const [index, quand] of jours.entries()) {
      auJour(quand)
      await changer(id, `02 99 00 00 0${String(index + 1)}`)
    }
    r.sqlite.prepare("UPDATE etape SET instant = '2025-09-01T10:00:00.000Z' WHERE seq <= ?").run(base)
    expect((derniereEtapeAu(r.sqlite, new Date(`${jour}T23:59:59`).toISOString())?.seq ?? 0) - base).toBe(attendue)
  })
})

/** One random command, on one of a few agents; refusals are part of the game. */
const commande = fc.record({
  genre: fc.constantFrom('inserer', 'modifier', 'supprimer', 'reconduire', 'annuler', 'retablir'),
  qui: fc.integer({ min: 0, max: 4 }),
  valeur: fc.integer({ min: 0, max: 3 }),
})

it('redonne exactement les copies du registre prises au hasard', { timeout: 120_000 }, async () => {
  let essai = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(commande, { maxLength: 6 }), { minLength: 2, maxLength: 6 }), async (lots) => {
      const copies: { chemin: string; changement: number }[] = []
      for (const lot of lots) {
        for (const { genre, qui, valeur } of lot) await jouer(genre, `a${String(qui)}`, valeur)
        const chemin = join(r.dossier, `copie-${String((essai += 1))}.db`)
        r.sqlite.prepare('VACUUM INTO ?').run(chemin)
        copies.push({
          chemin,
          changement: r.sqlite.prepare('SELECT coalesce(max(seq), 0) FROM changement').pluck().get() as number,
        })
      }
      for (const { chemin, changement } of copies) {
        const passe = new Passe(r.context.session.required.chemin, changement)
        const copie = new BetterSqlite3(chemin, { readonly: true })
        for (const table of tablesPistees(copie) as (keyof Tables)[]) {
          const attendues = copie.prepare(`SELECT * FROM "${table}" ORDER BY id`).all()
          expect(await passe.db.selectFrom(table).selectAll().orderBy('id').execute()).toEqual(attendues)
        }
        copie.close()
        passe.close()
      }
    }),
    { numRuns: 25 },
  )
})

async function jouer(genre: string, id: string, valeur: number): Promise<void> {
  try {
    if (genre === 'inserer') await insertAgent(r, { id, echelon: valeur })
    else if (genre === 'modifier')
      await r.call(modifierAgent, { id, champs: { echelon: valeur, grade: `g${String(valeur)}` } })
    else if (genre === 'supprimer') await r.db.deleteFrom('agent').where('id', '=', id).execute()
    else if (genre === 'reconduire') await insertAffectation(r, id, { id: `s${id}`, quotite: 100 / 3 + valeur })
    else if (genre === 'annuler') await r.call(annulerEtape, {})
    else await r.call(retablirEtape, {})
  } catch {
    // Refused (absent, cited, already there): the register is as it was, and so must the past be.
  }
}
