import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { constatsAxe } from '../helpers/axe'
import { dossierDeDemonstration } from '../helpers/demonstration'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

/** A list used as a spreadsheet is, without the mouse. */
describe('la grille, au clavier', () => {
  let fenetre: Fenetre
  beforeAll(async () => {
    fenetre = await ouvrirFenetre({ dossier: await dossierDeDemonstration(), taille: { width: 1366, height: 768 } })
    fenetre.page.setDefaultTimeout(10_000)
    await fenetre.page.getByRole('heading', { level: 1 }).waitFor()
    await fenetre.page.evaluate(() => {
      location.hash = '#/etablissements'
    })
    await fenetre.page.getByRole('grid', { name: 'Établissements' }).waitFor()
    await cellule(0, 1).focus()
  })
  afterAll(async () => {
    await fenetre.fermer()
  })
  const cellule = (ligne: number, colonne: number) =>
    fenetre.page.locator(`[role=gridcell][data-row="${ligne}"][data-col="${colonne}"]`)
  const colonne = async (titre: string): Promise<number> =>
    Number(await fenetre.page.getByRole('columnheader', { name: titre, exact: true }).first().getAttribute('data-col'))
  const touches = async (...suite: string[]): Promise<void> => {
    for (const touche of suite) await fenetre.page.keyboard.press(touche)
  }
  const voir = async (nom: string): Promise<void> => {
    if (process.env['VOIR']) await fenetre.page.screenshot({ path: `/tmp/grille/${nom}.png` })
  }

  it('modifie une cellule avec une somme, descend, et le registre l’a', async () => {
    const { page } = fenetre
    const eleves = await colonne('Élèves')
    await cellule(0, eleves).focus()
    await page.keyboard.type('400+2*6')
    await voir('editeur')
    await touches('Enter')
    await expect.poll(() => cellule(0, eleves).innerText()).toBe('412')
    expect(await cellule(1, eleves).evaluate((cell) => cell === document.activeElement)).toBe(true)
    await touches('ArrowUp', 'F2', 'Escape')
    expect(await cellule(0, eleves).innerText()).toBe('412')
  })

  it('garde ce qui est refusé sous la phrase de la règle', async () => {
    const { page } = fenetre
    const uai = await colonne('UAI')
    await cellule(0, uai).focus()
    const avant = await cellule(0, uai).innerText()
    await page.keyboard.type('0351906A')
    await touches('Enter')
    await page
      .getByRole('alert')
      .getByText(/lettre/)
      .waitFor()
    await voir('refus')
    expect(await page.getByRole('textbox', { name: /^UAI,/ }).inputValue()).toBe('0351906A')
    await touches('Escape')
    await expect.poll(() => cellule(0, uai).innerText()).toBe(avant)
  })

  it('rend sa valeur à la cellule qu’on quitte par Échap', async () => {
    const eleves = await colonne('Élèves')
    const avant = await cellule(0, eleves).innerText()
    await cellule(0, eleves).focus()
    await fenetre.page.keyboard.type('4321')
    await touches('Escape')
    await expect.poll(() => cellule(0, eleves).innerText()).toBe(avant)
    // Written and undone after it: had Escape written, it would be seen by now.
    await cellule(1, eleves).focus()
    const suivante = await cellule(1, eleves).innerText()
    await fenetre.page.keyboard.type('1234')
    await touches('Enter')
    await expect.poll(() => cellule(1, eleves).innerText()).toMatch(/^1.234$/)
    await touches('Control+z')
    await expect.poll(() => cellule(1, eleves).innerText()).toBe(suivante)
    expect(await cellule(0, eleves).innerText()).toBe(avant)
    // The hand goes on where what was undone stands.
    await expect.poll(() => cellule(1, eleves).evaluate((cell) => cell === document.activeElement)).toBe(true)
  })

  it('copie un bloc et le recolle plus bas', async () => {
    const { page } = fenetre
    const eleves = await colonne('Élèves')
    await cellule(0, eleves).focus()
    await touches('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+c')
    await page.getByText(/3.cellules copiées/).waitFor()
    const textes = await Promise.all([0, 1, 2].map((ligne) => cellule(ligne, eleves).innerText()))
    await voir('bloc')
    await cellule(3, eleves).focus()
    await touches('Control+v')
    await expect.poll(() => Promise.all([3, 4, 5].map((ligne) => cellule(ligne, eleves).innerText()))).toEqual(textes)
    await touches('Delete')
    await expect.poll(() => cellule(3, eleves).innerText()).toBe('')
  })

  it('recopie vers le bas la première cellule du bloc, puis celle du dessus', async () => {
    const eleves = await colonne('Élèves')
    const lues = () => Promise.all([6, 7, 8, 9].map((ligne) => cellule(ligne, eleves).innerText()))
    const avant = await lues()
    await cellule(6, eleves).focus()
    await fenetre.page.keyboard.type('57')
    await touches('Enter')
    await expect.poll(() => cellule(6, eleves).innerText()).toBe('57')
    await cellule(6, eleves).focus()
    await touches('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
    await expect.poll(lues).toEqual(['57', '57', '57', avant[3]])
    await cellule(9, eleves).focus()
    await touches('Control+d')
    await expect.poll(lues).toEqual(['57', '57', '57', '57'])
    await touches('Control+z')
    await expect.poll(lues).toEqual(['57', '57', '57', avant[3]])
    await touches('Control+z')
    await expect.poll(lues).toEqual(['57', ...avant.slice(1)])
  })

  it('montre ce qu’un grand collage changerait, et ce qu’il laisse de côté', async () => {
    const { page, app } = fenetre
    const lignes = Array.from({ length: 60 }, (_, index) => `Commune ${index}\tREP\tx\ty\tz\tprivé\tdouze\tt\tu`)
    await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), lignes.join('\r\n'))
    await cellule(0, await colonne('Commune')).focus()
    await touches('Control+v')
    const dialogue = page.getByRole('dialog', { name: /^Coller/ })
    await dialogue
      .getByText(/n’est pas un nombre/)
      .first()
      .waitFor()
    await voir('collage')
    expect(await constatsAxe(page)).toEqual([])
    await dialogue.getByRole('button', { name: 'Ne rien écrire' }).click()
    await dialogue.waitFor({ state: 'hidden' })
  })

  it('garde le curseur sur sa ligne quand l’ordre change sous lui', async () => {
    const { page } = fenetre
    const commune = await colonne('Commune')
    const entete = page.getByRole('columnheader', { name: /^Commune/ })
    await entete.focus()
    await touches('Enter')
    await expect.poll(() => entete.getAttribute('aria-sort')).toBe('ascending')
    await expect.poll(() => cellule(0, commune).innerText()).toMatch(/^A/)
    await expect.poll(() => cellule(1, commune).innerText()).toMatch(/^A/)
    const cle = (ligne: number) => page.locator(`[role=row][data-index="${ligne}"]`).getAttribute('data-key')
    const suivante = await cle(3)
    await cellule(2, commune).focus()
    await page.keyboard.type('Zzz')
    await touches('Enter')
    await expect.poll(() => cle(2)).toBe(suivante)
    const curseur = () =>
      page.evaluate(() => document.activeElement?.closest('[role=row]')?.getAttribute('data-key') ?? null)
    await expect.poll(curseur).toBe(suivante)
    await touches('ArrowUp', 'ArrowDown')
    expect(await curseur()).toBe(suivante)
    await touches('Control+z')
    // The undone row is shown, with the cursor: then only is the header the user's again.
    await expect.poll(() => cle(2)).not.toBe(suivante)
    await expect.poll(async () => (await curseur()) === (await cle(2))).toBe(true)
    await entete.focus()
    await touches('Enter', 'Enter')
  })

  it('trie sur deux colonnes, déplace et élargit une colonne, et s’en souvient', async () => {
    const { page } = fenetre
    await touches('Control+ArrowUp', 'ArrowUp')
    const commune = await colonne('Commune')
    const entete = (titre: string) => page.getByRole('columnheader', { name: new RegExp(`^${titre}`) })
    await entete('Commune').focus()
    await touches('Enter', 'ArrowLeft', 'Shift+Enter')
    await expect.poll(() => entete('Type').getAttribute('aria-sort')).toBe('ascending')
    await page.getByRole('columnheader', { name: 'Type, tri de rang 2' }).waitFor()
    await touches('Alt+ArrowRight')
    await expect.poll(() => entete('Type').getAttribute('data-col')).toBe(String(commune))
    await touches('Alt+ArrowDown')
    await page.getByRole('dialog', { name: 'Colonne Type' }).waitFor()
    await voir('menu-colonne')
    await page.getByRole('button', { name: 'Grouper par Type' }).focus()
    await touches('Enter')
    await page.locator('[data-group]').first().waitFor()
    await voir('groupes')
  })

  it('tape un montant et sa somme dans le plan d’une opération, et le total suit', async () => {
    const { page } = fenetre
    await page.evaluate(() => {
      location.hash = '#/fse'
    })
    await page.locator('[role=grid] [role=row][aria-rowindex="2"] [data-open]').click()
    const plan = page.getByRole('grid', { name: 'Dépenses' })
    const prevu = plan.locator('[role=gridcell][data-row="0"][data-col="3"]')
    const total = () => plan.getByRole('row', { name: /^Total/ }).innerText()
    await prevu.waitFor()
    const avant = await total()
    await prevu.focus()
    await page.keyboard.type('1200+350,5*2')
    await touches('Enter')
    await expect.poll(() => prevu.innerText()).toMatch(/^1.901,00.€$/)
    await expect.poll(total).not.toBe(avant)
    await prevu.focus()
    await touches('Delete')
    await page
      .getByRole('dialog', { name: /^Effacer/ })
      .getByText('Cette cellule ne peut pas être vide.')
      .waitFor()
    await touches('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await touches('Control+z')
    await expect.poll(total).toBe(avant)
  })

  it('ne s’est plaint de rien', () => {
    expect(fenetre.plaintes).toEqual([])
  })
})
