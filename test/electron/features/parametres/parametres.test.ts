import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  ajouterAnnee,
  choisirLogo,
  lireAcademie,
  lireLogo,
  listerAnnees,
  modifierAcademie,
} from '../../../../shared/domain/parametres/parametres.contract'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'
import { refusDe } from '../../../helpers/registre-fichier'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

describe('l’académie', () => {
  it('commence avec son nom, sa contraction et une signature', async () => {
    expect(await r.call(lireAcademie, {})).toMatchObject({
      code: '14',
      nom: 'Rennes',
      nomComplement: 'de Rennes',
      titreAutorite: 'recteur',
      grilleActivite: 'domaine',
      demonstration: 0,
    })
  })

  it('écrit le seul champ quitté et laisse les autres', async () => {
    const avant = await r.call(lireAcademie, {})
    const apres = await r.call(modifierAcademie, { ville: 'Rennes', toleranceHeures: 2 })
    expect(apres).toEqual({ ...avant, ville: 'Rennes', toleranceHeures: 2 })
  })

  it('n’écrase pas ce qu’une autre fenêtre a changé entre-temps', async () => {
    const { ville } = await r.call(lireAcademie, {})
    await r.call(modifierAcademie, { ville: 'Rennes' })
    const refus = await refusDe(r.call(modifierAcademie, { ville: 'Brest', attendu: { ville } }))
    expect(refus).toMatchObject({ code: 'conflict', fields: { ville: expect.any(String) as string } })
    expect(await r.call(modifierAcademie, { ville: 'Brest', attendu: { ville: 'Rennes' } })).toMatchObject({
      ville: 'Brest',
    })
  })

  it.each([
    ['un nom vide', { nom: '' }, 'nom'],
    ['une tolérance négative', { toleranceHeures: -1 }, 'toleranceHeures'],
    ['une grille inconnue', { grilleActivite: 'theme' as 'axe' }, 'grilleActivite'],
  ])('refuse %s, sous le champ', async (_, champs, champ) => {
    expect(await refusDe(r.call(modifierAcademie, champs))).toMatchObject({
      code: 'invalid',
      fields: { [champ]: expect.any(String) },
    })
  })

  it('ne laisse pas déclarer « démonstration » un registre de travail', async () => {
    const champs = { demonstration: 1 } as Record<string, unknown>
    expect(await refusDe(r.call(modifierAcademie, champs))).toMatchObject({ code: 'invalid' })
  })
})

describe('le logo', () => {
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(100)])
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(100)])
  const choisir = (nom: string, contenu: Uint8Array) => {
    const chemin = join(r.dossier, nom)
    writeFileSync(chemin, contenu)
    return r.call(choisirLogo, { jeton: r.grant(chemin) })
  }

  it('est gardé dans le registre, remplacé, puis retiré sans rien laisser', async () => {
    await choisir('logo.png', png)
    expect(await r.call(lireLogo, {})).toBe(`data:image/png;base64,${png.toString('base64')}`)
    await choisir('logo.jpg', jpeg)
    expect(await r.call(lireLogo, {})).toMatch(/^data:image\/jpeg;base64,/)
    expect(r.sqlite.prepare('SELECT count(*) FROM fichier').pluck().get()).toBe(1)
    await r.call(choisirLogo, { jeton: null })
    expect(await r.call(lireLogo, {})).toBeNull()
    expect(r.sqlite.prepare('SELECT count(*) FROM fichier').pluck().get()).toBe(0)
  })

  it.each([
    [
      'un texte renommé',
      'logo.png',
      Buffer.from('<svg onload="alert(1)"/>'),
      '« logo.png » n’est pas une image PNG ou JPEG. Le logo actuel est conservé.',
    ],
    [
      'une image de 3 Mo',
      'logo.png',
      Buffer.concat([png, Buffer.alloc(3 * 1024 * 1024)]),
      '« logo.png » pèse 3 Mo : le logo ne doit pas dépasser 2 Mo. Le logo actuel est conservé.',
    ],
  ])('refuse %s et garde l’ancien', async (_, nom, contenu, phrase) => {
    await choisir('bon.png', png)
    expect(await refusDe(choisir(nom, contenu))).toMatchObject({ code: 'invalid', message: phrase })
    expect(await r.call(lireLogo, {})).toMatch(/^data:image\/png/)
  })

  it('refuse une image de 40 Mo sans la lire', async () => {
    const chemin = join(r.dossier, 'affiche.png')
    writeFileSync(chemin, png)
    truncateSync(chemin, 40 * 1024 * 1024)
    const avant = process.memoryUsage().arrayBuffers
    expect(await refusDe(r.call(choisirLogo, { jeton: r.grant(chemin) }))).toMatchObject({
      code: 'invalid',
      message: '« affiche.png » pèse 40 Mo : le logo ne doit pas dépasser 2 Mo. Le logo actuel est conservé.',
    })
    expect(process.memoryUsage().arrayBuffers - avant).toBeLessThan(40 * 1024 * 1024)
  })

  it('dit qu’un fichier choisi a disparu', async () => {
    const refus = await refusDe(r.call(choisirLogo, { jeton: r.grant(join(r.dossier, 'parti.png')) }))
    expect(refus).toMatchObject({
      code: 'unavailable',
      message: '« parti.png » n’a pas pu être lu. Le logo actuel est conservé.',
    })
  })
})

describe('les années scolaires', () => {
  it('tiennent l’année passée, la courante et la suivante, la plus récente d’abord', async () => {
    const { annees, couranteId } = await r.call(listerAnnees, {})
    expect(annees.map(({ id }) => id)).toEqual(['2027-2028', '2026-2027', '2025-2026'])
    expect(couranteId).toBe('2026-2027')
  })

  it('s’ouvrent une à une, du 1er septembre au 31 août, sans doublon', async () => {
    const annee = await r.call(ajouterAnnee, { anneeId: '2028-2029' })
    expect(annee).toEqual({ id: '2028-2029', debutLe: '2028-09-01', finLe: '2029-08-31' })
    await r.call(ajouterAnnee, { anneeId: '2028-2029' })
    expect((await r.call(listerAnnees, {})).annees).toHaveLength(4)
  })

  it.each(['2028-2030', '2028-2027', 'rentrée 2028'])('refusent « %s »', async (anneeId) => {
    expect(await refusDe(r.call(ajouterAnnee, { anneeId }))).toMatchObject({ code: 'invalid' })
  })
})
