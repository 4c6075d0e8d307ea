import { Buffer } from 'node:buffer'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/app-error'
import { deliver, deliverWith, deliveryError } from '../../../electron/documents/deliver'

const folder = mkdtempSync(path.join(tmpdir(), 'livraison-'))
const mounts: string[] = []
afterAll(() => {
  for (const mount of mounts) spawnSync('umount', ['-l', mount])
  rmSync(folder, { recursive: true, force: true })
})

/** A small file system of its own, where the machine lets us; undefined otherwise. */
function mountTmpfs(name: string, options: string): string | undefined {
  const point = path.join(folder, name)
  mkdirSync(point)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', point]).status !== 0) return undefined
  mounts.push(point)
  return point
}

async function failure(livraison: Promise<void>): Promise<AppError> {
  const error = await livraison.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

describe('un document remplace sa cible d’un coup', () => {
  it('crée puis remplace, sans rien laisser à côté', async () => {
    const cible = path.join(folder, 'neuf', 'bilan.xlsx')
    mkdirSync(path.dirname(cible))
    await deliver(cible, Buffer.from('un'))
    await deliver(cible, Buffer.from('deux'))
    expect(readFileSync(cible, 'utf8')).toBe('deux')
    expect(readdirSync(path.dirname(cible))).toEqual(['bilan.xlsx'])
  })

  it('ne touche à rien quand celui qui écrit échoue ou est annulé', async () => {
    const cible = path.join(folder, 'annule', 'bilan.xlsx')
    mkdirSync(path.dirname(cible))
    writeFileSync(cible, 'avant')
    const livraison = deliverWith(cible, async (temporaire) => {
      writeFileSync(temporaire, 'moitié')
      return Promise.reject(new Error('annulé'))
    })
    await expect(livraison).rejects.toThrow('annulé')
    expect([readdirSync(path.dirname(cible)), readFileSync(cible, 'utf8')]).toEqual([['bilan.xlsx'], 'avant'])
  })

  it('refuse de remplacer un dossier', async () => {
    const cible = path.join(folder, 'dossier.xlsx')
    mkdirSync(cible)
    const error = await failure(deliver(cible, Buffer.from('x')))
    expect([error.code, error.message]).toEqual([
      'conflict',
      '« dossier.xlsx » n’a pas été enregistré : un dossier porte déjà ce nom. Choisissez un autre nom.',
    ])
  })

  it('dit que le dossier n’existe pas', async () => {
    const error = await failure(deliver(path.join(folder, 'absent', 'x.xlsx'), Buffer.from('x')))
    expect([error.code, error.message]).toEqual([
      'unavailable',
      expect.stringMatching(/le dossier « .*absent » n’existe pas/),
    ])
  })

  it('dit que le disque est plein, et ne laisse rien d’écrit à moitié', async ({ skip }) => {
    const disque = mountTmpfs('plein', 'size=64k')
    if (!disque) return skip('il faut pouvoir monter un disque (root)')
    const cible = path.join(disque, 'bilan.xlsx')
    await deliver(cible, Buffer.from('avant'))
    const error = await failure(deliver(cible, Buffer.alloc(200_000, 1)))
    expect([error.code, error.message]).toEqual([
      'unavailable',
      '« bilan.xlsx » n’a pas été enregistré : le disque est plein. Libérez de la place puis recommencez.',
    ])
    expect([readdirSync(disque), readFileSync(cible, 'utf8')]).toEqual([['bilan.xlsx'], 'avant'])
  })

  it('dit que le dossier est en lecture seule', async ({ skip }) => {
    const disque = mountTmpfs('lecture', 'size=64k')
    if (!disque) return skip('il faut pouvoir monter un disque (root)')
    execFileSync('mount', ['-o', 'remount,ro', disque])
    const error = await failure(deliver(path.join(disque, 'bilan.xlsx'), Buffer.from('x')))
    expect([error.code, error.message]).toEqual(['unavailable', expect.stringMatching(/n’accepte pas l’écriture/)])
  })

  it('dit que la cible est tenue par un autre programme, et la garde', async ({ skip }) => {
    const cible = path.join(folder, 'ouvert.xlsx')
    writeFileSync(cible, 'avant')
    if (spawnSync('mount', ['--bind', cible, cible]).status !== 0)
      return skip('il faut pouvoir monter un fichier (root)')
    mounts.push(cible)
    const error = await failure(deliver(cible, Buffer.from('après')))
    expect([error.code, error.message]).toEqual([
      'conflict',
      '« ouvert.xlsx » est ouvert dans un autre programme : fermez-le puis recommencez. Le fichier déjà là n’a pas changé.',
    ])
    expect(readFileSync(cible, 'utf8')).toBe('avant')
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('chaque refus du système a son code et sa phrase', () => {
  it.each([
    ['EBUSY', 'remplacement', 'conflict', /ouvert dans un autre programme/],
    ['EPERM', 'remplacement', 'conflict', /ouvert dans un autre programme/],
    ['EACCES', 'remplacement', 'conflict', /ouvert dans un autre programme/],
    ['EACCES', 'ecriture', 'unavailable', /n’accepte pas l’écriture/],
    ['EPERM', 'ecriture', 'unavailable', /n’accepte pas l’écriture/],
    ['EROFS', 'ecriture', 'unavailable', /n’accepte pas l’écriture/],
    ['EDQUOT', 'ecriture', 'unavailable', /espace de stockage est plein/],
    ['ENAMETOOLONG', 'ecriture', 'unavailable', /nom est trop long/],
    ['EIO', 'ecriture', 'unavailable', /disque ne répond pas/],
  ] as const)('%s à l’étape « %s » : %s', (code, etape, attendu, phrase) => {
    const error = deliveryError(Object.assign(new Error(code), { code }), '/x/bilan.xlsx', etape)
    expect(error).toMatchObject({ code: attendu })
    expect((error as AppError).message).toMatch(phrase)
  })

  it('rend telle quelle une erreur qui n’est pas du disque', () => {
    const error = new TypeError('défaut')
    expect(deliveryError(error, 'x', 'ecriture')).toBe(error)
  })
})

describe('un registre n’est jamais remplacé par un document', () => {
  it('refuse, et le registre reste tel quel', async () => {
    const cible = path.join(folder, 'registre.mlds')
    const contenu = Buffer.concat([Buffer.from('SQLite format 3\0', 'latin1'), Buffer.alloc(100, 7)])
    writeFileSync(cible, contenu)
    await expect(deliver(cible, Buffer.from('PK'))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('est un registre') as string,
    })
    expect(readFileSync(cible).equals(contenu)).toBe(true)
  })
})
