import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ouvrirDemonstration } from '../helpers/demonstration'
import { plier } from '../../shared/text'
import { ecrans, montrerEcran } from '../helpers/ecrans'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'
import { preparerImport } from '../helpers/import-fenetre'

const racine = fileURLToPath(new URL('../..', import.meta.url))
const revue = join(racine, 'sortie', 'captures')
const images = join(racine, 'resources', 'aide', 'images')
const themes = ['light', 'dark'] as const
const tailles = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]

/** Screens of the demonstration that a page of the help shows as they are. */
const ecransIllustres = [
  ...['aujourdhui', 'calendrier', 'agents', 'agent', 'etablissements', 'etablissement'],
  ...['reseaux', 'reseau', 'couverture', 'lettres', 'lettre', 'campagne', 'suivi-lettres', 'service'],
  ...['fse', 'operation-fse', 'bilan', 'import-annuaire', 'parametres', 'modele', 'modeles-word'],
]

/** Pictures of the help and of the README: what is shown before each, on a window small enough for its text to be read. */
const illustrations: Record<string, (fenetre: Fenetre) => Promise<void>> = {
  ...Object.fromEntries(ecransIllustres.map((nom) => [nom, (fenetre: Fenetre) => montrer(fenetre, nom)])),
  listes: async (fenetre) => {
    await montrer(fenetre, 'agents')
    await fenetre.page.locator('[role=gridcell][data-row="2"][data-col="2"]').focus()
    await fenetre.page.keyboard.press('F2')
    await fenetre.page.getByRole('listbox', { name: 'Choix possibles' }).waitFor()
  },
  recherche: async (fenetre) => {
    await montrer(fenetre, 'agents')
    await ouvrirRecherche(fenetre, 'rôle:formateur ')
    await fenetre.page.getByRole('group', { name: /^Agents/ }).waitFor()
    await fenetre.page.waitForTimeout(300)
  },
  comparaison: comparer,
  doublons: rapprocher,
  journal: (fenetre) => montrer(fenetre, 'journal'),
}

/** Somebody typed twice, found by the screen of duplicates. */
async function rapprocher(fenetre: Fenetre): Promise<void> {
  const { page } = fenetre
  await montrer(fenetre, 'agents')
  const nom = await page.locator('[role=grid] [role=row][aria-rowindex="3"] [data-open]').innerText()
  await page.getByRole('button', { name: 'Nouvel agent' }).first().click()
  const dialogue = page.getByRole('dialog')
  await dialogue.getByRole('textbox', { name: 'Nom', exact: true }).fill(nom.split(' ').slice(0, -1).join(' '))
  await dialogue.getByRole('textbox', { name: 'Prénom' }).fill(nom.split(' ').at(-1) ?? '')
  await dialogue.getByRole('button', { name: 'Créer l’agent' }).click()
  await page.getByRole('heading', { level: 1, name: nom }).waitFor()
  await montrer(fenetre, 'doublons')
  await page.getByRole('navigation', { name: 'Paires à comparer' }).getByRole('button').first().click()
  await page.waitForTimeout(300)
}

/** Writes an avenant to a signed letter, and shows both texts. */
async function comparer(fenetre: Fenetre): Promise<void> {
  const { page } = fenetre
  await page.evaluate(() => {
    location.hash = '#/lettres?filtre=signees'
  })
  await page.locator('[role=grid] [role=row][aria-rowindex="2"] [data-open]').click()
  await page.getByRole('button', { name: 'Étape suivante' }).click()
  await page.getByRole('menuitem', { name: 'Préparer un avenant…' }).click()
  await page.getByRole('textbox', { name: 'Pourquoi la lettre est amendée' }).fill('Nouveau périmètre')
  await page.getByRole('button', { name: 'Préparer l’avenant' }).click()
  const quotite = page.getByRole('textbox', { name: 'Quotité' })
  await page.getByText('Avenant n° 1').first().waitFor()
  await quotite.fill('60')
  await quotite.blur()
  await page.getByRole('tab', { name: 'Suivi' }).click()
  await page.getByRole('link', { name: 'Comparer avec le texte précédent' }).click()
  await page.getByText(/^Avenant n° 1, \d.pages$/).waitFor()
  await page.waitForTimeout(500)
}

/** A workbook as it is really kept, being corrected, then the report of its import. */
async function illustrerImport(): Promise<void> {
  const fenetre = await ouvrirFenetre({ dossier: await preparerImport(), taille: petite })
  const { page } = fenetre
  try {
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.evaluate(() => localStorage.setItem('registre.visite', 'vue'))
    await page.reload()
    await page.getByRole('combobox', { name: 'Année scolaire' }).selectOption('2025-2026')
    await fenetre.choisir(join(racine, 'test', 'fixtures', 'suivi-mlds-35-2025-2026.xlsx'))
    await page.evaluate(() => {
      location.hash = '#/import'
    })
    await page
      .getByRole('button', { name: /^Choisir un classeur/ })
      .first()
      .click()
    await page.getByRole('button', { name: /^À corriger/ }).click()
    await page
      .getByText(/la lettre-clé devrait être/)
      .first()
      .waitFor()
    await illustrer(fenetre, 'importer')
    await page.getByRole('button', { name: /^À corriger/ }).click()
    await page.getByRole('button', { name: /^Importer les/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Importer/ })
      .click()
    await page.getByText('Lignes lues', { exact: true }).waitFor()
    await page.getByRole('alert').getByRole('button', { name: 'Fermer' }).click()
    await page.getByRole('alert').waitFor({ state: 'hidden' })
    await illustrer(fenetre, 'import-fait')
  } finally {
    await fenetre.fermer()
  }
}

const petite = { width: 1180, height: 720 }

async function capturer(): Promise<void> {
  const fenetre = await ouvrirDemonstration()
  try {
    if (process.env['CAPTURES'] !== 'aide') await toutRevoir(fenetre)
    await fenetre.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await fenetre.page.evaluate(() => localStorage.setItem('registre.visite', 'vue'))
    await fenetre.page.reload()
    await redimensionner(fenetre, petite)
    for (const [nom, preparer] of Object.entries(illustrations)) {
      await preparer(fenetre)
      await illustrer(fenetre, nom)
      await fenetre.page.keyboard.press('Escape')
    }
  } finally {
    await fenetre.fermer()
  }
  await illustrerImport()
  const accueil = await ouvrirFenetre({ taille: petite })
  try {
    await accueil.page.getByRole('heading', { level: 1 }).waitFor()
    await illustrer(accueil, 'accueil')
  } finally {
    await accueil.fermer()
  }
}

async function toutRevoir(fenetre: Fenetre): Promise<void> {
  rmSync(revue, { recursive: true, force: true })
  for (const theme of themes) {
    await fenetre.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    for (const taille of tailles) await revoir(fenetre, theme, taille)
  }
}

async function revoir(fenetre: Fenetre, theme: string, taille: { width: number; height: number }): Promise<void> {
  const dossier = join(revue, `${theme}-${String(taille.width)}x${String(taille.height)}`)
  mkdirSync(dossier, { recursive: true })
  await redimensionner(fenetre, taille)
  for (const ecran of ecrans) {
    await montrerEcran(fenetre, ecran)
    await fenetre.page.screenshot({ path: join(dossier, `${ecran.nom}.png`) })
    // A screen shown on one of its tabs is only that one.
    if (ecran.onglet === undefined && !ecran.adresse.includes('?')) await revoirLesOnglets(fenetre, dossier, ecran.nom)
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

/** The other tabs of a screen, one picture each. */
async function revoirLesOnglets({ page }: Fenetre, dossier: string, nom: string): Promise<void> {
  const autres = await page.getByRole('main').locator('[role=tab][aria-selected=false]').all()
  const titres = await Promise.all(autres.map((onglet) => onglet.innerText()))
  for (const titre of titres) {
    await page.getByRole('main').getByRole('tab', { name: titre, exact: true }).click()
    await ecarterLaSouris(page)
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
    await page.waitForTimeout(250)
    const onglet = plier(titre)
      .replace(/ ?\d+$/, '')
      .replaceAll(' ', '-')
    await page.screenshot({ path: join(dossier, `${nom}-${onglet}.png`) })
  }
}

/** What lies under the pointer would be shown as it is when one comes to it. */
const ecarterLaSouris = (page: Fenetre['page']): Promise<void> => page.mouse.move(0, 0)

/** The window itself re-encodes its picture: Chromium writes WebP, a fifth of the PNG, without any other program. */
async function illustrer({ page }: Fenetre, nom: string): Promise<void> {
  await ecarterLaSouris(page)
  const png = (await page.screenshot()).toString('base64')
  const webp = await page.evaluate(async (base64) => {
    const octets = Uint8Array.from(atob(base64), (caractere) => caractere.charCodeAt(0))
    const image = await createImageBitmap(new Blob([octets], { type: 'image/png' }))
    const toile = new OffscreenCanvas(image.width, image.height)
    toile.getContext('2d')?.drawImage(image, 0, 0)
    const blob = await toile.convertToBlob({ type: 'image/webp', quality: 0.75 })
    const lus = new Uint8Array(await blob.arrayBuffer())
    return btoa(Array.from(lus, (octet) => String.fromCharCode(octet)).join(''))
  }, png)
  mkdirSync(images, { recursive: true })
  writeFileSync(join(images, `${nom}.webp`), Buffer.from(webp, 'base64'))
}

await capturer()
