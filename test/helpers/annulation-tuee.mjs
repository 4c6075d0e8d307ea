// An undo that stops half-way, to be killed there.
// usage: node annulation-tuee.mjs REGISTRE.mlds ETAPE
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const charger = async (chemin) =>
  (await runnerImport(fileURLToPath(new URL(`../../electron/database/${chemin}`, import.meta.url)))).module
const [chemin, seq] = process.argv.slice(2)
const [{ openRegistre }, { planInverse, appliquer }, { findEtape }] = [
  await charger('open.ts'),
  await charger('journal/inverse.ts'),
  await charger('journal/etapes.ts'),
]
const { sqlite } = openRegistre(chemin, new Date().toISOString())
const { actions } = planInverse(sqlite, findEtape(sqlite, Number(seq)))
sqlite.exec('begin immediate')
// A small cache makes SQLite write pages of the unfinished transaction to the disk.
sqlite.pragma('cache_size = 10')
appliquer(sqlite, actions, (fait) => {
  if (fait < actions.length / 2) return
  process.stdout.write('milieu\n')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})
