import AxeBuilder from '@axe-core/playwright'
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { creerDemonstration } from '../../shared/domain/demonstration/demonstration.contract'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'
import { testRegistre } from '../helpers/registre'

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Every screen, with the demonstration register, under axe; records are reached by the first row of their list. */
describe.each(['light', 'dark'] as const)('axe ne trouve rien à redire, en thème %s', (theme) => {
  let fenetre: Fenetre
  beforeAll(async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'registre-axe-'))
    await prepareDemonstration(dossier)
    fenetre = await ouvrirFenetre({ dossier, theme, taille: { width: 1366, height: 768 } })
    await fenetre.page.getByRole('heading', { level: 1 }).waitFor()
  })
  afterAll(async () => {
    await fenetre.fermer()
  })

  it.each([
    ['les agents', '#/agents', false],
    ['un agent', '#/agents', true],
    ['les établissements', '#/etablissements', false],
    ['un établissement', '#/etablissements', true],
    ['les réseaux', '#/reseaux', false],
    ['un réseau', '#/reseaux', true],
    ['la couverture', '#/reseaux/couverture', false],
    ['les lettres', '#/lettres', false],
    ['une lettre', '#/lettres', true],
    ['les opérations FSE', '#/fse', false],
    ['une opération FSE', '#/fse', true],
    ['le bilan', '#/bilan', false],
    ['l’import d’un classeur', '#/import', false],
    ['l’import de l’annuaire', '#/etablissements/importer', false],
    ['les paramètres', '#/parametres', false],
  ])('%s', async (_ecran, adresse, fiche) => {
    const { page } = fenetre
    await page.evaluate((hash) => {
      location.hash = hash
    }, adresse)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (fiche) await openFirst(fenetre)
    await page.waitForTimeout(400)
    const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode(true).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id} : ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([])
  })
})

async function openFirst({ page }: Fenetre): Promise<void> {
  const titre = await page.getByRole('heading', { level: 1 }).innerText()
  await page.locator('[role=grid] [role=row][aria-rowindex="2"]').dblclick()
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText(), { timeout: 10_000 }).not.toBe(titre)
}

/** A register made in this process, then found by the window among its recent ones. */
async function prepareDemonstration(dossier: string): Promise<void> {
  const r = await testRegistre()
  const source = join(r.dossier, 'demo.mlds')
  const chemin = join(dossier, 'demo.mlds')
  await r.call(creerDemonstration, { jeton: r.grant(source) })
  r.context.session.close()
  copyFileSync(source, chemin)
  r.close()
  const reglages = join(dossier, 'reglages')
  mkdirSync(reglages)
  writeFileSync(
    join(reglages, 'registres-recents.json'),
    JSON.stringify([{ chemin, nom: 'demo', ouvertAt: '2026-11-22T10:00:00.000Z' }]),
  )
}
