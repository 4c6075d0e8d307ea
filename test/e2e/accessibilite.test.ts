import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { constatsAxe as constats } from '../helpers/axe'
import { defautsDuParcours, horsDeLaFenetre } from '../helpers/clavier'
import { ouvrirDemonstration } from '../helpers/demonstration'
import { ecrans, montrerEcran } from '../helpers/ecrans'
import type { Fenetre } from '../helpers/fenetre'

/** Screens of several views that are no record. */
const avecVues = new Set(['bilan', 'service', 'modele'])
const choixDeVue = '#contenu [role=tab], #contenu [role=group] > [aria-pressed]'

/** Every screen, with the demonstration register, under axe, in four ways of being seen, then gone through with Tab. */
describe('axe ne trouve rien à redire', () => {
  let fenetre: Fenetre
  beforeAll(async () => {
    fenetre = await ouvrirDemonstration({ taille: { width: 1366, height: 768 } })
  })
  afterAll(async () => {
    await fenetre.fermer()
  })
  const zoomer = (facteur: number): Promise<void> =>
    fenetre.app.evaluate(({ BrowserWindow }, zoom) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom)
    }, facteur)

  it.each(ecrans)('$titre', async (ecran) => {
    const { page } = fenetre
    await montrerEcran(fenetre, ecran)
    const trouves: Record<string, string[]> = {}
    trouves['fenêtre qui défile'] = await page.evaluate(() =>
      [document.documentElement, document.body]
        .filter((each) => each.scrollHeight > window.innerHeight)
        .map((each) => each.tagName),
    )
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      trouves[theme] = await constats(page)
      trouves[`cibles ${theme}`] = theme === 'light' ? await ciblesTropPetites(page) : []
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    trouves['couleurs forcées'] = await constats(page, 'couleurs')
    await page.emulateMedia({ forcedColors: null })
    await zoomer(2)
    await page.waitForTimeout(150)
    trouves['200 %'] = await constats(page)
    trouves['place à 200 %'] = await horsDeLaFenetre(page)
    trouves['clavier à 200 %'] = await defautsDuParcours(page)
    await zoomer(1)
    trouves['espacement'] = await textesCoupes(page)
    expect(Object.fromEntries(Object.entries(trouves).filter(([, each]) => each.length > 0))).toEqual({})
  })

  it('dans la recherche, les raccourcis, l’aide et la visite', async () => {
    const { page } = fenetre
    await montrerEcran(fenetre, { nom: '', titre: '', adresse: '#/agents' })
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /^Rechercher/ }).fill('re')
    await page.getByRole('listbox', { name: 'Résultats' }).getByRole('option').first().waitFor()
    expect(await constats(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Raccourcis du clavier' }).waitFor()
    expect(await constats(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('F1')
    await page.getByRole('complementary', { name: 'Aide' }).getByRole('heading', { level: 2, name: 'Agents' }).waitFor()
    expect(await constats(page)).toEqual([])
    await page.getByRole('button', { name: 'Commencer la visite' }).click()
    await page.getByRole('dialog', { name: 'Bienvenue' }).waitFor()
    expect(await constats(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  it('dans chaque onglet des paramètres', async () => {
    const { page } = fenetre
    await montrerEcran(fenetre, { nom: '', titre: '', adresse: '#/parametres' })
    for (const onglet of await page.getByRole('tab').all()) {
      await onglet.click()
      await page.waitForTimeout(300)
      expect(await constats(page)).toEqual([])
    }
  })

  it.each(ecrans.filter(({ fiche, onglet, nom }) => onglet === undefined && (fiche || avecVues.has(nom))))(
    'dans chaque onglet : $titre',
    async (ecran) => {
      const { page } = fenetre
      await montrerEcran(fenetre, ecran)
      // In the dark alone: the screens are judged in every way, and contrast.test.ts has both palettes.
      await page.emulateMedia({ colorScheme: 'dark' })
      const onglets = page.locator(choixDeVue)
      const trouves: Record<string, string[]> = {}
      // The first one is the screen itself.
      for (let rang = 1; rang < (await onglets.count()); rang += 1) {
        const onglet = onglets.nth(rang)
        await onglet.click()
        await page.waitForFunction(
          () =>
            document.querySelector('[aria-busy="true"]') === null &&
            // A list is there with the cell where Tab enters it.
            [...document.querySelectorAll('#contenu [role=grid]:not([data-nothing])')].every(
              (grille) => grille.querySelector('[tabindex="0"]') !== null,
            ),
        )
        trouves[await onglet.innerText()] = await constats(page)
      }
      await page.emulateMedia({ colorScheme: 'light' })
      expect(Object.keys(trouves)).not.toEqual([])
      expect(Object.fromEntries(Object.entries(trouves).filter(([, each]) => each.length > 0))).toEqual({})
    },
  )

  it('dans les menus d’une cellule et d’une colonne, et dans le panneau d’un terme', async () => {
    const { page } = fenetre
    await montrerEcran(fenetre, { nom: '', titre: '', adresse: '#/agents' })
    await page.locator('[role=gridcell][data-row="0"][data-col="2"]').click()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menu').waitFor()
    expect(await constats(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('columnheader').nth(2).click({ button: 'right' })
    await page.getByRole('dialog').waitFor()
    expect(await constats(page)).toEqual([])
    await page.keyboard.press('Escape')
    await montrerEcran(fenetre, { nom: '', titre: '', adresse: '#/parametres?onglet=listes' })
    await page.locator('[role=grid] [role=row][aria-rowindex="2"] [role=gridcell]').first().dblclick()
    await page.getByRole('complementary').getByRole('heading', { name: 'Historique' }).waitFor()
    expect(await constats(page)).toEqual([])
  })

  it('sur un bilan arrêté, en le demandant et ensuite', async () => {
    const { page } = fenetre
    await montrerEcran(fenetre, { nom: '', titre: '', adresse: '#/bilan' })
    await page.getByRole('button', { name: 'Arrêter le bilan…' }).click()
    const dialogue = page.getByRole('dialog')
    await dialogue.waitFor()
    expect(await constats(page)).toEqual([])
    await dialogue.getByRole('button', { name: 'Arrêter le bilan' }).click()
    await page.getByText(/^Bilan arrêté le /).waitFor()
    expect(await constats(page)).toEqual([])
  })

  it('sur l’accueil, sans registre', async () => {
    const { page } = fenetre
    await montrerEcran(fenetre, { nom: '', titre: '', adresse: '#/parametres?onglet=registre' })
    await page.getByRole('button', { name: 'Fermer le registre' }).click()
    await page.getByRole('button', { name: 'Créer le registre…' }).waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await constats(page)).toEqual([])
    }
  })

  it('et la page ne s’est plainte de rien', () => {
    // axe tries to run in the frame of the letters' preview, which refuses all scripts as it must.
    expect(fenetre.plaintes.filter((plainte) => !plainte.includes('about:srcdoc'))).toEqual([])
  })
})

/**
 * Targets under 24 × 24 px whose neighbours are too near (WCAG 2.5.8): a circle of 24 px around a small one must meet no
 * other. Links within a sentence are excepted, as the criterion says.
 */
const ciblesTropPetites = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const targets = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, [role=tab]')]
      .filter((element) => !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 2 && box.bottom > 0 && box.top < innerHeight)
    const inSentence = (element: HTMLElement): boolean =>
      element.tagName === 'A' && getComputedStyle(element).display === 'inline'
    return targets
      .filter(({ element, box }) => (box.width < 24 || box.height < 24) && !inSentence(element))
      .filter(({ element, box }) => {
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
        return targets.some((other) => {
          if (other.element === element || other.element.contains(element) || element.contains(other.element))
            return false
          const dx = Math.max(other.box.left - x, 0, x - other.box.right)
          const dy = Math.max(other.box.top - y, 0, y - other.box.bottom)
          return Math.hypot(dx, dy) < 12
        })
      })
      .map(({ element, box }) => {
        const name = element.getAttribute('aria-label') ?? element.textContent
        return `${name.trim()} (${String(Math.round(box.width))} × ${String(Math.round(box.height))})`
      })
  })

/** Words that are cut once lines, words and letters are spaced as WCAG 1.4.12 says. A text that ends with « … » is not cut. */
const textesCoupes = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    )
    document.adoptedStyleSheets.push(sheet)
    await new Promise((resolve) => setTimeout(resolve, 120))
    const cut = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, label, button, [role=tab], #contenu p')]
      .filter((element) => element.checkVisibility() && element.closest('.visually-hidden') === null)
      .filter((element) => {
        const { overflow, overflowY, textOverflow } = getComputedStyle(element)
        const clips = overflow.includes('hidden') || overflowY === 'clip'
        return clips && textOverflow !== 'ellipsis' && element.scrollHeight > element.clientHeight + 2
      })
      .map((element) => `${element.tagName} « ${element.innerText.slice(0, 40)} »`)
    document.adoptedStyleSheets.pop()
    return cut
  })
