import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exporterLettres } from '../../shared/domain/lettre-de-mission/exportation.contract'
import { testContext, testRegistre } from '../helpers/registre'
import { ouvrirImprimante } from './imprimante'
import { remplirDeLettres } from './lettres-volumineuses'

/*
 * 300 letters of two pages, one tagged PDF each, from the operation's call to the last file, against Chromium alone loading
 * and printing the very same pages; two windows at work on both sides. Best of three, in turn. Target: 1.3 (issue 5).
 */
const nombre = 300
const essais = 3

const dossier = mkdtempSync(join(tmpdir(), 'registre-lettres-'))
const imprimante = ouvrirImprimante(dossier)
let pages: string[] = []
const { shell } = testContext('')
const r = await testRegistre({
  shell: {
    ...shell,
    printToPdf: async ({ html }) => {
      pages.push(html)
      return (await imprimante.imprimer(html)).bytes
    },
  },
})
await remplirDeLettres(r, nombre)
const sortie = join(dossier, 'lettres')
const jetonDossier = r.grant(sortie)

/** The same pages in the same pace: two asked for at a time. */
async function imprimerSeul(): Promise<void> {
  const file = pages.values()
  const ouvrier = async (): Promise<void> => {
    for (const page of file) await imprimante.imprimer(page)
  }
  await Promise.all([ouvrier(), ouvrier()])
}

async function chronometrer(faire: () => Promise<unknown>): Promise<number> {
  const debut = performance.now()
  await faire()
  return performance.now() - debut
}

const [nous, pair] = [[] as number[], [] as number[]]
for (let essai = 0; essai < essais; essai++) {
  pages = []
  nous.push(await chronometrer(() => r.call(exporterLettres, { anneeId: '2026-2027', jetonDossier, remplacer: true })))
  pair.push(await chronometrer(imprimerSeul))
}
console.log(`${String(readdirSync(sortie).length)} fichiers`)
console.log(
  JSON.stringify({
    mesure: `${String(nombre)} lettres, un PDF balisé chacune`,
    nous: Math.round(Math.min(...nous)),
    pair: 'printToPDF seul des mêmes pages, deux fenêtres',
    valeurPair: Math.round(Math.min(...pair)),
    unite: 'ms',
    limite: 1.3,
  }),
)
imprimante.fermer()
r.close()
rmSync(dossier, { recursive: true, force: true })
