import ExcelJS from 'exceljs'
import { join } from 'node:path'
import { apercevoirClasseur } from '../../shared/domain/importation/importation.contract'
import { insertEtablissementsCites } from '../helpers/importation'
import { caradec, donnerPersonnels } from '../helpers/importation-personnels'
import { testRegistre } from '../helpers/registre'

/**
 * A sheet of 20 000 people, one in twenty with a wrong UAI: reading it, judging every row and handing it over to the window
 * ÷ ExcelJS only reading it; then one corrected cell, judged again with the whole sheet ÷ that first preview.
 */
const rounds = 5
const rows = 20_000

const people = Array.from({ length: rows }, (_, rank) =>
  caradec
    .with(0, `NOM${String(rank)}`)
    .with(5, rank % 20 === 0 ? '0351796K' : '0351796M')
    .with(7, `p${String(rank)}@exemple.fr`)
    .with(8, null),
)
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
/** The window and the register are two processes: what one keeps does not weigh on the other's memory. */
const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> => {
  globalThis.gc?.()
  const start = performance.now()
  const value = await work()
  return { ms: Math.round(performance.now() - start), value }
}

async function readOnly(chemin: string): Promise<void> {
  await new ExcelJS.Workbook().xlsx.readFile(chemin)
}

async function run(): Promise<void> {
  const r = await testRegistre()
  try {
    await insertEtablissementsCites(r)
    const [premiers, lectures, relectures]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round += 1) {
      // A new token is a new file: nothing is remembered of the former round.
      const entree = { jeton: donnerPersonnels(r, ...people), anneeId: '2025-2026' }
      const premier = await timed(async () => structuredClone(await r.call(apercevoirClasseur, entree)))
      const { version } = premier.value
      if (premier.value.plan.comptes.rejetees !== rows / 20) throw new Error('The sheet was not judged as expected.')
      premiers.push(premier.ms)
      lectures.push((await timed(() => readOnly(join(r.dossier, 'essai.xlsx')))).ms)
      const corrections = [{ feuille: 'Personnels', cellule: 'F2', valeur: '0351796M' }]
      const relecture = await timed(async () =>
        structuredClone(await r.call(apercevoirClasseur, { ...entree, corrections, base: version })),
      )
      const { plan } = relecture.value
      if (plan.comptes.rejetees !== rows / 20 - 1 || plan.feuilles[0]?.lignes.length !== 1)
        throw new Error('The corrected cell alone was not judged again.')
      relectures.push(relecture.ms)
    }
    report(`Aperçu d’un classeur de ${String(rows)} lignes`, premiers, 'ExcelJS, lecture seule', lectures, 3)
    report('Une cellule corrigée, rejugée', relectures, 'le premier aperçu', premiers, 0.8)
  } finally {
    r.close()
  }
}

function report(mesure: string, nous: number[], pair: string, valeurPair: number[], limite: number): void {
  const line = { mesure, nous: median(nous), pair, valeurPair: median(valeurPair), unite: 'ms', limite }
  console.log(JSON.stringify(line))
}

await run()
