import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MantineProvider } from '@mantine/core'
import { describe, expect, it } from 'vitest'
import { ancreDe, lirePage } from '../../renderer/aide/lire-page'
import { Markdown } from '../../renderer/aide/markdown'
import VoletAide from '../../renderer/aide/volet'
import { chercherPages, pageDeLEcran, pageNommee } from '../../renderer/aide/pages'
import { couperAuxSigles, expliquerSigles, sigles } from '../../renderer/glossaire/sigles'
import { screens } from '../../renderer/routes'
import { etapes } from '../../renderer/visite/etapes'
import { placer } from '../../renderer/visite/placer'
import { plier } from '../../shared/text'

const dossier = fileURLToPath(new URL('../../resources/aide/', import.meta.url))
const noms = readdirSync(dossier).filter((nom) => nom.endsWith('.md'))
const pages = noms.map((nom) => lirePage(nom.replace(/\.md$/, ''), readFileSync(dossier + nom, 'utf8')))
const images = new Set(existsSync(`${dossier}images`) ? readdirSync(`${dossier}images`) : [])

describe('les pages d’aide', () => {
  it.each(screens.map(({ route, title }) => [title, route.path]))('l’écran « %s » a la sienne', (_titre, adresse) => {
    expect(
      pageDeLEcran(adresse)?.nom,
      `une page de resources/aide dont l’en-tête dit « ecrans: ${adresse} »`,
    ).toBeDefined()
  })

  it.each(pages)('$nom : ses liens et ses images mènent quelque part', ({ texte }) => {
    for (const [, image = ''] of texte.matchAll(/!\[[^\]]*\]\(images\/([^)]+)\)/g)) expect(images).toContain(image)
    for (const [, nom = '', ancre] of texte.matchAll(/(?<!!)\[[^\]]*\]\(([\w-]+)\.md(?:#([\w-]+))?\)/g)) {
      const cible = pages.find((page) => page.nom === nom)
      expect(cible, nom).toBeDefined()
      const ancres = [...(cible?.texte ?? '').matchAll(/^#+ (.+)$/gm)].map(([, titre = '']) => ancreDe(titre))
      if (ancre !== undefined) expect(ancres).toContain(ancre)
    }
    const autres = [...texte.matchAll(/(?<!!)\]\(([^)]+)\)/g)].map(([, href = '']) => href)
    expect(autres.filter((href) => !/^([\w-]+\.md(#[\w-]+)?|#\/[\w/-]*|images\/[\w-]+\.webp)$/.test(href))).toEqual([])
  })

  it.each(pages.filter(({ ecrans }) => ecrans.length > 0))('$nom : montre son écran', ({ texte }) => {
    expect(texte).toMatch(/!\[[^\]]+\]\(images\//)
  })

  it('chaque image sert', () => {
    const citees = new Set(
      pages.flatMap(({ texte }) => [...texte.matchAll(/images\/([\w-]+\.webp)/g)].map(([, nom]) => nom)),
    )
    expect([...images].filter((image) => !citees.has(image))).toEqual([])
  })

  it('se trouvent sans accents, titre d’abord', () => {
    expect(chercherPages('reseaux')[0]?.page.nom).toMatch(/reseau|couverture/)
    expect(chercherPages('demonstration').map(({ page }) => page.nom)).toContain('premiers-pas')
    expect(chercherPages('motinconnu')).toEqual([])
  })

  it('une page qui manque n’en est pas une', () => {
    expect(pageNommee('absente')).toBeUndefined()
    expect(pageDeLEcran('/ecran/inconnu')).toBeUndefined()
  })
})

const html = (element: ReactNode): string =>
  renderToStaticMarkup(<MantineProvider>{element}</MantineProvider>).replace(/<style.*?<\/style>/gs, '')

describe('le volet', () => {
  it.each([
    ['un écran sans page', { page: null } as const],
    ['un lien vers une page absente', { page: 'absente' }],
  ])('pour %s, le dit et mène au sommaire', (_cas, montree) => {
    const volet = html(<VoletAide montree={montree} ecran="/ecran/inconnu" />)
    expect(volet).toContain('Cette page d’aide manque')
    expect(volet).toMatch(/<button[^>]*>Ouvrir le sommaire de l’aide<\/button>/)
  })

  it('montre la page de l’écran', () => {
    expect(html(<VoletAide montree={{ page: null }} ecran="/agents/:id" />)).toContain('La fiche d’un agent')
  })
})

describe('le texte d’une page', () => {
  const rendu = (texte: string): string => html(<Markdown texte={texte} onPage={() => undefined} />)

  it('n’interprète jamais de HTML', () => {
    const lu = rendu('Bonjour <img src=x onerror=alert(1)> <script>alert(1)</script>\n\n<iframe src="x"></iframe>')
    expect(lu).not.toMatch(/<(img|script|iframe)/)
    expect(lu).toContain('&lt;script&gt;')
  })

  it('ne mène ni hors de la fenêtre ni vers un script', () => {
    const lu = rendu('[a](https://exemple.fr) [b](javascript:alert(1)) [c](#/agents) [d](agent.md#x)')
    expect(lu).not.toMatch(/exemple\.fr|javascript/)
    expect(lu).toContain('<a href="#/agents">c</a>')
    expect(lu).toContain('<a href="#agent.md#x">d</a>')
  })

  it('garde une place aux images absentes', () => {
    expect(rendu('![Une vue](images/absente.webp)')).toContain('Une vue')
  })
})

describe('les sigles', () => {
  it('sont rangés, uniques et définis', () => {
    const noms = sigles.map(({ sigle }) => sigle)
    expect(noms).toEqual([...new Set(noms)].sort((a, b) => (plier(a) < plier(b) ? -1 : 1)))
    expect(sigles.every(({ developpe, definition }) => developpe !== '' && definition.endsWith('.'))).toBe(true)
  })

  it.each([
    ['Opération FSE', ['Opération ', 'FSE']],
    ['les HSE et l’IEN-IO', ['les ', 'HSE', ' et l’', 'IEN-IO']],
    ['PAFI', ['PAFI']],
    ['PAFIX, MINILP', ['PAFIX, MINILP']],
    ['GIP FCIP.', ['GIP FCIP', '.']],
  ])('« %s » se coupe à ses sigles, et rien ne se perd', (texte, attendus) => {
    const morceaux = couperAuxSigles(texte).map((morceau) => (typeof morceau === 'string' ? morceau : morceau.sigle))
    expect(morceaux).toEqual(attendus)
    expect(morceaux.join('')).toBe(texte)
  })
})

describe('le titre d’une colonne', () => {
  it.each([
    ['CPLDS', /^CPLDS : .+/],
    ['FSE et UAI', /^FSE : .+ UAI : .+/],
    ['Prochaine action', undefined],
    ['PDF', undefined],
  ])('« %s » s’explique quand le glossaire le connaît', (titre, attendu) => {
    if (attendu) expect(expliquerSigles(titre)).toMatch(attendu)
    else expect(expliquerSigles(titre)).toBeUndefined()
  })
})

describe('la visite', () => {
  it('ne passe que par des écrans qui existent', () => {
    const adresses = etapes.flatMap(({ adresse }) => (adresse === undefined ? [] : [adresse.slice(1)]))
    expect(adresses.every((adresse) => screens.some(({ route }) => route.match(adresse)))).toBe(true)
  })

  it.each([
    ['rien', null],
    ['la navigation', { x: 0, y: 48, width: 216, height: 720 }],
    ['un bouton du bord droit', { x: 1330, y: 10, width: 28, height: 28 }],
    ['une liste entière', { x: 216, y: 150, width: 1150, height: 610 }],
  ])('pose sa carte dans la fenêtre, à côté de %s', (_nom, cadre) => {
    for (const fenetre of [
      { width: 1366, height: 768 },
      { width: 683, height: 384 },
    ]) {
      const { left, top } = placer(cadre, fenetre)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left + 340).toBeLessThanOrEqual(fenetre.width)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(top + 210).toBeLessThanOrEqual(fenetre.height)
    }
  })
})
