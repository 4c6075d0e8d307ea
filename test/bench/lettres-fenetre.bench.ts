import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ouvrirDemonstration } from '../helpers/demonstration'

/*
 * While letters are exported one by one, the window answers: delay of its own event loop, read every 10 ms, and time from
 * Cancel to the end of the work. Targets: 50 ms, and one second with only whole files left (issue 5).
 */
const periode = 10

const sortie = mkdtempSync(join(tmpdir(), 'registre-fenetre-lettres-'))
const fenetre = await ouvrirDemonstration()
const { page, app } = fenetre
await app.evaluate(({ dialog }, dossier) => {
  dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [dossier] })
}, sortie)
await page.evaluate(() => {
  location.hash = '#/lettres'
})
await page.getByRole('button', { name: /^Exporter \d+/ }).click()

/** Starts reading how late the page's own timers are. */
await page.evaluate((attente) => {
  const retards: number[] = []
  Object.assign(globalThis, { retards })
  let prevu = performance.now() + attente
  const tic = (): void => {
    retards.push(Math.max(0, performance.now() - prevu))
    prevu = performance.now() + attente
    setTimeout(tic, attente)
  }
  setTimeout(tic, attente)
}, periode)
const travail = page.getByRole('group', { name: 'Export des lettres' })
await page.getByRole('menuitem', { name: /^Un PDF par agent/ }).click()
await travail.getByText(/^1\d sur/).waitFor({ timeout: 60_000 })
const retards = await page.evaluate(() => (globalThis as unknown as { retards: number[] }).retards)
const debut = performance.now()
await travail.getByRole('button', { name: 'Annuler' }).click()
await travail.waitFor({ state: 'detached' })
const arret = performance.now() - debut
await page.waitForTimeout(500)
const fichiers = readdirSync(sortie)
const entiers = fichiers.filter((nom) =>
  readFileSync(join(sortie, nom)).subarray(-6).toString('latin1').includes('%%EOF'),
)
console.log(
  `${String(entiers.length)} fichiers entiers sur ${String(fichiers.length)}, ${String(retards.length)} relevés`,
)
if (entiers.length !== fichiers.length) throw new Error('a file was left unfinished')
dire('Fenêtre pendant l’export, retard au 95e centile', centile(retards, 0.95), 50)
dire('Fenêtre pendant l’export, plus grand retard', Math.max(...retards), 50)
dire('Annulation de l’export', arret, 1000)
await fenetre.fermer()
rmSync(sortie, { recursive: true, force: true })

function centile(valeurs: readonly number[], part: number): number {
  return valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length * part)] ?? 0
}

function dire(mesure: string, nous: number, limite: number): void {
  console.log(
    JSON.stringify({
      mesure,
      nous: Math.round(nous * 10) / 10,
      pair: 'limite',
      valeurPair: limite,
      unite: 'ms',
      limite: 1,
    }),
  )
}
