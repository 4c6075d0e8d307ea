import { join } from 'node:path'
import type { Fenetre } from './fenetre'

/** A printer as the machine may have it: none, one that prints, one whose dialog the user gives up or that jams. */
type Etat = 'absente' | 'prete' | 'abandonnee' | 'bourree'

interface Machine {
  etat: Etat
  demandes: unknown[]
}

/** What the printer of a window's machine received. */
export interface Imprimante {
  devenir: (etat: Etat) => Promise<void>
  /** The last job, as a PDF of the very page that the system's dialog was opened on. */
  papier: string
  /** How each dialog was asked for. */
  demandes: () => Promise<unknown[]>
}

/** The two calls of Electron that talk to the system's printers answer as the test says; all that is before them runs. */
export async function brancherImprimante({ app, dossier }: Fenetre): Promise<Imprimante> {
  const papier = join(dossier, 'papier.pdf')
  await app.evaluate(({ app: electron }, chemin) => {
    const { writeFileSync } = process.getBuiltinModule('node:fs')
    const machine: Machine = { etat: 'prete', demandes: [] }
    Object.assign(globalThis, { machine })
    const imprimante = { name: 'bureau', displayName: 'Imprimante du bureau', description: '', options: {} }
    electron.on('web-contents-created', (_evenement, contents) => {
      contents.getPrintersAsync = () => Promise.resolve(machine.etat === 'absente' ? [] : [imprimante])
      contents.print = (options, fait) => {
        machine.demandes.push(options)
        if (machine.etat !== 'prete')
          return fait?.(false, machine.etat === 'bourree' ? 'Print job failed' : 'Print job canceled')
        void contents.printToPDF({ printBackground: true, preferCSSPageSize: true }).then((pages) => {
          writeFileSync(chemin, pages)
          fait?.(true, '')
        })
      }
    })
  }, papier)
  return {
    papier,
    demandes: () => app.evaluate(() => (globalThis as unknown as { machine: Machine }).machine.demandes),
    devenir: (etat) =>
      app.evaluate((_electron, nouvel) => {
        const { machine } = globalThis as unknown as { machine: Machine }
        machine.etat = nouvel
      }, etat),
  }
}
