import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'date-fns'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dossierDeDemonstration } from '../helpers/demonstration'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

/** The first screen: what waits, and where each line leads. */
describe('aujourd’hui', () => {
  let fenetre: Fenetre
  beforeAll(async () => {
    // The demonstration is placed around the real day: the window has the real clock.
    const dossier = await dossierDeDemonstration({ today: () => format(new Date(), 'yyyy-MM-dd') })
    fenetre = await ouvrirFenetre({ dossier, taille: { width: 1366, height: 768 } })
    fenetre.page.setDefaultTimeout(15_000)
  })
  afterAll(async () => {
    await fenetre.fermer()
  })
  const titre = (name: string | RegExp) => fenetre.page.getByRole('heading', { level: 1, name }).waitFor()
  const accueil = async () => {
    await fenetre.page.getByRole('link', { name: /^Aujourd’hui/ }).click()
    await titre('Aujourd’hui')
  }

  it('est le premier écran, le retard d’abord, compté dans la navigation', async () => {
    const { page } = fenetre
    await titre('Aujourd’hui')
    const retard = page.getByRole('region', { name: /^En retard/ })
    await retard.getByRole('link', { name: /Fixer l’entretien de bilan/ }).waitFor()
    const nombre = await page
      .getByRole('region', { name: /^(En retard|D’ici dimanche)/ })
      .getByRole('listitem')
      .count()
    expect(await page.getByRole('link', { name: /^Aujourd’hui/ }).innerText()).toContain(String(nombre))
  })

  it('ouvre la fiche dont parle une ligne, d’où l’action se marque faite et revient', async () => {
    const { page } = fenetre
    await page.getByRole('link', { name: /Fixer l’entretien de bilan/ }).click()
    const suite = page.getByRole('region', { name: 'Prochaine action' })
    await suite.getByRole('button', { name: 'Marquer comme faite : Fixer l’entretien de bilan' }).click()
    await suite.getByRole('button', { name: '1 action faite' }).click()
    await suite.getByRole('list', { name: 'Actions faites' }).getByText('Fixer l’entretien de bilan').waitFor()
    await accueil()
    await expect.poll(() => page.getByRole('link', { name: /Fixer l’entretien/ }).count()).toBe(0)
  })

  it('écrit sur une fiche ce qui vient ensuite, et le retrouve à sa date', async () => {
    const { page } = fenetre
    await page.evaluate(() => {
      location.hash = '#/reseaux'
    })
    await page.locator('[role=gridcell][data-row="0"][data-col="1"]').dblclick()
    const suite = page.getByRole('region', { name: 'Prochaine action' })
    await suite.getByRole('button', { name: /^(Prochaine|Autre) action…$/ }).click()
    await suite.getByRole('textbox', { name: 'Prochaine action' }).fill('Rappeler le principal')
    await suite.getByRole('textbox', { name: 'Qui' }).fill('Moi')
    await suite.getByRole('textbox', { name: 'Pour quand' }).fill('01/09/2026')
    await suite.getByRole('button', { name: 'Ajouter l’action' }).click()
    await suite.getByText('Rappeler le principal').waitFor()
    await accueil()
    await page
      .getByRole('region', { name: /^En retard/ })
      .getByRole('link', { name: /Rappeler le principal/ })
      .waitFor()
  })

  it('chaque chiffre ouvre la liste de ce qu’il compte', async () => {
    const { page } = fenetre
    const portes = page.getByRole('region', { name: 'À régler' }).getByRole('link')
    for (let rang = 0; rang < (await portes.count()); rang += 1) {
      const nombre = Number((await portes.nth(rang).innerText()).split('\n').at(-1))
      await portes.nth(rang).click()
      const grille = page.getByRole('grid')
      await grille.waitFor()
      // The rows, the header, and the totals of the lists that have some.
      await expect
        .poll(async () => {
          const lignes = Number(await grille.getAttribute('aria-rowcount'))
          return [nombre + 1, nombre + 2].includes(lignes)
        })
        .toBe(true)
      await accueil()
    }
  })

  it('montre les lettres qui attendent, par signataire', async () => {
    const { page } = fenetre
    const lettres = page.getByRole('region', { name: 'En attente de signature' })
    await lettres.locator('summary').first().click()
    await lettres.getByRole('listitem').first().getByRole('link').click()
    await page.getByRole('button', { name: 'Étape suivante' }).waitFor()
    await accueil()
  })

  it('change, reporte et ajoute un jalon du calendrier, puis l’exporte', async () => {
    const { page, dossier } = fenetre
    await page.getByRole('link', { name: 'Toute l’année' }).click()
    await titre(/^Calendrier/)
    await page.getByRole('button', { name: 'Nouveau jalon' }).click()
    const dialogue = page.getByRole('dialog', { name: 'Nouveau jalon' })
    await dialogue.getByRole('textbox', { name: 'Jalon' }).fill('Séminaire académique')
    await dialogue.getByRole('textbox', { name: 'Du' }).fill('15/03/2027')
    await dialogue.getByRole('textbox', { name: 'Au' }).fill('16/03/2027')
    await dialogue.getByRole('button', { name: 'Ajouter le jalon' }).click()
    const mars = page.getByRole('region', { name: 'Mars 2027' })
    await mars.getByRole('button', { name: /Séminaire académique/ }).waitFor()
    await page.getByRole('button', { name: 'Reporter' }).click()
    await page.getByRole('menuitem', { name: 'D’un mois' }).click()
    await page.getByRole('region', { name: 'Avril 2027' }).getByText('Séminaire académique').waitFor()
    await page.getByRole('button', { name: 'Marquer comme fait' }).click()
    await page.getByRole('button', { name: 'Remettre à faire' }).waitFor()
    const ics = join(dossier, 'calendrier.ics')
    await fenetre.enregistrerSous(ics)
    await page.getByRole('button', { name: 'Exporter vers un agenda…' }).click()
    await page.getByText(/jalons dans calendrier\.ics/).waitFor()
    expect(readFileSync(ics, 'utf8')).toContain('DTSTART;VALUE=DATE:20270415')
    expect(fenetre.plaintes).toEqual([])
  })
})
