import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { retirerDeclencheurs } from '../../electron/database/journal/declencheurs'
import { dansEtape } from '../../electron/database/journal/etape-en-cours'
import { decrireEtape } from '../../electron/register/etape'
import { modifierAgent } from '../../shared/domain/agent/agent.contract'
import { importerAnnuaire } from '../../shared/domain/annuaire/annuaire.contract'
import { annulerEtape, historiqueFiche } from '../../shared/domain/journal/journal.contract'
import { insertAffectation, insertAgent, listerAgents } from '../helpers/agent'
import { testRegistre, type TestRegistre } from '../helpers/registre'
import { largeAnnuaire } from './annuaire-volumineux'

/** What remembering everything costs, and what it takes to remember it: the five limits of the journal. */
const folder = mkdtempSync(path.join(tmpdir(), 'banc-journal-'))
const annuaire = (lignes: number): string => {
  const csv = path.join(folder, `annuaire-${String(lignes)}.csv`)
  writeFileSync(csv, largeAnnuaire(lignes))
  return csv
}

interface Tour {
  nous: number
  pair: number
}

/** The same work with and without the triggers, alternating; the median round. */
async function comparer(tours: number, mesurer: (journalise: boolean) => Promise<number>): Promise<Tour> {
  const faits: Tour[] = []
  for (let tour = 0; tour < tours; tour += 1) faits.push({ nous: await mesurer(true), pair: await mesurer(false) })
  return mediane(faits)
}

function mediane(tours: Tour[]): Tour {
  const milieu = tours.sort((a, b) => a.nous / a.pair - b.nous / b.pair)[Math.floor(tours.length / 2)]
  if (!milieu) throw new Error('No round was measured.')
  return milieu
}

async function avec<T>(journalise: boolean, work: (r: TestRegistre) => Promise<T>): Promise<T> {
  const r = await testRegistre()
  try {
    if (!journalise) retirerDeclencheurs(r.sqlite)
    return await work(r)
  } finally {
    r.close()
  }
}

async function duree(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return Math.round((performance.now() - start) * 100) / 100
}

const dire = (mesure: string, { nous, pair }: Tour, nomPair: string, limite: number): void => {
  console.log(JSON.stringify({ mesure, nous, pair: nomPair, valeurPair: pair, unite: 'ms', limite }))
}

/** 500 fields left one after the other, each written to the disk. */
const ecrire = (journalise: boolean) =>
  avec(journalise, async (r) => {
    const { id } = await insertAgent(r)
    return duree(async () => {
      for (let rang = 0; rang < 500; rang += 1) await r.call(modifierAgent, { id, champs: { grade: String(rang) } })
    })
  })

const importer = (csv: string) => (journalise: boolean) =>
  avec(journalise, (r) => duree(() => r.call(importerAnnuaire, { jeton: r.grant(csv), types: 'tous' })))

const annulerImport = (csv: string): Promise<Tour> =>
  avec(true, async (r) => {
    const pair = await duree(() => r.call(importerAnnuaire, { jeton: r.grant(csv), types: 'tous' }))
    return { pair, nous: await duree(() => r.call(annulerEtape, {})) }
  })

/** One record among a million journal rows. */
const historique = (): Promise<number> =>
  avec(true, async (r) => {
    const { id } = await insertAgent(r)
    for (let rang = 0; rang < 500; rang += 1) await insertAgent(r, { nom: `Nom ${String(rang)}` })
    const write = r.sqlite.prepare('UPDATE agent SET echelon = ? WHERE id <> ?')
    for (let tour = 0; tour < 2000; tour += 1)
      await commeCommande(r, '2026-11-22T10:00:00.000Z', () => write.run(tour, id))
    for (let rang = 0; rang < 20; rang += 1) await r.call(modifierAgent, { id, champs: { grade: String(rang) } })
    const lignes = r.sqlite.prepare('SELECT count(*) FROM changement').pluck().get() as number
    if (lignes < 1_000_000) throw new Error(`only ${String(lignes)} journal rows`)
    return duree(() => r.call(historiqueFiche, { table: 'agent', id }))
  })

/** 2 000 people, each changed once a month for five years (120 000 changes); the list as it was five years ago, the first time it is asked. */
const auJour = (): Promise<number> =>
  avec(true, async (r) => {
    for (let rang = 0; rang < 2000; rang += 1) {
      const { id } = await insertAgent(r, { nom: `Nom ${String(rang)}` })
      await insertAffectation(r, id)
    }
    r.sqlite.exec("UPDATE etape SET instant = '2021-10-01T10:00:00.000Z'")
    const write = r.sqlite.prepare('UPDATE agent SET echelon = ?, grade = ?')
    for (let tour = 0; tour < 60; tour += 1) {
      const an = 2022 + Math.floor(tour / 12)
      await commeCommande(r, `${String(an)}-03-01T10:00:00.000Z`, () => write.run(tour % 11, `grade ${String(tour)}`))
    }
    // Today's list was shown first, as in the window: the code that reads a list is loaded.
    await listerAgents(r, { anneeId: '2026-2027' })
    return duree(() => listerAgents(r, { anneeId: '2026-2027' }, { auJour: '2021-12-31' }))
  })

function commeCommande(r: TestRegistre, instant: string, write: () => unknown): Promise<void> {
  return dansEtape(decrireEtape({ session: r.context.session, now: () => instant }, 'agent.modifier'), () =>
    r.db.transaction().execute(() => {
      write()
      return Promise.resolve()
    }),
  )
}

try {
  dire('Écriture journalisée', await comparer(5, ecrire), 'la même sans journal', 2)
  dire('Import journalisé de 60 000 lignes', await comparer(3, importer(annuaire(60_000))), 'le même sans journal', 2.5)
  const csv = annuaire(5000)
  dire(
    'Annulation d’un import de 5 000 lignes',
    mediane([await annulerImport(csv), await annulerImport(csv), await annulerImport(csv)]),
    'l’import',
    1,
  )
  dire('Historique d’une fiche parmi 1 000 000 de lignes', { nous: await historique(), pair: 20 }, 'limite absolue', 1)
  dire('Liste de 2 000 agents cinq ans plus tôt', { nous: await auJour(), pair: 300 }, 'limite absolue', 1)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
