import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ouvrirDemonstration } from '../helpers/demonstration'
import { ecrans, montrerEcran } from '../helpers/ecrans'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

const racine = fileURLToPath(new URL('../..', import.meta.url))
const revue = join(racine, 'sortie', 'captures')
const images = join(racine, 'resources', 'aide', 'images')
const themes = ['light', 'dark'] as const
const tailles = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]

/** Pictures of the help and of the README: what is shown before each, on a window small enough for its text to be read. */
const illustrations: Record<string, (fenetre: Fenetre) => Promise<void>> = {
  agents: (fenetre) => montrer(fenetre, 'agents'),
  agent: (fenetre) => montrer(fenetre, 'agent'),
  lettres: (fenetre) => montrer(fenetre, 'lettres'),
  lettre: (fenetre) => montrer(fenetre, 'lettre'),
  bilan: (fenetre) => montrer(fenetre, 'bilan'),
  recherche: async (fenetre) => {
    await montrer(fenetre, 'agents')
    await ouvrirRecherche(fenetre, 'rôle:formateur ')
    await fenetre.page.getByRole('group', { name: /^Agents/ }).waitFor()
    await fenetre.page.waitForTimeout(300)
  },
}

async function capturer(): Promise<void> {
  rmSync(revue, { recursive: true, force: true })
  const fenetre = await ouvrirDemonstration()
  try {
    for (const theme of themes) {
      await fenetre.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      for (const taille of tailles) await revoir(fenetre, theme, taille)
    }
    await fenetre.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await fenetre.page.evaluate(() => localStorage.setItem('registre.visite', 'vue'))
    await fenetre.page.reload()
    await redimensionner(fenetre, { width: 1180, height: 720 })
    for (const [nom, preparer] of Object.entries(illustrations)) {
      await preparer(fenetre)
      await illustrer(fenetre, nom)
      await fenetre.page.keyboard.press('Escape')
    }
  } finally {
    await fenetre.fermer()
  }
  const accueil = await ouvrirFenetre({ taille: { width: 1180, height: 720 } })
  try {
    await accueil.page.getByRole('heading', { level: 1 }).waitFor()
    await illustrer(accueil, 'accueil')
  } finally {
    await accueil.fermer()
  }
}

async function revoir(fenetre: Fenetre, theme: string, taille: { width: number; height: number }): Promise<void> {
  const dossier = join(revue, `${theme}-${String(taille.width)}x${String(taille.height)}`)
  mkdirSync(dossier, { recursive: true })
  await redimensionner(fenetre, taille)
  for (const ecran of ecrans) {
    await montrerEcran(fenetre, ecran)
    await fenetre.page.screenshot({ path: join(dossier, `${ecran.nom}.png`) })
  }
  await fenetre.page.keyboard.press('F1')
  await fenetre.page.getByRole('complementary', { name: 'Aide' }).getByRole('heading', { level: 2 }).waitFor()
  await fenetre.page.screenshot({ path: join(dossier, 'aide.png') })
  await fenetre.page.keyboard.press('Escape')
  await ouvrirRecherche(fenetre, 're')
  await fenetre.page.getByRole('listbox', { name: 'Résultats' }).getByRole('option').first().waitFor()
  await fenetre.page.waitForTimeout(300)
  await fenetre.page.screenshot({ path: join(dossier, 'recherche.png') })
  await fenetre.page.keyboard.press('Escape')
}

async function ouvrirRecherche({ page }: Fenetre, texte: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /^Rechercher/ }).fill(texte)
}

async function montrer(fenetre: Fenetre, nom: string): Promise<void> {
  const ecran = ecrans.find((each) => each.nom === nom)
  if (!ecran) throw new Error(`No screen « ${nom} ».`)
  await montrerEcran(fenetre, ecran)
}

const redimensionner = (fenetre: Fenetre, taille: { width: number; height: number }): Promise<void> =>
  fenetre.app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, taille)

/** The window itself re-encodes its picture: Chromium writes WebP, a fifth of the PNG, without any other program. */
async function illustrer({ page }: Fenetre, nom: string): Promise<void> {
  const png = (await page.screenshot()).toString('base64')
  const webp = await page.evaluate(async (base64) => {
    const octets = Uint8Array.from(atob(base64), (caractere) => caractere.charCodeAt(0))
    const image = await createImageBitmap(new Blob([octets], { type: 'image/png' }))
    const toile = new OffscreenCanvas(image.width, image.height)
    toile.getContext('2d')?.drawImage(image, 0, 0)
    const blob = await toile.convertToBlob({ type: 'image/webp', quality: 0.82 })
    const lus = new Uint8Array(await blob.arrayBuffer())
    return btoa(Array.from(lus, (octet) => String.fromCharCode(octet)).join(''))
  }, png)
  mkdirSync(images, { recursive: true })
  writeFileSync(join(images, `${nom}.webp`), Buffer.from(webp, 'base64'))
}

await capturer()
