import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exporterLettres } from '../../shared/domain/lettre-de-mission/exportation.contract'
import { testContext, testRegistre } from '../helpers/registre'
import { ouvrirImprimante } from './imprimante'
import { remplirDeLettres } from './lettres-volumineuses'

/*
 * 300 letters of two pages in one tagged PDF, from the operation's call to the finished file (select, compose, print,
 * complete, deliver), against Chromium alone loading and printing the very same page. Same Electron, same run, best of
 * three, in turn. Target: 1.3 (issue 2).
 */
const nombre = 300
const essais = 3

const dossier = mkdtempSync(join(tmpdir(), 'registre-lettres-'))
const imprimante = ouvrirImprimante(dossier)
let page = ''
const { shell } = testContext('')
const r = await testRegistre({
  shell: {
    ...shell,
    printToPdf: async ({ html }) => {
      page = html
      return (await imprimante.imprimer(html)).bytes
    },
  },
})
await remplirDeLettres(r, nombre)
const cible = join(dossier, 'lettres.pdf')
const [nous, pair] = [[] as number[], [] as number[]]
await r.call(exporterLettres, { anneeId: '2026-2027', jetonFichierUnique: r.grant(cible) })
for (let essai = 0; essai < essais; essai++) {
  const debut = performance.now()
  await r.call(exporterLettres, { anneeId: '2026-2027', jetonFichierUnique: r.grant(cible) })
  nous.push(performance.now() - debut)
  pair.push((await imprimante.imprimer(page)).ms)
}
const pages = (readFileSync(cible, 'latin1').match(/\/Subtype \/Footer/g) ?? []).length
console.log(
  `${String(nombre)} lettres, ${String(pages)} pages, ${String(Math.round(readFileSync(cible).length / 1024))} Ko`,
)
console.log(
  JSON.stringify({
    mesure: `${String(nombre)} lettres en un PDF balisé`,
    nous: Math.round(Math.min(...nous)),
    pair: 'printToPDF seul de la même page',
    valeurPair: Math.round(Math.min(...pair)),
    unite: 'ms',
    limite: 1.3,
  }),
)
imprimante.fermer()
r.close()
rmSync(dossier, { recursive: true, force: true })
