import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ouvrirDemonstration } from '../helpers/demonstration'
import type { Fenetre } from '../helpers/fenetre'

describe('l’aide', () => {
  let fenetre: Fenetre
  beforeAll(async () => {
    fenetre = await ouvrirDemonstration({ taille: { width: 1366, height: 768 } })
  })
  afterAll(async () => {
    await fenetre.fermer()
  })
  const aide = () => fenetre.page.getByRole('complementary', { name: 'Aide' })
  const titre = (nom: string) => aide().getByRole('heading', { level: 2, name: nom })

  it('explique l’écran montré, et suit la personne d’un écran à l’autre', async () => {
    const { page } = fenetre
    await page.keyboard.press('F1')
    await titre('Agents').waitFor()
    await page.keyboard.press('Alt+4')
    await titre('Réseaux').waitFor()
    await page.keyboard.press('F1')
    await expect.poll(() => aide().count()).toBe(0)
  })

  it('mène d’une page à l’autre, à l’endroit du lien, et revient', async () => {
    const { page } = fenetre
    await page.getByRole('button', { name: 'Aide de cet écran' }).click()
    await aide().getByRole('button', { name: 'Sommaire' }).click()
    await titre('Sommaire').waitFor()
    await aide().getByRole('link', { name: 'Premiers pas' }).click()
    await aide().getByRole('link', { name: 'Importez votre classeur de suivi' }).click()
    await titre('Importer').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('aide-vos-classeurs')
    await aide().getByRole('button', { name: 'Retour' }).click()
    await titre('Premiers pas').waitFor()
  })

  it('se cherche sans accents, et dit quand rien ne répond', async () => {
    await aide().getByRole('searchbox', { name: 'Chercher dans l’aide' }).fill('etape avenant')
    await aide().getByRole('button', { name: 'Écrire les lettres de mission' }).click()
    await titre('Écrire les lettres de mission').waitFor()
    await aide().getByRole('searchbox', { name: 'Chercher dans l’aide' }).fill('zzzz')
    await aide().getByText('Rien dans l’aide ne répond').waitFor()
  })

  it('a un glossaire qui se cherche, et des sigles qui s’expliquent au clavier', async () => {
    const { page } = fenetre
    await page.keyboard.press('Control+k')
    await page.keyboard.type('glossaire')
    await page.getByRole('option', { name: 'Glossaire des sigles' }).click()
    await titre('Glossaire des sigles').waitFor()
    await aide().getByRole('textbox', { name: 'Chercher un sigle ou un mot' }).fill('prevention')
    await aide().getByText('groupe de prévention du décrochage scolaire').waitFor()
    await aide().getByRole('button', { name: 'Sommaire' }).click()
    await titre('Sommaire').waitFor()
    await titre('Sommaire').focus()
    await page.keyboard.press('Tab')
    await page.getByRole('tooltip').getByText('mission de lutte contre le décrochage scolaire').waitFor()
  })

  it('n’a fait se plaindre ni la page ni sa politique de sécurité', () => {
    expect(fenetre.plaintes).toEqual([])
  })
})
