import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ecrireZip, partieComprimee } from '../../electron/documents/zip-writer'
import { exporterLettres } from '../../shared/domain/lettre-de-mission/exportation.contract'
import { lireDocx } from '../helpers/docx'
import { testRegistre } from '../helpers/registre'
import { remplirDeLettres } from './lettres-volumineuses'

/*
 * 300 letters of two pages as 300 Word documents, from the operation's call to the last file (select, compose, write,
 * zip, deliver: flushed and renamed), against zipping one of them, unchanged, 300 times into 300 files written plainly.
 * Same process, in turn, best of five. Target: 4 (issue 5).
 */
const nombre = 300
const essais = 5

const racine = mkdtempSync(join(tmpdir(), 'registre-docx-'))
const r = await testRegistre()
await remplirDeLettres(r, nombre)
const lettres = join(racine, 'lettres')

async function exporter(): Promise<number> {
  const debut = performance.now()
  await r.call(exporterLettres, {
    anneeId: '2026-2027',
    format: 'docx',
    jetonDossier: r.grant(lettres),
    remplacer: true,
  })
  return performance.now() - debut
}

await exporter()
const [premiere = ''] = readdirSync(lettres)
const modele = [...(await lireDocx(readFileSync(join(lettres, premiere))))]
const copies = join(racine, 'copies')
mkdirSync(copies)

function zipper(): number {
  const debut = performance.now()
  for (let rang = 0; rang < nombre; rang++) {
    const octets = ecrireZip(
      modele.map(([nom, xml]) => partieComprimee(nom, xml)),
      new Date(),
    )
    writeFileSync(join(copies, `${String(rang)}.docx`), octets)
  }
  return performance.now() - debut
}

zipper()
const [nous, pair] = [[] as number[], [] as number[]]
for (let essai = 0; essai < essais; essai++) {
  nous.push(await exporter())
  pair.push(zipper())
}
console.log(`${String(readdirSync(lettres).length)} documents de ${String(modele.length)} parties`)
console.log(
  JSON.stringify({
    mesure: `${String(nombre)} lettres en Word`,
    nous: Math.round(Math.min(...nous)),
    pair: 'zip du même modèle, inchangé, 300 fois',
    valeurPair: Math.round(Math.min(...pair)),
    unite: 'ms',
    limite: 4,
  }),
)
r.close()
rmSync(racine, { recursive: true, force: true })
