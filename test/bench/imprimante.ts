import { spawn } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { electronSwitches } from '../../build/launch/switches.mjs'

interface Imprime {
  bytes: Uint8Array
  /** What loading and printToPDF took in Electron. */
  ms: number
}

/** A real Electron that prints what it is given, two pages at a time as the product does. */
export function ouvrirImprimante(dossier: string) {
  writeFileSync(join(dossier, 'package.json'), '{"name":"impression","main":"main.mjs"}')
  copyFileSync(fileURLToPath(new URL('lettres-impression.mjs', import.meta.url)), join(dossier, 'main.mjs'))
  const electron = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron')
  const child = spawn(electron, [...electronSwitches(), `--user-data-dir=${join(dossier, 'reglages')}`, dossier], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const attentes = new Map<number, { resolve: (ms: number) => void; reject: (error: Error) => void }>()
  createInterface({ input: child.stdout }).on('line', (ligne) => {
    const { id, ms } = JSON.parse(ligne) as { id: number; ms: number }
    attentes.get(id)?.resolve(ms)
    attentes.delete(id)
  })
  child.on('exit', () => {
    for (const { reject } of attentes.values()) reject(new Error('Electron stopped before printing'))
  })
  let dernier = 0
  return {
    imprimer: async (html: string): Promise<Imprime> => {
      dernier += 1
      const id = dernier
      const [page, pdf] = [join(dossier, `page-${String(id)}.html`), join(dossier, `page-${String(id)}.pdf`)]
      writeFileSync(page, html)
      const ms = await new Promise<number>((resolve, reject) => {
        attentes.set(id, { resolve, reject })
        child.stdin.write(`${JSON.stringify({ id, html: page, pdf })}\n`)
      })
      return { bytes: new Uint8Array(readFileSync(pdf)), ms }
    },
    fermer: () => {
      child.kill()
    },
  }
}
