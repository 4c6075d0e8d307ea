import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { constatsAxe as constats } from '../helpers/axe'
import { ouvrirDemonstration } from '../helpers/demonstration'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

/** What every list of records does, whatever its records are. */
describe('une liste', () => {
  let fenetre: Fenetre
  beforeAll(async () => {
    fenetre = await ouvrirDemonstration({ taille: { width: 1366, height: 768 } })
  })
  afterAll(async () => {
    await fenetre.fermer()
  })
  const entete = (titre: string) => fenetre.page.getByRole('columnheader', { name: titre, exact: true })
  const bouton = (nom: string | RegExp) => fenetre.page.getByRole('button', { name: nom })
  const choix = (nom: string | RegExp) => fenetre.page.getByRole('menuitem', { name: nom })
  const etat = () => fenetre.page.getByRole('status').last().innerText()

  const nomDuFocus = () =>
    fenetre.page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      return element?.getAttribute('aria-label') ?? element?.innerText ?? ''
    })

  it('agit sur toutes ses lignes d’un coup, et s’en défait de même', async () => {
    const { page } = fenetre
    await page.locator('[role=grid] [tabindex="0"]').first().focus()
    await page.keyboard.press('Control+a')
    await bouton('Pour la sélection').click()
    expect(await constats(page)).toEqual([])
    await choix('Changer un champ…').click()
    await page.getByRole('combobox', { name: 'Champ' }).click()
    await page.getByRole('option', { name: 'CPLDS' }).click()
    await page.getByRole('combobox', { name: 'Nouvelle valeur' }).click()
    await page.getByRole('option', { name: 'Oui' }).click()
    await bouton('Voir ce qui change').click()
    const apercu = page.getByRole('grid', { name: /^Ce qui changerait/ })
    await apercu.getByRole('row', { name: /CPLDS/ }).first().waitFor()
    expect(await constats(page)).toEqual([])
    await bouton(/^Changer \d+.valeurs$/).click()
    await page.getByText(/\d+.cellules modifiées/).waitFor()
    await page.locator('[role=grid] [tabindex="0"]').first().focus()
    const oui = () => page.locator('[role=gridcell]', { hasText: /^Oui$/ }).count()
    await page.keyboard.press('End')
    await expect.poll(oui).toBeGreaterThan(8)
    const tous = await oui()
    await page.keyboard.press('Control+z')
    await expect.poll(oui).toBeLessThan(tous)
    await bouton('Désélectionner').click()
  })

  it('filtre au choix, sans qu’une condition à peine commencée garde tout', async () => {
    const { page } = fenetre
    await bouton('Filtrer…').click()
    const dialogue = page.getByRole('dialog', { name: 'Filtrer la liste' })
    const ajouter = dialogue.getByRole('button', { name: 'Ajouter une condition' })
    const colonneDe = (rang: number) => dialogue.getByRole('combobox', { name: 'Colonne' }).nth(rang)
    await dialogue.getByRole('combobox', { name: 'Garder les lignes' }).selectOption('ou')
    await ajouter.click()
    await colonneDe(0).selectOption({ label: 'Quotité' })
    await dialogue.getByRole('combobox', { name: 'Condition sur Quotité' }).selectOption('<')
    await dialogue.getByRole('textbox').last().fill('60')
    const voir = dialogue.getByRole('button', { name: /^Voir/ })
    await expect.poll(() => voir.innerText()).not.toMatch(/45/)
    const peu = await voir.innerText()
    await ajouter.click()
    await colonneDe(1).selectOption({ label: 'Statut' })
    await dialogue.getByRole('group', { name: 'Valeurs de Statut' }).waitFor()
    expect(await voir.innerText()).toBe(peu)
    await dialogue.getByRole('combobox', { name: 'Condition sur Statut' }).selectOption('parmi')
    await dialogue.getByRole('checkbox', { name: /^CDD/ }).check()
    await expect.poll(() => voir.innerText()).not.toBe(peu)
    expect(await constats(page)).toEqual([])
    await dialogue.getByRole('button', { name: 'Retirer la condition' }).first().click()
    expect(await colonneDe(0).locator('option:checked').innerText()).toBe('Statut')
    await dialogue.getByRole('button', { name: 'Tout effacer' }).click()
    await voir.click()
    await expect.poll(etat).toMatch(/^45.agents$/)
  })

  it('filtre par groupes, et par groupes dans un groupe, au clavier, avec une pastille par-dessus', async () => {
    const { page } = fenetre
    await bouton('Filtrer…').click()
    const dialogue = page.getByRole('dialog', { name: 'Filtrer la liste' })
    const groupe = dialogue.getByRole('group', { name: 'Groupe', exact: true })
    const ajouter = dialogue.getByRole('button', { name: 'Ajouter un groupe' })
    // The innermost one is the first in the page: its button comes before those of the groups around it.
    for (const niveau of [1, 2, 3]) {
      await ajouter.first().press('Enter')
      expect(await groupe.count()).toBe(niveau)
    }
    expect(await groupe.last().getByRole('button', { name: 'Ajouter un groupe' }).count()).toBe(0)
    await groupe.last().getByRole('textbox').fill('bœuf')
    const voir = dialogue.getByRole('button', { name: /^Voir 1.agent$/ })
    await voir.waitFor()
    await dialogue.getByRole('combobox', { name: 'Garder les lignes' }).first().selectOption('ou')
    expect(await constats(page)).toEqual([])
    await voir.press('Enter')
    await bouton(/^Coordonnateurs/).click()
    await expect.poll(etat).toMatch(/^1 sur 45.agents$/)
    const conditions = page.getByRole('group', { name: 'Conditions du filtre' })
    expect(await conditions.innerText()).toMatch(/Agent contient «.bœuf.»/)
    await conditions.getByRole('button', { name: 'Tout effacer' }).press('Enter')
    await expect.poll(nomDuFocus).toBe('Filtrer les agents')
    await bouton(/^Coordonnateurs/).click()
    await expect.poll(etat).toMatch(/^45.agents$/)
  })

  it('change un établissement partout, cherché par son nom', async () => {
    const { page } = fenetre
    await page.locator('[role=gridcell][data-row="0"][data-col="1"]').focus()
    await page.keyboard.press('Space')
    await bouton('Pour la sélection').click()
    await choix('Changer un champ…').click()
    const champ = page.getByRole('combobox', { name: 'Champ' })
    const valeur = page.getByRole('combobox', { name: 'Nouvelle valeur' })
    await champ.click()
    await page.getByRole('option', { name: 'Résidence' }).click()
    await valeur.fill('cio d’ardene')
    await page.getByRole('option', { name: /^CIO d’Ardène/ }).click()
    await bouton('Voir ce qui change').click()
    const apercu = page.getByRole('grid', { name: /^Ce qui changerait/ })
    await apercu.getByRole('row', { name: /CIO d’Ardène, Ardène/ }).waitFor()
    await bouton('Revenir').click()
    await champ.click()
    await page.getByRole('option', { name: 'Statut' }).click()
    expect(await valeur.inputValue()).toBe('')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await bouton('Désélectionner').click()
  })

  it('montre la prochaine action, garde à gauche la colonne qui nomme, et garde le tout dans une vue', async () => {
    const { page } = fenetre
    await bouton('Colonnes et affichage').click()
    await page.getByRole('checkbox', { name: 'Pour quand', exact: true }).check()
    expect(await constats(page)).toEqual([])
    await page.keyboard.press('Escape')
    await entete('Agent').focus()
    await page.keyboard.press('Alt+ArrowDown')
    const volet = page.getByRole('dialog', { name: 'Colonne Agent' })
    expect(await constats(page)).toEqual([])
    await volet.getByRole('button', { name: 'Ne plus garder à gauche' }).click()
    const gauche = (): Promise<number | undefined> =>
      page
        .locator('[data-row="0"][data-col="1"]')
        .boundingBox()
        .then((cadre) => cadre?.x)
    const defiler = (pixels: number): Promise<void> =>
      page.getByRole('grid').evaluate((grille, x) => grille.scrollTo({ left: x, behavior: 'instant' }), pixels)
    await defiler(0)
    const posee = await gauche()
    await defiler(60)
    await expect.poll(gauche).not.toBe(posee)
    await entete('Agent').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await volet.getByRole('button', { name: 'Garder à gauche' }).click()
    await defiler(60)
    await expect.poll(gauche).toBe(posee)
    await defiler(0)
    await bouton('Vues enregistrées').click()
    await choix('Enregistrer cette vue…').click()
    await page.getByRole('textbox', { name: 'Nom' }).fill('Échéances')
    await bouton('Enregistrer la vue').click()
    await entete('Pour quand').waitFor()
    await expect.poll(nomDuFocus).toBe('Échéances')
    const fichier = join(fenetre.dossier, 'echeances.vue.json')
    await fenetre.enregistrerSous(fichier)
    await bouton(/^Échéances$/).click()
    await choix(/^Exporter « Échéances »/).click()
    await expect.poll(() => existsSync(fichier)).toBe(true)
    await bouton('Colonnes et affichage').click()
    await page.getByRole('checkbox', { name: 'Pour quand', exact: true }).uncheck()
    await page.keyboard.press('Escape')
    await expect.poll(() => entete('Pour quand').count()).toBe(0)
    await bouton('Échéances (modifiée)').click()
    await choix('Liste d’origine').press('Enter')
    await expect.poll(nomDuFocus).toBe('Vues enregistrées')
    await page.keyboard.press('Enter')
    await choix(/^Échéances$/).press('Enter')
    await entete('Pour quand').waitFor()
    await expect.poll(nomDuFocus).toBe('Échéances')
  })

  it('tient sa barre sur une ligne à 1366 pixels, le reste des pastilles sous « Plus »', async () => {
    const { page } = fenetre
    const filtre = page.getByRole('textbox', { name: /^Filtrer les / })
    const hauteur = (): Promise<number> =>
      filtre.evaluate((champ) => champ.closest('[class*=bar]')?.getBoundingClientRect().height ?? Infinity)
    for (const adresse of ['#/lettres', '#/lettres/campagne', '#/reseaux', '#/etablissements']) {
      await page.evaluate((hash) => (location.hash = hash), adresse)
      await page.locator('[role=grid] [role=row][aria-rowindex="2"]').waitFor()
      await expect.poll(hauteur).toBeLessThan(40)
    }
    await bouton(/^Plus$/).click()
    await page.getByRole('menuitemcheckbox', { name: /^Département.99 / }).click()
    await page.keyboard.press('Escape')
    await bouton(/^Plus .1.$/).waitFor()
    await bouton(/^Plus .1.$/).click()
    await page.getByRole('menuitemcheckbox', { name: /^Département.99 / }).click()
    await page.keyboard.press('Escape')
    await page.evaluate(() => (location.hash = '#/agents'))
    await entete('Agent').waitFor()
  })

  it('se lit en tableau simple', async () => {
    const { page } = fenetre
    const basculer = async (): Promise<void> => {
      await bouton('Colonnes et affichage').click()
      await page.getByRole('switch', { name: 'Affichage simple' }).click()
      await page.keyboard.press('Escape')
    }
    await basculer()
    await page.getByRole('table', { name: 'Agents' }).waitFor()
    expect(await constats(page)).toEqual([])
    await basculer()
    await page.getByRole('grid', { name: 'Agents' }).waitFor()
  })

  it('s’écrit, se groupe et se totalise aussi en tableau simple', async () => {
    const { page } = fenetre
    const affichage = async (changer: () => Promise<unknown>): Promise<void> => {
      await bouton('Colonnes et affichage').click()
      await changer()
      await page.keyboard.press('Escape')
    }
    const simple = page.getByRole('switch', { name: 'Affichage simple' })
    await affichage(() => simple.click())
    const tableau = page.getByRole('table', { name: 'Agents' })
    const total = () => tableau.getByRole('row', { name: /^Total/ }).innerText()
    const avant = await total()
    await tableau
      .getByRole('button', { name: /^100.% \(modifier Quotité\)/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('n’importe')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('n’est pas un pourcentage').waitFor()
    expect(await constats(page)).toEqual([])
    await page.keyboard.press('Control+a')
    await page.keyboard.type('90')
    await page.keyboard.press('Enter')
    await expect.poll(total).not.toBe(avant)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^90.%/)
    await page.keyboard.press('Control+z')
    await expect.poll(total).toBe(avant)
    await affichage(() => page.getByRole('combobox', { name: 'Grouper par' }).selectOption({ label: 'Rôle' }))
    const groupe = tableau.getByRole('button', { name: /^Formateur \d+.agents$/ })
    const lignes = await tableau.getByRole('row').count()
    await groupe.click()
    expect(await groupe.getAttribute('aria-expanded')).toBe('false')
    await expect.poll(() => tableau.getByRole('row').count()).toBeLessThan(lignes)
    // Few enough that the frame cuts none of them: half a button is too small a target.
    const filtre = page.getByRole('textbox', { name: 'Filtrer les agents' })
    await filtre.fill('relais')
    await expect.poll(() => tableau.getByRole('row').count()).toBeLessThan(8)
    expect(await constats(page)).toEqual([])
    await filtre.fill('')
    await affichage(() => page.getByRole('combobox', { name: 'Grouper par' }).selectOption(''))
    await affichage(() => simple.click())
    await page.getByRole('grid', { name: 'Agents' }).waitFor()
  })

  it('mène le clavier à une ligne qui n’était pas encore lue, et son volet avec elle', async () => {
    const { page } = fenetre
    await page.evaluate(() => (location.hash = '#/etablissements'))
    await page.locator('[role=gridcell][data-row="0"][data-col="1"]').focus()
    const curseur = () => page.evaluate(() => document.activeElement?.getAttribute('data-row') ?? '')
    await page.keyboard.press('Control+End')
    await page.locator('[role=row][data-index="299"][data-key]').waitFor()
    expect(await curseur()).toBe('299')
    const nom = await page.locator('[role=gridcell][data-row="299"][data-col="1"]').innerText()
    await page.getByRole('complementary').getByRole('heading', { name: nom }).waitFor()
    const debut = () => page.getByRole('grid').evaluate((grille) => grille.scrollTop)
    expect(await debut()).toBeGreaterThan(1000)
    const filtre = page.getByRole('textbox', { name: 'Filtrer les établissements' })
    await page.keyboard.press('Control+f')
    await page.keyboard.type('college')
    await expect.poll(etat).toMatch(/^2\d\d sur 300/)
    expect(await debut()).toBe(0)
    await filtre.fill('')
    await expect.poll(etat).toMatch(/^300/)
    await page.locator('[role=gridcell][data-row="0"][data-col="1"]').focus()
    for (const touche of ['Space', 'ArrowDown', 'ArrowDown', 'Shift+Space']) await page.keyboard.press(touche)
    await expect.poll(etat).toMatch(/3.lignes sélectionnées/)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Home')
    expect(await curseur()).toBe('0')
    await page.evaluate(() => (location.hash = '#/agents'))
    await entete('Agent').waitFor()
  })

  it('ramène d’une fiche à la ligne d’où elle fut ouverte, avec son volet', async () => {
    const { page } = fenetre
    const aller = (adresse: string) =>
      page.evaluate((hash) => {
        location.hash = hash
      }, adresse)
    const titre = (nom: string) => page.getByRole('heading', { level: 1, name: nom }).waitFor()
    const curseur = () => page.evaluate(() => document.activeElement?.getAttribute('data-row') ?? '')
    await aller('#/etablissements')
    await page.locator('[role=gridcell][data-row="0"][data-col="1"]').focus()
    await page.keyboard.press('Control+End')
    await page.locator('[role=row][data-index="299"][data-key]').waitFor()
    const nom = await page.locator('[role=gridcell][data-row="299"][data-col="1"]').innerText()
    for (const revenir of [
      () => page.goBack(),
      () => page.getByRole('main').getByRole('link', { name: 'Établissements', exact: true }).click(),
    ]) {
      await page.keyboard.press('Control+Enter')
      await titre(nom)
      await revenir()
      await titre('Établissements')
      await expect.poll(curseur).toBe('299')
      await page.getByRole('complementary').getByRole('heading', { name: nom }).waitFor()
      expect(await page.locator('[role=row][data-index="299"]').isVisible()).toBe(true)
    }
    await page.keyboard.press('Control+Enter')
    await titre(nom)
    await aller('#/fse')
    await page.getByRole('grid').waitFor()
    await aller('#/etablissements')
    await titre('Établissements')
    await expect.poll(nomDuFocus).toBe('Établissements')
    await aller('#/agents')
    await entete('Agent').waitFor()
  })

  it('montre en entier la phrase d’un refus, et rend Tab à la page après la dernière colonne', async () => {
    const { page } = fenetre
    const colonnes = Number(await page.getByRole('grid').getAttribute('aria-colcount'))
    const derniere = page.locator(`[role=gridcell][data-row="3"][data-col="${colonnes - 1}"]`)
    await derniere.focus()
    await page.keyboard.type('peut-être bien que oui')
    await page.keyboard.press('Enter')
    const phrase = page.locator('[role=grid] [role=alert]')
    await phrase.waitFor()
    const cadre = await phrase.boundingBox()
    const vue = await page.getByRole('grid').boundingBox()
    if (!cadre || !vue) throw new Error('nothing is drawn')
    expect(cadre.x + cadre.width).toBeLessThanOrEqual(vue.x + vue.width)
    await page.keyboard.press('Escape')
    await page.locator(`[role=gridcell][data-row="3"][data-col="${colonnes - 2}"]`).focus()
    await page.keyboard.press('F2')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=grid]') === null)).toBe(true)
  })

  it('d’une vue ancienne, dit ce qui n’est plus, et montre le reste', async () => {
    const { page, dossier } = fenetre
    const fichier = join(dossier, 'ancienne.vue.json')
    const parmi = (colonne: string, valeur: string) => ({ colonne, op: 'parmi', valeurs: [valeur] })
    const contenu = {
      filtre: {
        lien: 'et',
        termes: [parmi('lettre', 'Bilan demandé'), parmi('role', 'Rôle d’antan'), parmi('zap', '1')],
      },
      puces: ['disparue'],
    }
    writeFileSync(
      fichier,
      JSON.stringify({ format: 'registre-mlds/vue', version: 1, liste: 'agents', nom: 'Ancienne', contenu }),
    )
    await expect.poll(etat).toMatch(/^\d+.agents$/)
    const avant = await etat()
    await fenetre.choisir(fichier)
    await bouton(/^(?:Vues enregistrées|Échéances.*)$/).click()
    await choix('Importer une vue…').click()
    await page.getByText(/^La vue «.Ancienne.» nomme une pastille que cette liste n’a plus\./).waitFor()
    const conditions = page.getByRole('group', { name: 'Conditions du filtre' })
    const phrases = conditions.getByRole('status')
    for (const dite of [
      /«.Bilan demandé.» n’existe plus dans la colonne «.Lettre.»/,
      /«.Rôle d’antan.» n’existe plus/,
      /La colonne «.zap.» n’existe plus/,
    ])
      await phrases.filter({ hasText: dite }).waitFor()
    expect(await etat()).toBe(avant)
    expect(await constats(page)).toEqual([])
    await conditions.getByRole('button', { name: 'Tout effacer' }).click()
    await conditions.waitFor({ state: 'detached' })
  })

  it('dit quand rien ne répond, et comment en sortir', async () => {
    const { page } = fenetre
    await page.getByRole('textbox', { name: 'Filtrer les agents' }).fill('introuvable')
    await page.getByText('Aucune ligne ne correspond').waitFor()
    expect(await constats(page)).toEqual([])
    await bouton('Effacer la recherche et les filtres').click()
    await page.locator('[role=gridcell][data-row="0"]').first().waitFor()
  })

  it('retrouve au démarrage ce qui était tapé et les pastilles enfoncées', async () => {
    const { page, dossier } = fenetre
    await page.getByRole('textbox', { name: 'Filtrer les agents' }).fill('coord')
    await bouton(/^Coordonnateurs/).click()
    await expect.poll(etat).toMatch(/ sur /)
    const avant = await etat()
    await fenetre.fermer()
    fenetre = await ouvrirFenetre({ dossier, taille: { width: 1366, height: 768 } })
    fenetre.page.setDefaultTimeout(10_000)
    const filtre = fenetre.page.getByRole('textbox', { name: 'Filtrer les agents' })
    await filtre.waitFor()
    expect(await filtre.inputValue()).toBe('coord')
    expect(await bouton(/^Coordonnateurs/).getAttribute('aria-pressed')).toBe('true')
    await expect.poll(etat, { timeout: 10_000 }).toBe(avant)
  })
})
