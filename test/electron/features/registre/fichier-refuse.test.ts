import { versionCourante } from '../../../../electron/database/migrations/migrations'
import BetterSqlite3 from 'better-sqlite3'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { creerRegistre, etatRegistre, ouvrirRegistre } from '../../../../shared/domain/registre/registre.contract'
import { callOperation, testContext } from '../../../helpers/registre'
import { contenuDe, ecrireOctets, pageDuMilieu, refusDe, registreFerme } from '../../../helpers/registre-fichier'
import type { ProcessContext } from '../../../../electron/register/context'

let modele: { dossier: string; chemin: string }
let dossier: string
let context: ProcessContext
beforeAll(async () => {
  modele = await registreFerme({ agents: 400 })
})
afterAll(() => {
  rmSync(modele.dossier, { recursive: true, force: true })
})
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'registre-refuse-'))
  context = testContext(mkdtempSync(join(tmpdir(), 'registre-application-')))
})

const ouvrir = (chemin: string) => callOperation(context, ouvrirRegistre, { jeton: context.files.grant(chemin).jeton })

/** A copy of the whole register, spoilt on purpose. */
function copieGatee(nom: string, gater: (chemin: string) => void): string {
  const chemin = join(dossier, nom)
  copyFileSync(modele.chemin, chemin)
  gater(chemin)
  return chemin
}

const enteteEntier = (position: number, valeur: number) => (chemin: string) => {
  const octets = Buffer.alloc(4)
  octets.writeInt32BE(valeur)
  ecrireOctets(chemin, position, octets)
}

describe('un fichier qui n’est pas un registre utilisable est refusé d’une phrase, et reste tel quel', () => {
  const cas: [string, (chemin: string) => void, string, string][] = [
    [
      'un fichier de 0 octet',
      (chemin) => {
        writeFileSync(chemin, '')
      },
      'unavailable',
      'Le fichier « essai.mlds » est vide (0 octet) : ce n’est pas un registre. Il n’a pas été modifié.',
    ],
    [
      'un texte renommé .mlds',
      (chemin) => {
        writeFileSync(chemin, 'Compte rendu de la réunion du réseau.\n'.repeat(20))
      },
      'invalid',
      'Le fichier « essai.mlds » n’est pas un registre MLDS, malgré son nom. Il n’a pas été modifié.',
    ],
    [
      'un texte plus court qu’un en-tête',
      (chemin) => {
        writeFileSync(chemin, 'SQLite format 3')
      },
      'invalid',
      'Le fichier « essai.mlds » n’est pas un registre MLDS, malgré son nom. Il n’a pas été modifié.',
    ],
    [
      'une base SQLite d’un autre logiciel',
      (chemin) => {
        rmSync(chemin, { force: true })
        const autre = new BetterSqlite3(chemin)
        autre.exec('CREATE TABLE recettes (nom TEXT)')
        autre.close()
      },
      'invalid',
      'Le fichier « essai.mlds » est une base d’un autre logiciel, pas un registre MLDS. Il n’a pas été modifié.',
    ],
    [
      'un registre d’une version plus récente',
      enteteEntier(60, 99),
      'conflict',
      `Le registre « essai.mlds » a été écrit par une version plus récente du logiciel (format 99, cette version lit jusqu’au format ${String(versionCourante)}). Installez la version récente pour l’ouvrir ; il n’a pas été modifié.`,
    ],
    [
      'un registre tronqué',
      (chemin) => {
        truncateSync(chemin, Math.floor(readFileSync(chemin).length / 2))
      },
      'unavailable',
      'Le registre « essai.mlds » est tronqué : il manque la fin du fichier (copie interrompue ?). Il n’a pas été modifié : refaites la copie, ou ouvrez une sauvegarde.',
    ],
    [
      'un registre abîmé en son milieu',
      (chemin) => {
        const { position, taille } = pageDuMilieu(modele.chemin, 'agent')
        ecrireOctets(chemin, position, new Uint8Array(taille).fill(0x5a))
      },
      'unavailable',
      'Le registre « essai.mlds » est endommagé. Il n’a pas été modifié : gardez-le tel quel et ouvrez votre dernière copie.',
    ],
  ]

  it.each(cas)('%s', async (_, gater, code, phrase) => {
    const chemin = copieGatee('essai.mlds', gater)
    const avant = contenuDe(dossier)
    const refus = await refusDe(ouvrir(chemin))
    expect({ code: refus.code, message: refus.message }).toEqual({ code, message: phrase })
    expect(contenuDe(dossier)).toEqual(avant)
  })

  it('un fichier d’une autre sorte, sans dire que son nom est celui d’un registre', async () => {
    writeFileSync(join(dossier, 'agents.csv'), 'NOM;Prénom\n')
    expect(await refusDe(ouvrir(join(dossier, 'agents.csv')))).toMatchObject({
      code: 'invalid',
      message:
        'Le fichier « agents.csv » n’est pas un registre MLDS : le nom d’un registre finit par .mlds. Il n’a pas été modifié.',
    })
  })

  it('un dossier nommé comme un registre', async () => {
    mkdirSync(join(dossier, 'essai.mlds'))
    expect(await refusDe(ouvrir(join(dossier, 'essai.mlds')))).toMatchObject({
      code: 'invalid',
      message: '« essai.mlds » est un dossier, pas un registre.',
    })
  })

  it('un fichier qui n’existe plus', async () => {
    expect(await refusDe(ouvrir(join(dossier, 'parti.mlds')))).toMatchObject({
      code: 'notFound',
      message: `Le registre « parti.mlds » n’existe pas à cet endroit : ${dossier}.`,
    })
  })

  it('garde ouvert le registre qui l’était', async () => {
    const bon = copieGatee('bon.mlds', () => undefined)
    await ouvrir(bon)
    await refusDe(ouvrir(copieGatee('essai.mlds', enteteEntier(60, 99))))
    expect((await callOperation(context, etatRegistre, {})).ouvert?.chemin).toBe(bon)
    context.session.close()
  })
})

describe('un dossier protégé en écriture', () => {
  it('refuse d’ouvrir et de créer, sans rien laisser derrière', async () => {
    const chemin = copieGatee('essai.mlds', () => undefined)
    const avant = contenuDe(dossier)
    await sansDroitDEcrire(dossier, async () => {
      expect(await refusDe(ouvrir(chemin))).toMatchObject({
        code: 'unavailable',
        message: `Le dossier « ${dossier} » est protégé en écriture : le registre « essai.mlds » ne peut pas y être ouvert. Rien n’a été modifié ; copiez-le dans un dossier à vous.`,
      })
      const jeton = context.files.grant(join(dossier, 'nouveau.mlds')).jeton
      const refus = await refusDe(callOperation(context, creerRegistre, { jeton, academieCode: '14' }))
      expect(refus).toMatchObject({ code: 'unavailable', message: expect.stringContaining('protégé en écriture') })
    })
    expect(contenuDe(dossier)).toEqual(avant)
  })
})

/** The administrator bypasses permissions: as root, the call is made under the rights of nobody (65534). */
async function sansDroitDEcrire(protege: string, run: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0
  chmodSync(protege, 0o555)
  if (isRoot) process.seteuid?.(65534)
  try {
    await run()
  } finally {
    if (isRoot) process.seteuid?.(0)
    chmodSync(protege, 0o755)
  }
}

describe('créer un registre', () => {
  it('n’écrase jamais un fichier, quel qu’il soit', async () => {
    const chemin = copieGatee('essai.mlds', () => undefined)
    const avant = contenuDe(dossier)
    const refus = await refusDe(
      callOperation(context, creerRegistre, { jeton: context.files.grant(chemin).jeton, academieCode: '14' }),
    )
    expect(refus).toMatchObject({
      code: 'conflict',
      message: `« ${basename(chemin)} » existe déjà. Il n’a pas été modifié : choisissez un autre nom, ou ouvrez-le.`,
    })
    expect(contenuDe(dossier)).toEqual(avant)
  })

  it('refuse une académie inconnue en disant lesquelles le sont, et ne laisse pas de fichier', async () => {
    const jeton = context.files.grant(join(dossier, 'neuf.mlds')).jeton
    const refus = await refusDe(callOperation(context, creerRegistre, { jeton, academieCode: '77' }))
    expect(refus).toMatchObject({ code: 'invalid', message: expect.stringContaining('14 Rennes') })
    expect(contenuDe(dossier)).toEqual({})
  })
})
