import fc from 'fast-check'
import { isAbsolute, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resolveAsset } from '../../../electron/shell/asset-path'
import { contentSecurityPolicy } from '../../../electron/shell/csp'

const root = '/opt/registre/out/renderer'
const asset = (url: string) => resolveAsset(url, root, 'registre')

describe('les fichiers servis à la fenêtre', () => {
  it.each([
    ['app://registre/', join(root, 'index.html'), 'text/html; charset=utf-8'],
    ['app://registre/index.html?x=1#/agents', join(root, 'index.html'), 'text/html; charset=utf-8'],
    ['app://registre/assets/main-Ab_3.js', join(root, 'assets/main-Ab_3.js'), 'text/javascript; charset=utf-8'],
    ['app://registre/assets/inter.woff2', join(root, 'assets/inter.woff2'), 'font/woff2'],
  ])('sert %s', (url, chemin, type) => {
    expect(asset(url)).toEqual({ chemin, type })
  })

  it.each([
    ['un autre hôte', 'app://ailleurs/index.html'],
    ['un identifiant dans l’adresse', 'app://moi@registre/index.html'],
    ['une remontée codée', 'app://registre/%2e%2e%2felectron/main.js'],
    ['une barre oblique inverse', 'app://registre/assets%5c..%5cmain.js'],
    ['un octet nul', 'app://registre/index.html%00.css'],
    ['un fichier caché', 'app://registre/.env.js'],
    ['un type inconnu', 'app://registre/registre.mlds'],
    ['un nom de périphérique', 'app://registre/con:.js'],
    ['une adresse illisible', 'app://registre/%E0%A4%A'],
    ['ce qui n’est pas une adresse', 'index.html'],
  ])('refuse %s', (_cas, url) => {
    expect(asset(url)).toBeNull()
  })

  it('ne sort jamais du dossier, quelle que soit l’adresse', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webPath(), fc.string(), fc.stringMatching(/^(\.|%2e|\/|%2f|\\|%5c|[a-z])*$/)), (path) => {
        const found = asset(`app://registre/${path}`)
        if (found === null) return
        const inside = relative(root, found.chemin)
        expect(inside.startsWith('..') || isAbsolute(inside)).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('n’autorise rien en ligne sans le jeton de la page', () => {
    const policy = contentSecurityPolicy('abc')
    expect(policy).toContain("style-src 'self' 'nonce-abc'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })
})
