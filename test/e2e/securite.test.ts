import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

/** The controls of the dossier § 1.1, one test each, on the real window. */
describe('la fenêtre est enfermée', () => {
  let fenetre: Fenetre
  let server: Server
  let address: string
  let visits = 0

  beforeAll(async () => {
    server = createServer((_request, response) => {
      visits += 1
      response.end('ok')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
    fenetre = await ouvrirFenetre()
  })
  afterAll(async () => {
    await fenetre.fermer()
    server.close()
  })

  const preferences = () =>
    fenetre.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>
      }
      return contents.getLastWebPreferences()
    })

  it.each([
    ['sandbox', true],
    ['contextIsolation', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInSubFrames', false],
    ['webSecurity', true],
    ['webviewTag', false],
    ['allowRunningInsecureContent', false],
  ])('préférence %s = %s', async (name, value) => {
    expect((await preferences())[name]).toBe(value)
  })

  it('ne donne à la page ni Node, ni Electron, ni rien du preload', async () => {
    const found = await fenetre.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'api', 'electron'].filter((name) => name in window),
    )
    expect(found).toEqual([])
  })

  it('est servie par app:// et non par file://', () => {
    expect(fenetre.page.url()).toMatch(/^app:\/\/registre\/index\.html/)
  })

  it('a une politique de contenu stricte, sans script en ligne ni réseau', async () => {
    const policy = await fenetre.page.evaluate(async () => {
      const violation = new Promise<SecurityPolicyViolationEvent>((resolve) => {
        document.addEventListener('securitypolicyviolation', resolve, { once: true })
      })
      const script = document.createElement('script')
      script.textContent = 'window.intrus = true'
      document.head.append(script)
      return { original: (await violation).originalPolicy, ran: 'intrus' in window }
    })
    expect(policy.ran).toBe(false)
    expect(policy.original).toContain("default-src 'none'")
    expect(policy.original).toContain("connect-src 'none'")
    expect(policy.original).not.toContain('unsafe')
  })

  it.each([
    [
      'fetch',
      (url: string) =>
        fetch(url).then(
          () => 'passé',
          () => 'refusé',
        ),
    ],
    [
      'une image',
      (url: string) =>
        new Promise((resolve) => {
          const image = new Image()
          image.onload = () => resolve('passé')
          image.onerror = () => resolve('refusé')
          image.src = url
        }),
    ],
    [
      'un cadre',
      (url: string) =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe')
          frame.src = url
          document.body.append(frame)
          setTimeout(() => {
            frame.remove()
            resolve('refusé')
          }, 500)
        }),
    ],
  ])('ne laisse partir aucune requête par %s', async (_voie, attempt) => {
    expect(await fenetre.page.evaluate(attempt, address)).toBe('refusé')
    expect(visits).toBe(0)
  })

  it('annule toute requête réseau, même sans politique de contenu', async () => {
    const outcome = await fenetre.app.evaluate(async ({ net }, url) => {
      try {
        await net.fetch(url)
        return 'passé'
      } catch {
        return 'refusé'
      }
    }, address)
    expect(outcome).toBe('refusé')
    expect(visits).toBe(0)
  })

  it('refuse de naviguer ailleurs', async () => {
    await fenetre.page.evaluate((url) => {
      location.href = url
    }, address)
    await fenetre.page.waitForTimeout(300)
    expect(fenetre.page.url()).toMatch(/^app:\/\/registre\//)
    expect(visits).toBe(0)
  })

  it('refuse d’ouvrir une autre fenêtre', async () => {
    expect(await fenetre.page.evaluate((url) => window.open(url) === null, address)).toBe(true)
    expect(fenetre.app.windows()).toHaveLength(1)
  })

  it.each(['geolocation', 'notifications', 'microphone', 'camera', 'clipboard-read'])(
    'refuse la permission %s',
    async (name) => {
      const state = await fenetre.page.evaluate(
        (permission) => navigator.permissions.query({ name: permission as PermissionName }).then(({ state }) => state),
        name,
      )
      expect(state).toBe('denied')
    },
  )

  it.each([
    'app://registre/../package.json',
    'app://registre/%2e%2e/electron/main.js',
    'app://registre/..%5cpackage.json',
    'app://registre/index.html%00.css',
    'app://ailleurs/index.html',
    'app://registre/.vite/manifest.json',
  ])('ne sert pas %s', async (url) => {
    expect(await fenetre.app.evaluate(async ({ net }, target) => (await net.fetch(target)).status, url)).toBe(404)
  })

  it('a le correcteur orthographique éteint (il télécharge ses dictionnaires)', async () => {
    expect(await fenetre.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false)
  })

  it('est une instance unique', async () => {
    expect(await fenetre.app.evaluate(({ app }) => app.hasSingleInstanceLock())).toBe(true)
  })

  it('s’emballe avec ses fusibles', () => {
    const builder = readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8')
    for (const fuse of [
      'runAsNode: false',
      'enableCookieEncryption: true',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableEmbeddedAsarIntegrityValidation: true',
      'onlyLoadAppFromAsar: true',
      'loadBrowserProcessSpecificV8Snapshot: false',
      'grantFileProtocolExtraPrivileges: false',
    ]) {
      expect(builder).toContain(fuse)
    }
  })
})
