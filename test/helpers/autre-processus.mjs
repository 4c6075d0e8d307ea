// Another process holding a register, as a second window or a crashed one would.
// usage: node autre-processus.mjs tenir|ecrire REGISTRE.mlds
// `tenir` opens it and waits; `ecrire` commits rows for ever and says each one once it is committed.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const [mode, chemin] = process.argv.slice(2)
const { module } = await runnerImport(fileURLToPath(new URL('../../electron/database/open.ts', import.meta.url)))
const registre = module.openRegistre(chemin, new Date().toISOString())
process.stdout.write('ouvert\n')

if (mode === 'tenir') setInterval(() => undefined, 1000)
else {
  const insert = registre.sqlite.prepare(
    "INSERT INTO anneeScolaire (id, debutLe, finLe) VALUES (?, '2026-09-01', '2027-08-31')",
  )
  let rang = 0
  const suite = () => {
    rang += 1
    insert.run(`ecrit-${rang}`)
    process.stdout.write(`${rang}\n`, () => setImmediate(suite))
  }
  suite()
}
